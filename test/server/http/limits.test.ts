import { getIntrospectionQuery } from 'graphql';
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

const ID = `e${'a'.repeat(20)}`;

/** Status, code, and which limit. */
async function refusal(query: string, variables?: Record<string, unknown>): Promise<unknown[]> {
  const reply = await server.post(query, variables);
  expect(reply.body.data).toBe(undefined);
  return [reply.status, codeOf(reply), reply.body.errors?.[0]?.extensions['limit']];
}

test('a query that is too deep is refused, with what was asked and what is allowed', async () => {
  let inner = 'id';
  for (let i = 0; i < 12; i++) inner = `place { ${inner} }`;
  const reply = await server.post(`{ node(id: "${ID}") { ... on Entity { ${inner} } } }`);
  expect(reply.body.errors).toMatchObject([
    {
      message: '层数：14，最多 12 / levels: 14, at most 12',
      extensions: { code: 'DEPTH_LIMIT_EXCEEDED', limit: 'depth', asked: 14, allowed: 12 },
    },
  ]);
  expect(reply.status).toBe(400);
});

test('depth hidden in fragments is depth', async () => {
  const fragments = Array.from({ length: 12 }, (_, i) => `fragment F${i} on Entity { place { ...F${i + 1} } }`).join(
    '\n',
  );
  const query = `{ node(id: "${ID}") { ...F0 } } ${fragments} fragment F12 on Entity { id }`;
  expect(await refusal(query)).toStrictEqual([400, 'DEPTH_LIMIT_EXCEEDED', 'depth']);
});

test('lists inside lists inside lists are refused', async () => {
  const query = `{ dataset { sources { coverage { source { coverage { source { coverage { source { coverage { source { id } } } } } } } } } } }`;
  expect(await refusal(query)).toStrictEqual([400, 'DEPTH_LIMIT_EXCEEDED', 'listDepth']);
});

test('fragments that name each other in a circle are refused', async () => {
  const query = `{ node(id: "${ID}") { ...A } } fragment A on Entity { place { ...B } } fragment B on Entity { place { ...A } }`;
  expect(await refusal(query)).toStrictEqual([400, 'GRAPHQL_VALIDATION_FAILED', undefined]);
});

test('fragments that double at each level are refused before they are filled in', async () => {
  const fragments = Array.from({ length: 30 }, (_, i) => `fragment F${i} on Dataset { ...F${i + 1} ...F${i + 1} }`);
  const query = `{ dataset { ...F0 } } ${fragments.join('\n')} fragment F30 on Dataset { version }`;
  const reply = await server.post(query);
  expect([reply.status, codeOf(reply)]).toStrictEqual([400, 'COST_LIMIT_EXCEEDED']);
});

test('aliases are counted, those of __typename too', async () => {
  const aliased = (field: string) => `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: ${field}`).join(' ')} }`;
  expect(await refusal(aliased('__typename'))).toStrictEqual([400, 'COST_LIMIT_EXCEEDED', 'aliases']);
  expect(await refusal(aliased('dataset { version }'))).toStrictEqual([400, 'COST_LIMIT_EXCEEDED', 'aliases']);
});

test('aliases, root fields, directives and repeats each have their limit', async () => {
  const many = (count: number, field: (i: number) => string) =>
    `{ ${Array.from({ length: count }, (_, i) => field(i)).join(' ')} }`;
  expect(await refusal(many(17, () => '__typename'))).toStrictEqual([400, 'COST_LIMIT_EXCEEDED', 'rootFields']);
  expect(await refusal(many(17, () => '... on Query { __typename }'))).toStrictEqual([
    400,
    'COST_LIMIT_EXCEEDED',
    'rootFields',
  ]);
  expect(await refusal(`{ dataset ${many(17, () => 'version @include(if: true)')} }`)).toStrictEqual([
    400,
    'COST_LIMIT_EXCEEDED',
    'directives',
  ]);
  expect(await refusal(`{ dataset ${many(101, () => 'version')} }`)).toStrictEqual([
    400,
    'COST_LIMIT_EXCEEDED',
    'repeats',
  ]);
  expect((await server.post(`{ dataset ${many(100, () => 'version')} }`)).status).toBe(200);
});

test('unknown directives by the dozen are refused with at most five errors', async () => {
  const reply = await server.post(`{ __typename ${Array.from({ length: 12 }, (_, i) => `@no${i}`).join(' ')} }`);
  expect([reply.status, codeOf(reply)]).toStrictEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  expect(reply.body.errors?.length).toBeLessThanOrEqual(6);
});

test('a page size in a variable is seen, for each request anew', async () => {
  const query = `query ($n: Int!) { node(id: "${ID}") { ... on Entity { relations(first: $n) { edges { node { id } } } } } }`;
  expect((await server.post(query, { n: 100 })).status).toBe(200);
  expect(await refusal(query, { n: 101 })).toStrictEqual([400, 'BAD_USER_INPUT', 'pageSize']);
  expect((await server.post(query, { n: 5 })).status).toBe(200);
});

test('a page size in the default of a variable is seen', async () => {
  const query = `query ($n: Int = 1500) { node(id: "${ID}") { ... on Entity { relations(first: $n) { edges { node { id } } } } } }`;
  expect(await refusal(query)).toStrictEqual([400, 'BAD_USER_INPUT', 'pageSize']);
});

test('pages inside pages are paid for by what they may hold', async () => {
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { relations(first: 100) { edges { node { provenance { statements(first: 100) { totalCount } } from { id } to { id } } } } } } }`;
  expect(await refusal(query, { ids: Array<string>(100).fill(ID) })).toStrictEqual([
    400,
    'COST_LIMIT_EXCEEDED',
    'objects',
  ]);
  // 1 root field and 602 objects: the node, its list, and 100 each of edges, relations, provenance, lists, from, to.
  const reply = await server.post(query, { ids: [ID] });
  expect(reply.body.extensions?.meta['cost']).toBe(26);
});

test('each aliased question is paid for', async () => {
  const one = (i: number) =>
    `p${i}: paths(input: { from: ["${ID}"], to: ["${ID}"], k: 50 }) { ... on PathSet { paths { hops steps { relations { sentence { zh } } } } } }`;
  const cost = async (count: number) => {
    const reply = await server.post(`{ ${Array.from({ length: count }, (_, i) => one(i)).join(' ')} }`);
    return reply.body.extensions?.meta['cost'] as number;
  };
  const [single, triple] = [await cost(1), await cost(3)];
  expect(triple).toBeGreaterThanOrEqual(3 * single - 3);
  expect(triple).toBeLessThanOrEqual(3 * single);
});

test('a matrix of distances is paid for by its pairs', async () => {
  const query = `query ($ids: [ID!]!) { distances(input: { from: $ids, to: $ids }) { ... on Distances { pairs { hops from { id } to { id } } } } }`;
  const cost = async (count: number) =>
    (await server.post(query, { ids: Array<string>(count).fill(ID) })).body.extensions?.meta['cost'];
  // 50 for the question; 1 answer and, of 400 pairs, the pair and its two ends: 1,201 objects.
  expect(await cost(20)).toBe(50 + 49);
  expect(await cost(1)).toBe(50 + 1);
});

test('more than 5,000 tokens are not read', async () => {
  const query = `{ ${'__typename '.repeat(5001)} }`;
  expect(await refusal(query)).toStrictEqual([400, 'GRAPHQL_PARSE_FAILED', undefined]);
});

test('a tool may read the schema, but not in circles', async () => {
  const reply = await server.post(getIntrospectionQuery());
  expect([reply.status, reply.body.errors]).toStrictEqual([200, undefined]);
  const loop =
    '{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } } }';
  expect((await refusal(loop))[0]).toBe(400);
});

test('a legal query full of tokens is refused or answered quickly', async () => {
  const fields = Array.from({ length: 99 }, () => 'version date visibility entityCount').join(' ');
  const started = performance.now();
  await server.post(`{ ${`dataset { ${fields} } `.repeat(12)} }`);
  expect(performance.now() - started).toBeLessThan(5000);
});
