import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asking, GANSU_FOLDER, askFolder } from '#test/support/asking.ts';

/** One row a search: the entity of that kind and name must be among the first three; no name: nothing may be found. */
type Row = { readonly query: string; readonly kind: string; readonly name: string; readonly why: string };

const ROWS = parse(readFileSync(new URL('../fixtures/gansu-searches.csv', import.meta.url)), {
  columns: true,
  bom: true,
}) as Row[];

let gansu: Asking;
beforeAll(async () => {
  gansu = await askFolder(GANSU_FOLDER);
});
afterAll(() => gansu.stop());

type Hits = { readonly search: { readonly edges: readonly { readonly node: { readonly entity: Named } }[] } };
type Named = { readonly id: string; readonly kind: string; readonly name: string };

const SEARCH =
  'query ($text: String!) { search(text: $text, first: 3) { edges { node { entity { id kind name } } } } }';

test('the table of searches has sixty rows or more, of every sort', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(60);
  expect(ROWS.filter(({ name }) => name === '').length).toBeGreaterThanOrEqual(5);
});

/** The longest query that the server takes. */
const LONGEST = 200;

test('a query longer than the server takes is refused by name, not cut', async () => {
  await expect(gansu.ask(SEARCH, { text: '泰'.repeat(LONGEST + 1) })).rejects.toThrow('BAD_USER_INPUT');
});

test('every search finds its entity, under the same id, among the first three', async () => {
  const ids = new Map<string, string>();
  const missed: string[] = [];
  for (const { query, kind, name } of ROWS.filter((row) => row.query.length <= LONGEST)) {
    const { search } = await gansu.ask<Hits>(SEARCH, { text: query });
    const found = search.edges.map(({ node }) => node.entity);
    if (name === '') {
      if (found.length > 0) missed.push(`${query} should find nothing, found ${found[0]?.name}`);
      continue;
    }
    const hit = found.find((entity) => entity.kind === kind && entity.name === name);
    if (hit === undefined) missed.push(`${query} → ${name}, found ${found.map((entity) => entity.name).join(', ')}`);
    else if ((ids.get(`${kind} ${name}`) ?? hit.id) !== hit.id) missed.push(`${query} finds another ${name}`);
    else ids.set(`${kind} ${name}`, hit.id);
  }
  expect(missed).toEqual([]);
});
