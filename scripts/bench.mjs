import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup/root.mjs';
import { runChild } from './setup/run-child.mjs';
import { say } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

/** Runs `bench/NAME/run.ts`; without a name, says which there are. Arguments after the name go to it. */
const FOLDER = join(ROOT, 'bench');
const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'run.ts'))) : [];
const [name, ...args] = process.argv.slice(2);

if (name === undefined || !names.includes(name)) {
  const list = names.join(' ') || '—';
  say(`用法：npm run bench 名称；现有：${list}`, `usage: npm run bench NAME; there are: ${list}`);
  process.exitCode = 2;
} else {
  await setUp([]);
  const program = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(FOLDER, name, 'run.ts'), ...args];
  process.exitCode = await runChild(process.execPath, program, process.env);
}
