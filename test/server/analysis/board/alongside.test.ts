import { expect, test } from 'vitest';
import { alongsideOf, type Beside, type Tie } from '#server/analysis/board/alongside.ts';
import { cellFacts, type CellFacts } from '#server/analysis/board/cell-facts.ts';
import { chainOf, fact, firm } from './a-chain.ts';

const tie = (segment: string, other: string): Tie => ({
  relation: `${segment}→${other}`,
  type: 'FEEDS',
  segment,
  other,
});

function beside(patch: Partial<Beside>): Beside {
  const facts = [
    fact('甲', { segment: '车', modality: 'planned' }),
    fact('乙', { segment: '车', modality: 'proposed' }),
    fact('省', { segment: '船', modality: 'planned' }),
    fact('甲', { segment: '船', modality: 'operating' }),
    fact('厂', { segment: '船', modality: 'planned' }),
    fact('在产厂', { segment: '舱', modality: 'operating' }),
    fact('在建厂', { segment: '船', modality: 'building' }),
  ];
  return {
    ties: [tie('芯', '船'), tie('阀', '车'), tie('阀', '船')],
    cut: 0,
    chainsOf: new Map([['车', ['车链']]]),
    around: chainOf([firm('厂', '甲'), firm('在产厂', '甲'), firm('在建厂', '乙')], facts, {
      parts: [{ id: '舱', partOf: '船' }],
    }),
    ...patch,
  };
}
const NOTHING = cellFacts(chainOf([], []), '阀', new Set(), '甲');
const cells = (regions: readonly string[], own: Partial<CellFacts> = {}) =>
  ['阀', '芯'].flatMap((segment) => regions.map((region) => ({ segment, region, facts: { ...NOTHING, ...own } })));
const brief = (regions: readonly string[], own: Partial<CellFacts> = {}) =>
  alongsideOf(beside({}), cells(regions, own)).map(
    ({ segment, region, other, chains, planned, proposed, operating, building, intended }) =>
      [
        [segment, region, other, chains.join()].join(' '),
        planned.length,
        proposed.length,
        ...[operating, building, intended].map((actors) => [...actors.keys()].join()),
      ].join('|'),
  );

test('a tied segment of another chain stands beside a region that it is asked for or seen in, wishes apart', () => {
  expect(brief(['甲'])).toStrictEqual(['阀 甲 车 车链|1|0|||', '阀 甲 船 |0|0|在产厂||厂', '芯 甲 船 |0|0|在产厂||厂']);
  expect(brief(['乙'])).toStrictEqual(['阀 乙 车 车链|0|1|||', '阀 乙 船 |0|0||在建厂|', '芯 乙 船 |0|0||在建厂|']);
});

test('what is asked in a part counts for the whole, never the other way; a firm or what operates asks for nothing', () => {
  expect(brief(['省'])).toStrictEqual([
    '阀 省 车 车链|1|1|||',
    '阀 省 船 |1|0|在产厂|在建厂|厂',
    '芯 省 船 |1|0|在产厂|在建厂|厂',
  ]);
});

test('whom the cell itself has is not beside it too', () => {
  const own = { operating: new Map([['在产厂', []]]), intended: new Map([['厂', []]]) };
  expect(brief(['甲'], own)).toStrictEqual(['阀 甲 车 车链|1|0|||']);
});
