import { join } from 'node:path';
import { ROOT } from './setup/root.mjs';
import { runChild } from './setup/run-child.mjs';
import { setUp } from './setup/set-up.mjs';

/** `server`: the API from source, restarted at each change · `web`: the explorer by vite, which asks that API. */
const PROGRAMS = {
  server: ['node_modules/tsx/dist/cli.mjs', 'watch', 'scripts/run-from-source.ts', 'start'],
  web: ['node_modules/vite/bin/vite.js', 'web'],
};

const wanted = process.argv[2] === 'web' ? 'web' : 'server';
await setUp([]);
const [program = '', ...args] = PROGRAMS[wanted];
process.exitCode = await runChild(process.execPath, [join(ROOT, program), ...args], process.env, 1);
