import type { ParseArgsConfig } from 'node:util';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { ingestCommand } from './ingest.ts';
import { rollbackCommand } from './rollback.ts';
import { serveCommand } from './serve.ts';
import type { Settings } from './settings.ts';
import { startCommand } from './start.ts';
import type { Terminal } from './terminal.ts';
import { verifyCommand } from './verify.ts';

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

export const COMMANDS = {
  start: startCommand,
  ingest: ingestCommand,
  export: exportCommand,
  explain: explainCommand,
  rollback: rollbackCommand,
  serve: serveCommand,
  verify: verifyCommand,
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof COMMANDS;

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
