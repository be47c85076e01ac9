import { expect, test } from 'vitest';
import type { Holdings } from '../../web/src/api/holdings.ts';
import { zh } from '../../web/src/locale/zh.ts';
import { answered, unanswered } from '../../web/src/state/answers.ts';
import { sourceGroups } from '../../web/src/state/source-groups.ts';

const NOTHING: Holdings = {
  relationCount: 0,
  kinds: [],
  relationTypes: [],
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
};
const CHAINS: Holdings = {
  ...NOTHING,
  kinds: [
    { kind: 'Chain', count: 3 },
    { kind: 'Project', count: 4 },
  ],
};
const questions = (held: Holdings) => unanswered(held, zh).map(({ question }) => question);
const whys = (held: Holdings) => unanswered(held, zh).map(({ why }) => why);

test('of nothing no question is answered', () => {
  expect(answered(NOTHING, zh)).toStrictEqual([]);
  expect(answered({ ...NOTHING, actors: 2, relationCount: 1470 }, zh).map(({ text }) => text)).toStrictEqual([
    zh.start.seenHolds(2),
    zh.start.tiedHolds('1,470'),
  ]);
});

test('a question leads to a screen that there is, never to one that is missing', () => {
  const held = { ...NOTHING, actors: 1, unseen: 1 };
  const without = { ...zh, places: { start: zh.places.start } } as unknown as typeof zh;
  expect(answered(held, zh)[0]?.place).toStrictEqual({ path: '/chains', word: zh.places.chains });
  expect(answered(held, without).map(({ place }) => place)).toStrictEqual([undefined, undefined, undefined]);
  const grown = { ...zh, places: { ...zh.places, survey: '摸底清单' } };
  expect(answered(held, grown).map(({ place }) => place?.path)).toStrictEqual(['/chains', '/survey', '/candidates']);
  expect(answered(held, grown)[1]?.place).toStrictEqual({ path: '/survey', word: '摸底清单' });
});

test('what cannot be answered stands there only while that is true', () => {
  const { scarce, responsible, projects, engaged } = zh.start;
  expect(questions(CHAINS)).toStrictEqual([scarce, responsible, projects, engaged]);
  expect(questions(NOTHING)).toStrictEqual([scarce, responsible, engaged]);
  const whole = { ...CHAINS, registeredChains: 3, answeredChains: 3, stagedProjects: 4, paidProjects: 4 };
  expect(questions(whole)).toStrictEqual([engaged]);
  expect(questions({ ...whole, relationTypes: [{ type: 'ENGAGED_WITH', count: 1 }] })).toStrictEqual([]);
});

test('a register that covers one chain changes the sentence', () => {
  expect(whys(CHAINS)[0]).toBe(zh.start.scarceNone);
  expect(whys({ ...CHAINS, registers: 2 })[0]).toBe('2 份名录只到个别环节，没有覆盖整条产业链');
  expect(whys({ ...CHAINS, registers: 1, registeredChains: 1 })[0]).toBe('1 条产业链有名录覆盖，另 2 条没有');
});

test('sources of one class and publisher stand together, the newest publisher first', () => {
  const of = (id: string, cls: string, publisher: string | null, date: string | null) => ({
    id,
    class: cls,
    publisher,
    date,
  });
  const sources = [
    of('a', 'news', '甲报', '2023'),
    of('b', 'news', '乙报', '2024'),
    of('c', 'policy', null, null),
    of('d', 'news', '甲报', '2025'),
  ];
  const groups = sourceGroups(sources, ['policy', 'news']);
  expect(groups.map((group) => group.map(({ id }) => id).join(' '))).toStrictEqual(['c', 'd a', 'b']);
});
