import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { serve, type Served } from '../support/serve.ts';

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

test('all 61 audits of GraphQL over HTTP pass', async () => {
  const withPreflight: typeof fetch = (url, init = {}) =>
    fetch(url, { ...init, headers: { 'apollo-require-preflight': 'true', ...(init.headers as object) } });
  const audits = serverAudits({ url: server.graphql, fetchFn: withPreflight });
  const results: string[] = [];
  for (const audit of audits) {
    const { status } = await audit.fn();
    if (status !== 'ok') results.push(`${audit.id} ${audit.name}: ${status}`);
  }
  expect(results).toStrictEqual([]);
  expect(audits.length).toBe(61);
});
