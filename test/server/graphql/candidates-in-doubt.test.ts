import { afterEach, expect, test } from 'vitest';
import type { World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';
import { inDoubtWorld } from '../support/in-doubt-world.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

async function worldOf(...pairs: readonly (readonly [string, string])[]): Promise<Ask> {
  world = await inDoubtWorld(...pairs);
  return asker(world.store);
}

type List = { rows: { body: { name: string }; silences: { silence: string }[] }[] };

/** Whose name is said to be in doubt, list by list; the asker asks both modes and compares them. */
async function inDoubt(ask: Ask, of: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const ids = await Promise.all(Object.entries(of).map(async ([key, name]) => [key, await idByName(ask, name)]));
  const list = 'rows { body { name } silences { silence } }';
  const query = `query ($for: CandidatesFor!) { candidates(for: $for) {
    ... on Candidates { named { ${list} } ties { ${list} } results { ${list} } } } }`;
  const { candidates } = await dataOf<{ candidates: Record<string, List> }>(ask, query, {
    for: Object.fromEntries(ids),
  });
  return Object.entries(candidates).flatMap(([name, { rows }]) =>
    rows.flatMap(({ body, silences }) =>
      silences.some(({ silence }) => silence === 'name_in_doubt') ? [`${name} ${body.name}`] : [],
    ),
  );
}

test('whose name is in doubt is said of every candidate for a segment, in memory and over the store alike', async () => {
  const ask = await worldOf(['宁时有限公司', '无名甲有限公司'], ['无名乙有限公司', '远液有限公司']);
  expect(await inDoubt(ask, { segment: '电解液', region: '白市' })).toStrictEqual([
    'named 宁时有限公司',
    'ties 远液有限公司',
  ]);
});

test('and of everybody whom a body works with', async () => {
  const ask = await worldOf(['无名乙有限公司', '远液有限公司']);
  expect(await inDoubt(ask, { body: '白液有限公司' })).toStrictEqual(['ties 远液有限公司']);
});
