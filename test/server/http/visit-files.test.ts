import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '#test/support/load-world.ts';
import { asker, idByName } from '../support/ask.ts';
import { serve, type Served } from '../support/serve.ts';
import { visitsWorld } from '../support/visits-world.ts';
import { sheetsOf } from '#test/support/sheets-of.ts';

const HOSTILE = '=HYPERLINK("http://x.example")泵业有限公司';

let world: World;
let server: Served;
let query: string;
beforeAll(async () => {
  world = await visitsWorld(true);
  server = await serve(world.store);
  const ask = asker(world.store);
  const [region, segment, deer, hostile] = await Promise.all(
    ['甲市', '叶轮', '白鹿泵业有限公司', HOSTILE].map((name) => idByName(ask, name)),
  );
  query = `?segment=${segment}&region=${region}&firm=${deer}&firm=${hostile}`;
});
afterAll(async () => {
  await server.stop();
  await world.dispose();
});

test('the list is fetched as a workbook and as CSV, the same cells, none of them a formula', async () => {
  const workbook = await fetch(`${server.url}visits.xlsx${query}`);
  expect([workbook.status, workbook.headers.get('content-disposition')]).toStrictEqual([
    200,
    'attachment; filename=visits.xlsx',
  ]);
  const [sheet] = await sheetsOf(new Uint8Array(await workbook.arrayBuffer()));
  expect(sheet?.rows.flat().some(({ formula }) => formula)).toBe(false);
  const cells = sheet?.rows.map((row) => row.slice(0, 10).map(({ value }) => value ?? ''));
  const csv = await fetch(`${server.url}visits.csv${query}`);
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const rows = parse(await csv.text(), { bom: true, relax_column_count: true }) as string[][];
  expect(rows.slice(0, 3).map((row) => row.slice(0, 10).map((cell) => cell.replace(/^'/, '')))).toStrictEqual(
    cells?.slice(0, 3),
  );
  expect(rows[2]?.[0]).toBe(`'${HOSTILE}`);
});

test('the same question gives the same bytes, in English too', async () => {
  const get = async (more: string) =>
    Buffer.from(await (await fetch(`${server.url}visits.xlsx${query}${more}`)).arrayBuffer()).toString('base64');
  expect(await get('')).toBe(await get('&language=zh'));
  expect(await get('&language=en')).not.toBe(await get(''));
});

test('what cannot be asked is told', async () => {
  const status = async (name: string) => (await fetch(`${server.url}visits.csv${name}`)).status;
  expect(await status('')).toBe(400);
  expect(await status(`${query}&language=fr`)).toBe(400);
  expect(await status(`${query}&version=x`)).toBe(400);
  expect(await status(`${query}&date=soon`)).toBe(400);
  expect(await status(`${query}&firm=eaaaaaaaaaaaaaaaaaaaa`)).toBe(404);
  const signed = await idByName(asker(world.store), '黑石阀业有限公司');
  const refused = await fetch(`${server.url}visits.csv${query}&firm=${signed}`);
  expect([refused.status, await refused.text()]).toStrictEqual([400, expect.stringContaining('黑石阀业有限公司')]);
});
