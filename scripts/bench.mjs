import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup/root.mjs';
import { runChild } from './setup/run-child.mjs';
import { say } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

/** Runs `bench/NAME.ts` (`npm run bench store/bulk`); without a name, says which there are. Arguments go to it. */
const FOLDER = join(ROOT, 'bench');
const [name, ...args] = process.argv.slice(2);
const names = programs();

if (name === undefined || !names.includes(name)) {
  const list = names.join(' ') || '—';
  say(`用法：npm run bench 名称；现有：${list}`, `usage: npm run bench NAME; there are: ${list}`);
  process.exitCode = 2;
} else {
  await setUp([]);
  const program = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(FOLDER, `${name}.ts`), ...args];
  process.exitCode = await runChild(process.execPath, program, process.env, 1);
}

/** A file of bench/ that reads its arguments is a program; the others are its parts. */
function programs() {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && readFileSync(join(FOLDER, file), 'utf8').includes('process.argv'))
    .map((file) => file.replaceAll('\\', '/').replace(/\.ts$/, ''))
    .sort();
}
