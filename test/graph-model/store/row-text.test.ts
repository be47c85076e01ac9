import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { type RowOf, TABLES, TABLE_NAMES, type Table } from '#graph-model/rows.ts';
import { rowText, writerOf } from '#graph-model/store/row-text.ts';
import { all } from '#graph-model/store/whole-version.ts';
import { loadWorld } from '../../support/load-world.ts';

const rows: { readonly table: Table; readonly row: object }[] = [];

beforeAll(async () => {
  const world = await loadWorld('golden');
  const { store } = world;
  const { version } = await store.head();
  for (let each = 1; each <= version; each++) {
    const reader = await store.reader(each);
    for (const table of TABLE_NAMES) for (const row of await all(reader, table)) rows.push({ table, row });
  }
  await world.dispose();
});

test('a row that zod accepts is written as what zod makes of it, in the order of the schema', () => {
  for (const { table, row } of rows) expect(rowText(table, row as RowOf<Table>)).toBe(byZod(table, row));
  expect(new Set(rows.map(({ table }) => table))).toStrictEqual(new Set(TABLE_NAMES));
});

/** What a field may be replaced by. */
const ODD = [
  undefined,
  null,
  '',
  'x',
  '"\\\n',
  '\ud800',
  0,
  -1,
  1.5,
  1001,
  NaN,
  true,
  [],
  ['x'],
  {},
  { x: 'y' },
  'rejected',
];

test('whatever is changed in a row, nothing is written that zod would refuse or write otherwise', () => {
  let [written, refused] = [0, 0];
  for (const { table, row } of rows) {
    for (const changed of variants(row)) {
      const text = rowText(table, changed as RowOf<Table>);
      if (text === undefined) refused++;
      else {
        written++;
        expect(text).toBe(byZod(table, changed));
      }
    }
  }
  expect(written).toBeGreaterThan(1_000);
  expect(refused).toBeGreaterThan(1_000);
});

test('what a schema checks beyond its type is checked, whatever the type', () => {
  const few = z.array(z.literal('x')).max(1);
  const noKeys = z.record(z.literal('x'), z.boolean()).refine((value) => Object.keys(value).length === 0);
  const object = z.object({ x: z.boolean() }).refine(({ x }) => x);
  const union = z.discriminatedUnion('x', [z.object({ x: z.literal('a') })]).refine(() => false);
  const optional = z.object({
    x: z
      .boolean()
      .optional()
      .refine((x) => x !== undefined),
  });
  const cases: readonly (readonly [z.ZodType, unknown, string | undefined])[] = [
    [few, ['x'], '["x"]'],
    [few, ['x', 'x'], undefined],
    [noKeys, { x: true }, undefined],
    [object, { x: true }, '{"x":true}'],
    [object, { x: false }, undefined],
    [union, { x: 'a' }, undefined],
    [optional, { x: true }, '{"x":true}'],
    [optional, {}, undefined],
  ];
  for (const [schema, value, text] of cases) expect(writerOf(schema)(value)).toBe(text);
});

function byZod(table: Table, row: object): string | undefined {
  const parsed = TABLES[table].schema.safeParse(row);
  return parsed.success ? JSON.stringify(parsed.data) : undefined;
}

/** The row with each of its fields, at any depth, replaced, left out, beside an unknown one, or under another key. */
function* variants(value: object): Generator<object> {
  for (const [key, inner] of Object.entries(value)) {
    const { [key]: _left, ...rest } = value as Record<string, unknown>;
    yield rest;
    yield { ...value, unknown: inner };
    yield { ...rest, [`${key}?`]: inner };
    for (const odd of ODD) yield { ...value, [key]: odd };
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
      for (const changed of variants(inner)) yield { ...value, [key]: changed };
    }
    if (Array.isArray(inner)) yield { ...value, [key]: [...inner, ...inner, null] };
  }
}
