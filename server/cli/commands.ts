import type { Command } from './command.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { ingestCommand } from './ingest.ts';
import { ledgerCommand } from './ledger.ts';
import { rollbackCommand } from './rollback.ts';
import { serveCommand } from './serve.ts';
import { startCommand } from './start.ts';
import { surveyCommand } from './survey.ts';
import { verifyCommand } from './verify.ts';

export const COMMANDS = {
  start: startCommand,
  ingest: ingestCommand,
  export: exportCommand,
  explain: explainCommand,
  rollback: rollbackCommand,
  survey: surveyCommand,
  ledger: ledgerCommand,
  serve: serveCommand,
  verify: verifyCommand,
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof COMMANDS;

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
