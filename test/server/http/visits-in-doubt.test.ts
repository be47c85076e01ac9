import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sheetsOf } from '#test/support/sheets-of.ts';
import type { World } from '#test/support/load-world.ts';
import { asker, idByName } from '../support/ask.ts';
import { inDoubtWorld } from '../support/in-doubt-world.ts';
import { serve, type Served } from '../support/serve.ts';

let world: World;
let server: Served;
let query: string;
beforeEach(async () => {
  world = await inDoubtWorld(['无名甲有限公司', '沪光有限公司'], ['远液有限公司', '无名乙有限公司']);
  server = await serve(world.store);
  const ask = asker(world.store);
  const ids = await Promise.all(['电解液', '白市', '远液有限公司'].map((name) => idByName(ask, name)));
  query = `?segment=${ids[0]}&region=${ids[1]}&firm=${ids[2]}`;
});
afterEach(async () => {
  await server.stop();
  await world.dispose();
});

async function linesOf(format: 'csv' | 'xlsx', language: 'zh' | 'en'): Promise<readonly (readonly string[])[]> {
  const reply = await fetch(`${server.url}visits.${format}${query}&language=${language}`);
  if (format === 'csv') return parse(await reply.text(), { bom: true, relax_column_count: true }) as string[][];
  const [sheet] = await sheetsOf(new Uint8Array(await reply.arrayBuffer()));
  return (sheet?.rows ?? []).map((row) => row.map(({ value }) => String(value ?? '')));
}

test.each(['csv', 'xlsx'] as const)(
  'in %s a name in doubt is marked, in a row as among those left out',
  async (format) => {
    const lines = await linesOf(format, 'zh');
    const [head = [], first] = lines;
    expect(first?.[head.indexOf('理由')]).toContain('名称待核');
    expect(lines.filter(([word]) => word === '没有列的').map(([, text]) => text)).toStrictEqual([
      '另有 6 家候选没有选进这份清单',
      '本地已见在产，不算引进对象：1 家（白液有限公司）',
      '同本地有往来，没有写它做这条链：1 家（沪光有限公司（名称待核））',
      '写它在别处，没有写它同本地有往来：1 家（金液有限公司）',
      '只是计划研发，还没有成果：1 家（金市大学）',
    ]);
    const english = await linesOf(format, 'en');
    expect(english.map(([, text]) => text)).toContain(
      'in dealings with the region, not said to be of this chain: 1 (沪光有限公司 (name in doubt))',
    );
  },
);
