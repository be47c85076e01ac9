import { join } from 'node:path';
import { ROOT } from './setup/root.mjs';
import { runChild } from './setup/run-child.mjs';
import { setUp } from './setup/set-up.mjs';

/** Writes every generated file that is committed; `--check` writes nothing and says which are old. */
await setUp([]);
const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
process.exitCode = await runChild(
  process.execPath,
  [tsx, 'scripts/generate.ts', ...process.argv.slice(2)],
  process.env,
);
