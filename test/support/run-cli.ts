import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE = path.join(ROOT, 'scripts', 'run-from-source.ts');

let script: string | undefined;

/** Bundles the command line as its source is now: what is started is the bundle, in a fifth of the time of the source. */
export async function bundleCli(): Promise<void> {
  // Inside the project, where it finds the one package that stays outside; a process has its own.
  const folder = path.join(ROOT, 'build', 'test-cli', `${process.pid}`);
  const banner = "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);";
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      cli: SOURCE,
      'transaction-worker': path.join(ROOT, 'graph-model', 'store', 'sqlite', 'transaction-worker.mjs'),
    },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@photostructure/sqlite'],
    banner: { js: banner },
    logLevel: 'warning',
  });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  script = path.join(folder, 'cli.mjs');
}

export type CliEnd = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Starts the command line as it was bundled, as a process of its own with `home` as its data folder. */
export function startCli(args: readonly string[], home: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  if (script === undefined) throw new Error('the command line was not bundled');
  return spawn(process.execPath, [script, ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', LONGLIAN_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs it to its end. */
export async function runCli(args: readonly string[], home: string, env: NodeJS.ProcessEnv = {}): Promise<CliEnd> {
  const child = startCli(args, home, env);
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, stdout, stderr };
}
