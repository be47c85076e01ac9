import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, type Ask } from '../support/ask.ts';

let world: World;
let ask: Ask;
beforeAll(async () => {
  world = await loadWorld('golden', { runs: 2 });
  ask = asker(world.store);
});
afterAll(() => world.dispose());

const HOLDINGS = `query ($version: Int) { dataset(version: $version) { holdings { registers registeredChains policyParks
  planned proposed actors unseen ledConsortia joinedConsortia answeredChains stagedProjects paidProjects
  examples { from { name } to { name } } } } }`;

test('what the sources hold is counted, and what to look for is named', async () => {
  expect(await dataOf(ask, HOLDINGS)).toStrictEqual({
    dataset: {
      holdings: {
        registers: 1,
        registeredChains: 0,
        policyParks: 1,
        planned: 1,
        proposed: 0,
        actors: 2,
        unseen: 0,
        ledConsortia: 1,
        joinedConsortia: 1,
        answeredChains: 0,
        stagedProjects: 0,
        paidProjects: 0,
        examples: [
          { from: { name: '晶体材料' }, to: null },
          { from: { name: '青石光电有限公司' }, to: { name: '云岭光学研究所' } },
          { from: { name: '白鹿激光有限公司' }, to: null },
          { from: { name: '青石高新区' }, to: null },
        ],
      },
    },
  });
});

test('a version before anything was published holds nothing', async () => {
  expect(await dataOf(ask, HOLDINGS, { version: 0 })).toStrictEqual({
    dataset: {
      holdings: {
        registers: 0,
        registeredChains: 0,
        policyParks: 0,
        planned: 0,
        proposed: 0,
        actors: 0,
        unseen: 0,
        ledConsortia: 0,
        joinedConsortia: 0,
        answeredChains: 0,
        stagedProjects: 0,
        paidProjects: 0,
        examples: [],
      },
    },
  });
});
