import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { startServer } from '#server/http/start-server.ts';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { codeOf, raw, serve, type Served } from '../support/serve.ts';

let world: World;
let server: Served;
let folder: string;
beforeAll(async () => {
  world = await loadWorld('golden', { runs: 2 });
  folder = mkdtempSync(path.join(tmpdir(), 'longlian-web-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>陇链</title>');
  writeFileSync(path.join(folder, 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(path.join(folder, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  server = await serve(world.store, { explorerFolder: folder });
});
afterAll(async () => {
  await server.stop();
  await world.dispose();
  rmSync(folder, { recursive: true });
});

const JSON_TYPE = { 'content-type': 'application/json' };

test('the same question on the same version gives the same bytes of data; what moves stands beside it', async () => {
  const query =
    '{ dataset { version sources { id title } } search(text: "激光") { edges { cursor node { entity { id name } } } } }';
  const [one, two] = [await server.post(query), await server.post(query)];
  expect(JSON.stringify(one.body.data)).toBe(JSON.stringify(two.body.data));
  const { meta } = one.body.extensions ?? { meta: {} };
  expect(Object.keys(meta)).toStrictEqual(['requestId', 'dataVersion', 'elapsedMs', 'cost']);
  expect(meta['dataVersion']).toBe(2);
  expect(meta['requestId']).not.toBe(two.body.extensions?.meta['requestId']);
});

describe('what is not a question', () => {
  test('a body that is not JSON is told so in JSON', async () => {
    const reply = await raw(server.graphql, { method: 'POST', headers: JSON_TYPE, body: '{"query": ' });
    expect([reply.status, reply.type]).toStrictEqual([400, 'application/json; charset=utf-8']);
    expect(JSON.parse(reply.text)).toStrictEqual({
      errors: [{ message: '不是 JSON / not JSON', extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  test('a body above 256 kB is not read', async () => {
    const body = JSON.stringify({ query: `{ __typename } # ${'x'.repeat(256 * 1024)}` });
    const reply = await raw(server.graphql, { method: 'POST', headers: JSON_TYPE, body });
    expect(reply.status).toBe(413);
    expect(JSON.parse(reply.text)).toStrictEqual({
      errors: [{ message: '内容太长 / the body is too large', extensions: { code: 'COST_LIMIT_EXCEEDED' } }],
    });
  });

  test('a malformed query says where', async () => {
    const reply = await server.post('{ dataset { ');
    expect([reply.status, codeOf(reply)]).toStrictEqual([400, 'GRAPHQL_PARSE_FAILED']);
    expect(reply.body.errors?.[0]).toMatchObject({ locations: [{ line: 1, column: 13 }] });
  });

  test('an unknown field, a wrong variable and an unknown operation are the request’s fault', async () => {
    expect(codeOf(await server.post('{ nothing }'))).toBe('GRAPHQL_VALIDATION_FAILED');
    const reply = await server.post('query ($v: Int) { dataset(version: $v) { version } }', { v: 'x' });
    expect([reply.status, codeOf(reply)]).toStrictEqual([400, 'BAD_USER_INPUT']);
    const answer = await raw(server.graphql, {
      method: 'POST',
      headers: { ...JSON_TYPE, accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: 'query A { __typename } query B { __typename }', operationName: 'C' }),
    });
    expect(answer.status).toBe(400);
  });

  test('a batch is refused', async () => {
    const body = JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    expect((await raw(server.graphql, { method: 'POST', headers: JSON_TYPE, body })).status).toBe(400);
  });

  test('a page elsewhere cannot ask by a simple request', async () => {
    const query = '?query={__typename}';
    expect((await raw(`${server.graphql}${query}`, {})).status).toBe(400);
    const plain = await raw(server.graphql, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{__typename}"}',
    });
    expect(plain.status).toBe(400);
    const preflighted = await raw(`${server.graphql}${query}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(preflighted.status).toBe(200);
    const cors = await raw(server.graphql, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(cors.headers['access-control-allow-origin']).toBe(undefined);
  });
});

describe('who may ask', () => {
  test('a request under another host name is refused on every route', async () => {
    for (const route of ['graphql', 'livez', 'readyz', 'passages/x', '', 'assets/app-1a2b.js']) {
      const reply = await raw(`${server.url}${route}`, { headers: { host: 'evil.example' } });
      expect([route, reply.status]).toStrictEqual([route, 403]);
    }
    for (const host of ['localhost', 'LOCALHOST:4600', '127.0.0.1:1', '[::1]:4600']) {
      expect((await raw(`${server.url}livez`, { headers: { host } })).status).toBe(200);
    }
  });

  test('another address than loopback is refused unless its public names are given', async () => {
    const options = { store: world.store, host: '0.0.0.0', port: 0 };
    await expect(startServer(options)).rejects.toMatchObject({ name: 'GraphError', code: 'USAGE' });
    const open = await startServer({ ...options, publicHosts: ['graph.example'] });
    const url = open.url.replace('0.0.0.0', '127.0.0.1');
    expect((await raw(`${url}livez`, { headers: { host: 'graph.example' } })).status).toBe(200);
    expect((await raw(`${url}livez`, { headers: { host: 'evil.example' } })).status).toBe(403);
    await open.stop();
  });

  test('a port that is taken is a wrong usage', async () => {
    const port = Number(new URL(server.url).port);
    await expect(startServer({ store: world.store, host: '127.0.0.1', port })).rejects.toThrow(
      new GraphError('USAGE', { host: '127.0.0.1', port, because: 'EADDRINUSE' }),
    );
  });

  test('answers carry headers that keep them in place', async () => {
    const { headers } = await raw(server.url, { headers: { accept: 'text/html' } });
    expect(headers['content-security-policy']).toBe(
      "default-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data: blob:;worker-src 'self' blob:;font-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBe(undefined);
    expect(headers['strict-transport-security']).toBe(undefined);
  });
});

describe('the explorer', () => {
  test('files with a hash in their name are kept, the page is asked for each time', async () => {
    const asset = await raw(`${server.url}assets/app-1a2b.js`, {});
    expect([asset.status, asset.headers['cache-control']]).toStrictEqual([200, 'public, max-age=31536000, immutable']);
    const mark = await raw(`${server.url}mark.svg`, {});
    expect([mark.status, mark.headers['cache-control']]).toStrictEqual([200, 'no-cache']);
    const page = await raw(server.url, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers['cache-control'], page.type]).toStrictEqual([
      200,
      'no-cache',
      'text/html; charset=utf-8',
    ]);
  });

  test('an address of the explorer gives the page, a file that is not there does not', async () => {
    const page = await raw(`${server.url}paths/a/b?v=2`, { headers: { accept: 'text/html' } });
    expect([page.status, page.text]).toStrictEqual([200, '<!doctype html><title>陇链</title>']);
    const missing = await raw(`${server.url}assets/gone.js`, { headers: { accept: '*/*' } });
    expect([missing.status, JSON.parse(missing.text)]).toStrictEqual([
      404,
      { error: { code: 'NOT_FOUND', message: '没有这个地址 / nothing here' } },
    ]);
    for (const route of ['../package.json', '%2e%2e/package.json', 'assets/..%2f..%2fpackage.json']) {
      expect((await raw(server.url + route, {})).text).not.toContain('"name"');
    }
  });
});
