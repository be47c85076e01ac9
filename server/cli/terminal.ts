import type { Work, WritePoint } from '#ingest/work.ts';

/** Where a command speaks: results on standard output, words and progress on standard error. */
export type Terminal = {
  /** One JSON value a line, only with --json. */
  json(value: unknown): void;
  /** Text for people on standard output, only without --json. */
  text(lines: string): void;
  /** Words on standard error. */
  say(zh: string, en: string): void;
};

export function terminal(asJson: boolean): Terminal {
  return {
    json: (value) => {
      if (asJson) process.stdout.write(`${JSON.stringify(value)}\n`);
    },
    text: (lines) => {
      if (!asJson) process.stdout.write(`${lines}\n`);
    },
    say: (zh, en) => process.stderr.write(`${zh} / ${en}\n`),
  };
}

const STEPS = {
  read: { zh: '读取', en: 'reading' },
  check: { zh: '检查', en: 'checking' },
  resolve: { zh: '推导', en: 'deriving' },
  write: { zh: '写入', en: 'writing' },
} as const;

/** Not more than this many progress lines a second, so that a log stays readable. */
const LINES_A_SECOND = 2;

/**
 * Work that reports to the terminal and stops on the signal.
 * `LONGLIAN_TEST_DIE_AT=point#n` kills the process at the n-th time it reaches a write point: the tests' way to prove
 * that nothing acknowledged is lost.
 */
export function terminalWork(out: Terminal, signal: AbortSignal, env: NodeJS.ProcessEnv): Work {
  const [deadly, nth = '1'] = (env['LONGLIAN_TEST_DIE_AT'] ?? '').split('#');
  let reached = 0;
  let last = 0;
  return {
    signal,
    progress: (step, done, total) => {
      const now = Date.now();
      if (now - last < 1000 / LINES_A_SECOND && done !== total) return;
      last = now;
      const amount = total === undefined ? String(done) : `${done}/${total}`;
      out.say(`${STEPS[step].zh} ${amount}`, STEPS[step].en);
    },
    reached: (point: WritePoint) => {
      if (point !== deadly) return;
      reached += 1;
      if (reached === Number(nth)) process.kill(process.pid, 'SIGKILL');
    },
  };
}
