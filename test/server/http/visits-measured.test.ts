import { afterEach, expect, test } from 'vitest';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { sheetsOf } from '#test/support/sheets-of.ts';
import { asker, dataOf, idByName } from '../support/ask.ts';
import { firmName, manyConsortia } from '../support/consortia-world.ts';
import { serve, type Served } from '../support/serve.ts';

let world: World | undefined;
let server: Served | undefined;
afterEach(async () => {
  await server?.stop();
  await world?.dispose();
});

type Rate = { value: number; low: number; high: number };
type Answer = {
  candidates: {
    partners: {
      rows: { body: { id: string } }[];
      measured: { measure: string; groups: number; hit: Rate; plain: { label: { zh: string }; hit: Rate } };
    };
  };
};

const percent = (thousandths: number) => `${(thousandths / 10).toFixed(1)} %`;

test('the rate that is measured on the graph is the one in the workbook of the visiting list', async () => {
  world = await emptyWorld();
  await world.load(manyConsortia());
  server = await serve(world.store);
  const ask = asker(world.store);
  const body = await idByName(ask, firmName(0));
  const query = `query ($for: CandidatesFor!) { candidates(for: $for) { ... on Candidates { partners {
    rows { body { id } } measured { measure groups hit { value low high } plain { label { zh } hit { value low high } } } } } } }`;
  const { partners } = (await dataOf<Answer>(ask, query, { for: { body } })).candidates;
  const { measure, groups, hit, plain } = partners.measured;
  expect(measure).toBe('measured');
  expect(groups).toBeGreaterThanOrEqual(20);
  const [first] = partners.rows;
  const file = await fetch(`${server.url}visits.xlsx?body=${body}&firm=${first?.body.id}`);
  const [, about] = await sheetsOf(new Uint8Array(await file.arrayBuffer()));
  const notes = (about?.rows ?? []).map((row) => row.slice(0, 2).map(({ value }) => value));
  expect(notes).toContainEqual([
    '准不准',
    `合作对象排序的命中率：先隐去一部分已知的再找，前十名里找回 ${percent(hit.value)}（${percent(hit.low)}–${percent(hit.high)}），${plain.label.zh}是 ${percent(plain.hit.value)}`,
  ]);
  expect(notes.flat()).not.toContainEqual(expect.stringContaining('没有测过'));
});
