import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { codeOf, serve, type Served } from '../support/serve.ts';

let world: World;
let server: Served;
beforeAll(async () => {
  world = await loadWorld('golden', { runs: 1 });
  server = await serve(world.store);
});
afterAll(async () => {
  await server.stop();
  await world.dispose();
});

const QUESTION = `query ($operation: String!, $variables: String) {
  estimateCost(operation: $operation, variables: $variables) {
    ... on CostEstimate { refused tooLarge limits { limit label { zh en } asked allowed code refused } }
    ... on InvalidConstraint { field message { zh } }
  }
}`;

type Limit = { limit: string; asked: number; allowed: number; code: string; refused: boolean };
type Estimate = { refused: boolean; tooLarge: boolean; limits: Limit[]; field?: string; message?: { zh: string } };

async function estimate(operation: string, variables?: unknown): Promise<Estimate> {
  const text = typeof variables === 'string' ? variables : JSON.stringify(variables);
  const reply = await server.post(QUESTION, { operation, variables: text });
  return (reply.body.data as { estimateCost: Estimate }).estimateCost;
}

const PAGES = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { relations(first: 100) { edges { node { provenance { statements(first: 100) { totalCount } } from { id } to { id } } } } } } }`;
const ID = `e${'a'.repeat(20)}`;

test('the estimate is what the operation costs when it is run', async () => {
  const { refused, limits } = await estimate(PAGES, { ids: [ID] });
  const run = await server.post(PAGES, { ids: [ID] });
  expect(refused).toBe(false);
  expect(limits.find(({ limit }) => limit === 'cost')).toMatchObject({
    asked: run.body.extensions?.meta['cost'],
    allowed: 2000,
  });
  expect(limits.map(({ limit }) => limit)).toStrictEqual([
    'body',
    'tokens',
    'aliases',
    'rootFields',
    'directives',
    'repeats',
    'depth',
    'listDepth',
    'pageSize',
    'objects',
    'cost',
  ]);
});

test('what would be refused is named first by the limit that refuses it', async () => {
  const ids = Array<string>(100).fill(ID);
  const { refused, limits } = await estimate(PAGES, { ids });
  const reply = await server.post(PAGES, { ids });
  const first = limits.find((one) => one.refused);
  expect([refused, first?.limit, first?.code]).toStrictEqual([true, 'objects', codeOf(reply)]);
  expect(reply.body.errors?.[0]?.extensions).toMatchObject({
    limit: 'objects',
    asked: first?.asked,
    allowed: first?.allowed,
  });
});

test('the number of names counts in a list to be reconciled', async () => {
  const list = `query ($names: [String!]!) { reconcile(names: $names) { ... on Reconciliation { names { read } } } }`;
  const asked = async (count: number) => {
    const { limits } = await estimate(list, { names: Array.from({ length: count }, (_, i) => `甲${i}`) });
    return limits.find(({ limit }) => limit === 'cost')?.asked;
  };
  expect([await asked(1), await asked(500)]).toStrictEqual([51, 71]);
});

test('tokens beyond the limit are counted and nothing else is', async () => {
  const { refused, tooLarge, limits } = await estimate(`{ ${'__typename '.repeat(5001)} }`);
  expect([refused, tooLarge]).toStrictEqual([true, true]);
  expect(limits.map(({ limit, asked, refused: is }) => [limit, asked, is])).toStrictEqual([
    ['body', 55042, false],
    ['tokens', 5003, true],
  ]);
});

test('fragments that double at each level are too large to be measured', async () => {
  const fragments = Array.from({ length: 30 }, (_, i) => `fragment F${i} on Dataset { ...F${i + 1} ...F${i + 1} }`);
  const operation = `{ dataset { ...F0 } } ${fragments.join('\n')} fragment F30 on Dataset { version }`;
  expect(await estimate(operation)).toMatchObject({ refused: true, tooLarge: true });
});

test('an estimate of an estimate is measured, and nothing in it is looked at', async () => {
  const operation = `{ estimateCost(operation: "{ estimateCost(operation: \\"nonsense\\") { __typename } }") { __typename } }`;
  expect(await estimate(operation)).toMatchObject({ refused: false, tooLarge: false });
});

test.each([
  ['{ nothing }', undefined, 'operation', 'Cannot query field "nothing" on type "Query".'],
  ['{ dataset', undefined, 'operation', 'Syntax Error: Expected Name, found <EOF>.'],
  ['{ dataset { "', undefined, 'operation', 'Syntax Error: Unterminated string.'],
  ['query A { __typename } query B { __typename }', undefined, 'operation', '2 operations'],
  [PAGES, 'no json', 'variables', 'not JSON'],
  [PAGES, '[]', 'variables', 'not a JSON object'],
  [PAGES, '{}', 'variables', 'Variable "$ids" of required type "[ID!]!" was not provided.'],
])('%s with %s cannot be estimated, and it is said why', async (operation, variables, field, because) => {
  const answer = await estimate(operation, variables);
  expect(answer.field).toBe(field);
  expect(answer.message?.zh).toContain(because);
});
