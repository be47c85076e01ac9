import { writeFileSync } from 'node:fs';
import { printSchema } from 'graphql';
import { fileURLToPath } from 'node:url';
import { schema } from './graphql/schema.ts';

/** Printed and committed, so that a change of the contract shows as a difference. Never edited by hand. */
export const SCHEMA_FILE = fileURLToPath(new URL('schema.graphql', import.meta.url));

export function printedSchema(): string {
  return `${printSchema(schema)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(SCHEMA_FILE, printedSchema());
