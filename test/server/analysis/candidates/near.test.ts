import { expect, test } from 'vitest';
import type { SliceFact } from '#server/analysis/board/slice.ts';
import { factsNear, firmsNear, nearGround, nearOfFirm, type NearLack } from '#server/analysis/candidates/near.ts';
import type { Related } from '#server/analysis/candidates/relatedness.ts';

const PLAIN = {
  type: 'ACTIVE_IN',
  modality: 'operating',
  product: undefined,
  at: undefined,
  stage: undefined,
  verdict: undefined,
  confidence: 900,
  validFrom: undefined,
  validTo: undefined,
  sources: ['source'],
  disputed: false,
} as const;

const facts = (lines: readonly string[], how: Partial<SliceFact> = {}): SliceFact[] =>
  lines.map((line) => {
    const [from = '', segment = ''] = line.split(' ');
    return { ...PLAIN, id: line, from, segment, ...how };
  });

/** Twenty firms that make pumps and valves: enough to rank by. */
const MANY = Array.from({ length: 20 }, (_, n) => [
  `多${String(n).padStart(2, '0')} 泵`,
  `多${String(n).padStart(2, '0')} 阀`,
]).flat();
const NESTED = new Map([
  ['泵', ['流体']],
  ['阀', ['流体']],
  ['流体', ['装备']],
  ['轴承', ['装备']],
]);
const groundOf = (...more: readonly SliceFact[][]) => nearGround('2025', [...facts(MANY), ...more.flat()], NESTED, []);
const idsOf = (near: readonly Related[] | NearLack) => ('lack' in near ? near : near.map(({ id }) => id));

test('who does a segment near it comes, with the terms that add up and what they rest on', () => {
  const near = firmsNear(groundOf(facts(['甲 泵', '乙 轴承'])), '阀');
  if ('lack' in near) throw new Error(near.lack);
  expect(
    near.map(({ id, terms }) => [
      id,
      ...terms.filter(({ value }) => value > 0).map(({ term, rests }) => `${term} ${rests.join(' ')}`),
    ]),
  ).toEqual([
    ['甲', 'presence 泵', 'stage 泵', 'chain 泵'],
    ['乙', 'chain 轴承'],
  ]);
  for (const { score, terms } of near) expect(terms.reduce((sum, { value }) => sum + value, 0)).toBe(score);
});

test('of a firm the facts are told that its nearness rests on, and no others', () => {
  const ground = groundOf(facts(['甲 泵', '甲 别的']), facts(['甲 轴承'], { modality: 'planned' }));
  const near = firmsNear(ground, '阀');
  if ('lack' in near) throw new Error(near.lack);
  const [one] = near;
  if (one === undefined) throw new Error('nobody');
  expect(factsNear(ground, '甲', one).map(({ id }) => id)).toEqual(['甲 泵']);
});

test('what is planned, proposed, denied or only studied makes nobody near', () => {
  const ground = groundOf(
    facts(['划 泵'], { modality: 'planned' }),
    facts(['议 泵'], { modality: 'proposed' }),
    facts(['否 泵'], { disputed: true }),
    facts(['研 泵'], { type: 'DEVELOPS' }),
    facts(['试 泵'], { type: 'PRODUCES', stage: 'pilot' }),
    facts(['建 泵'], { modality: 'building' }),
  );
  expect(idsOf(firmsNear(ground, '阀'))).toEqual(['建']);
});

test('of whom anything is written in the segment or its parts is not told to do something near it', () => {
  const near = ['划', '研', '部', '甲'].map((firm) => `${firm} 泵`);
  const ground = nearGround(
    '2025',
    [
      ...facts([...MANY, ...near]),
      ...facts(['划 阀'], { modality: 'planned' }),
      ...facts(['研 阀'], { type: 'SUPPORTS' }),
      ...facts(['部 阀芯']),
    ],
    new Map([...NESTED, ['阀芯', ['阀']]]),
    [],
  );
  expect(idsOf(firmsNear(ground, '阀'))).toEqual(['甲']);
});

test('a segment that others are part of is near to what is done in its chain', () => {
  const ground = groundOf(facts(['乙 轴承']));
  // The twenty do its parts, and so do it.
  expect(idsOf(firmsNear(ground, '流体'))).toEqual(['乙']);
});

test('fewer than twenty firms that do two segments carry no ranking, and are counted', () => {
  const ground = nearGround('2025', facts([...MANY.slice(2), '甲 泵', '甲 泵']), NESTED, []);
  expect(firmsNear(ground, '阀')).toEqual({ lack: 'few', count: 19 });
  expect(nearOfFirm(ground, '甲')).toEqual({ lack: 'few', count: 19 });
});

test('of a firm segments are near in which nothing is written of it; of who does none, that is said', () => {
  const ground = groundOf(facts(['甲 泵', '乙 轴承']), facts(['甲 轴承'], { modality: 'planned' }));
  expect(idsOf(nearOfFirm(ground, '甲'))).toEqual(['阀']);
  expect(nearOfFirm(ground, '无')).toEqual({ lack: 'does' });
});
