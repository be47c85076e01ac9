import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { returned } from '#test/survey/fill.ts';
import { contentOf } from '#test/survey/content.ts';
import { serve, type Served } from '../support/serve.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let world: World;
let server: Served;
beforeAll(async () => {
  world = await loadWorld('survey');
  server = await serve(world.store);
});
afterAll(async () => {
  await server.stop();
  await world.dispose();
});

async function sheets(query = ''): Promise<Uint8Array> {
  const answer = await fetch(`${server.url}survey.xlsx${query}`);
  expect([answer.status, answer.headers.get('content-type')]).toStrictEqual([200, XLSX]);
  return new Uint8Array(await answer.arrayBuffer());
}

const preview = (bytes: string | Buffer<ArrayBuffer>, type = XLSX, url = server.url) =>
  fetch(`${url}survey/preview`, { method: 'POST', headers: { 'content-type': type }, body: bytes });

test('the sheets are fetched, the same bytes each time, and the filled one is shown without being written', async () => {
  const workbook = await sheets();
  expect(Buffer.from(await sheets('?version=1')).equals(Buffer.from(workbook))).toBe(true);
  const before = await contentOf(world.store);
  const filled = await returned(workbook, {
    乙市: { publisher: '乙市工信局', date: '2025-06', answers: { 泵体: '确认没有这类企业' } },
  });
  const answer = await preview(Buffer.from(filled));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    sheets: [
      {
        office: '乙市',
        answers: [{ label: '泵体', answer: 'none' }],
        cells: [{ region: '乙市', segment: '泵体', before: { state: 'unsurveyed' }, after: { state: 'missing' } }],
      },
    ],
    warnings: [],
  });
  expect(await contentOf(world.store)).toStrictEqual(before);
});

test('mistakes are told by cell, a body of another kind and an unknown office by name', async () => {
  const filled = await returned(await sheets(), { 乙市: { publisher: '乙市工信局', answers: { 泵体: '齐全' } } });
  const refused = await preview(Buffer.from(filled));
  expect(refused.status).toBe(422);
  const { issues } = (await refused.json()) as { issues: { code: string; at: string }[] };
  expect(issues.map(({ code, at }) => [code, at])).toStrictEqual([
    ['DATE_MISSING', 'survey.xlsx 乙市!C9'],
    ['ANSWER_WITHOUT_FIRMS', 'survey.xlsx 乙市!H22'],
  ]);
  expect((await preview('{}', 'application/json')).status).toBe(400);
  expect((await fetch(`${server.url}survey.xlsx?office=enothing`)).status).toBe(400);
  expect((await fetch(`${server.url}survey.xlsx?version=x`)).status).toBe(400);
});

test('where the service is open to others nobody has a spreadsheet read', async () => {
  const open = await serve(world.store, { publicHosts: ['longlian.example'] });
  try {
    expect((await preview(Buffer.from('x'), XLSX, open.url)).status).toBe(404);
  } finally {
    await open.stop();
  }
});
