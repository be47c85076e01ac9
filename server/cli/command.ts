import type { ParseArgsConfig } from 'node:util';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export type Call = {
  readonly out: Terminal;
  readonly settings: Settings;
  readonly values: { readonly [option: string]: string | boolean | (string | boolean)[] | undefined };
  readonly positionals: readonly string[];
  readonly signal: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
};

export type Command = {
  readonly usage: string;
  readonly zh: string;
  readonly en: string;
  readonly options?: ParseArgsConfig['options'];
  /** @returns the exit code */
  run(call: Call): Promise<number>;
};
