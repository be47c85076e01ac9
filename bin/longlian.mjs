#!/usr/bin/env node
import { followParent } from '../scripts/setup/follow-parent.mjs';
import { say } from '../scripts/setup/say.mjs';
import { SetUpError } from '../scripts/setup/set-up-error.mjs';
import { setUp } from '../scripts/setup/set-up.mjs';

/** Node built-ins only up to the import of the bundle: this file runs before anything is installed. */
const FAULT = 3;
const SHOWS_THE_EXPLORER = ['start', 'serve'];

followParent();
const args = process.argv.slice(2);
const needsWeb = args.some((arg) => SHOWS_THE_EXPLORER.includes(arg)) && !args.includes('--help');
try {
  await setUp(needsWeb ? ['server', 'web'] : ['server']);
  process.env['NODE_ENV'] ??= 'production';
  process.setSourceMapsEnabled(true);
  /** @type {{ main: (args: readonly string[]) => Promise<number> }} */
  const { main } = await import(new URL('../build/longlian.mjs', import.meta.url).href);
  process.exitCode = await main(args);
} catch (error) {
  if (error instanceof SetUpError) say(error.zh, error.en);
  else console.error(error);
  process.exitCode = FAULT;
}
