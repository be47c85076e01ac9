import { afterEach, expect, test } from 'vitest';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName } from '../support/ask.ts';
import { batteries, SIGNED, TALKING } from '../support/batteries.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

type LeftOut = { candidates: { leftOut: { reason: string; count: number; bodies: { name: string }[] }[] } };

/** Who is left out where 金液有限公司, of another city, is in contact with the office: by reason, count and names. */
async function leftOut(contact: string): Promise<readonly string[]> {
  world = await emptyWorld();
  await world.load(batteries('', [contact.replace('沪液有限公司', '金液有限公司')]));
  const ask = asker(world.store);
  const [segment, region] = await Promise.all(['电解液', '白市'].map((name) => idByName(ask, name)));
  const query = `query ($for: CandidatesFor!) { candidates(for: $for) { ... on Candidates {
    leftOut { reason count bodies { name } } } } }`;
  const { candidates } = await dataOf<LeftOut>(ask, query, { for: { segment, region } });
  return candidates.leftOut.map((one) => [one.reason, one.count, ...one.bodies.map(({ name }) => name)].join(' '));
}

const PRESENT = 'present 1 白液有限公司';
const REST = ['other_chain 1 沪光有限公司', 'no_result_yet 1 金市大学'] as const;

test('that no tie is written is not said of a firm that the office speaks to', async () => {
  expect(await leftOut(TALKING)).toStrictEqual([PRESENT, REST[0], 'in_ledger 1 金液有限公司', REST[1]]);
});

test('a firm that has signed is counted once', async () => {
  expect(await leftOut(SIGNED)).toStrictEqual([PRESENT, 'signed 1 金液有限公司', ...REST]);
});
