import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, visit } from 'graphql';
import { schema } from '#server/graphql/schema.ts';
import { clientErrorCodes } from '#server/http/errors.ts';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';

const PAGE = readFileSync(new URL('../../../docs/graphql.md', import.meta.url), 'utf8');
const QUERIES = Array.from(PAGE.matchAll(/```graphql\n([\s\S]*?)```/g), ([, query = '']) => query);
const ANSWERED = Array.from(
  PAGE.matchAll(/```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g),
  ([, query = '', answer = '']) => [query, JSON.parse(answer) as unknown] as const,
);

let world: World;
let ask: Ask;
beforeAll(async () => {
  world = await loadWorld('golden', { runs: 2 });
  ask = asker(world.store);
});
afterAll(() => world.dispose());

test('every example answers as the page says', async () => {
  expect(ANSWERED.length).toBe(QUERIES.length - 1);
  for (const [query, answer] of ANSWERED) expect(await dataOf(ask, query)).toStrictEqual(answer);
});

test('the example with variables runs', async () => {
  const query = QUERIES.find((one) => one.includes('query Page')) ?? '';
  const id = await idByName(ask, '甲市');
  const { node } = await dataOf<{ node: { relations: { edges: unknown[]; totalCount: number } } }>(ask, query, { id });
  expect([node.relations.edges.length, node.relations.totalCount]).toStrictEqual([2, 7]);
});

test('every question of the schema has an example', () => {
  const asked = new Set<string>();
  for (const query of QUERIES) {
    visit(parse(query), {
      OperationDefinition: ({ selectionSet }) => {
        for (const field of selectionSet.selections) if (field.kind === 'Field') asked.add(field.name.value);
      },
    });
  }
  expect([...asked].sort()).toStrictEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort());
});

test('every error code is on the page', () => {
  expect(clientErrorCodes().filter((code) => !PAGE.includes(`\`${code}\``))).toStrictEqual([]);
});
