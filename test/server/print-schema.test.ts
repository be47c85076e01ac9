import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { schema } from '#server/graphql/schema.ts';
import { printedSchema, SCHEMA_FILE } from '#server/print-schema.ts';

test('the committed schema is the printed one', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(printedSchema());
});

test('every kind of the ontology is a type with all fields of Entity', () => {
  const fields = Object.keys((schema.getType('Entity') as { getFields(): object } | undefined)?.getFields() ?? {});
  expect(fields.length).toBeGreaterThan(10);
  for (const kind of KIND_NAMES) {
    const type = schema.getType(kind) as { getFields(): object } | undefined;
    expect([kind, Object.keys(type?.getFields() ?? {}).sort()]).toStrictEqual([kind, [...fields].sort()]);
  }
});
