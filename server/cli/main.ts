import { parseArgs } from 'node:util';
import { ERROR_CODES, GraphError } from '#graph-model/errors.ts';
import { COMMANDS, type CommandName, isCommand } from './commands.ts';
import { helpText } from './help.ts';
import { readSettings } from './settings.ts';
import { terminal } from './terminal.ts';

const EXIT = { done: 0, usage: 2, fault: 3 } as const;

/** A connection to a server that never shook hands cannot be closed, and would hold the process: ms it is given. */
const LINGER = 500;

/**
 * The command line.
 * @param argv without node and script
 * @returns the exit code: 0 done, 1 the data was refused, 2 wrong usage, 3 a fault of ours or of the store
 */
export async function main(argv: readonly string[]): Promise<number> {
  const out = terminal(argv.includes('--json'));
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    const [name, ...rest] = argv;
    if (name === undefined || name === '--help' || name === 'help' || rest.includes('--help')) {
      process.stdout.write(helpText());
      return name === undefined ? EXIT.usage : EXIT.done;
    }
    if (!isCommand(name)) throw new GraphError('USAGE', { command: name, known: Object.keys(COMMANDS) });
    const { values, positionals } = parse(name, rest);
    const settings = readSettings(process.env, values['store'] as string | undefined);
    return await COMMANDS[name].run({ out, settings, values, positionals, signal: stop.signal, env: process.env });
  } catch (error) {
    return report(error, out);
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    setTimeout(() => process.exit(), LINGER).unref();
  }
}

function parse(name: CommandName, args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { store: { type: 'string' }, json: { type: 'boolean' }, ...COMMANDS[name].options },
    });
  } catch (error) {
    throw new GraphError('USAGE', { command: name, cause: (error as Error).message });
  }
}

function report(error: unknown, out: ReturnType<typeof terminal>): number {
  if (!(error instanceof GraphError)) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    out.json({ error: 'INTERNAL' });
    return EXIT.fault;
  }
  const { zh, en } = ERROR_CODES[error.code];
  // The issues of refused data were printed one by one when they were found.
  process.stderr.write(`${'issues' in error.data ? `${zh} / ${en}` : error.message}\n`);
  out.json({ error: error.code, ...error.data });
  return ERROR_CODES[error.code].exit;
}
