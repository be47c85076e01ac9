import { expect, test } from 'vitest';
import { alongsideOf, type Beside, type Tie } from '#server/analysis/board/alongside.ts';
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
  ];
  return {
    ties: [tie('芯', '船'), tie('阀', '车'), tie('阀', '船')],
    cut: 0,
    chainsOf: new Map([['车', ['车链']]]),
    around: chainOf([firm('厂', '甲')], facts),
    ...patch,
  };
}
const brief = (regions: readonly string[]) =>
  alongsideOf(beside({}), ['阀', '芯'], regions).map(({ segment, region, other, chains, planned, proposed }) =>
    [segment, region, other, chains.join(), planned.length, proposed.length].join(' '),
  );

test('a tied segment of another chain stands beside a region that it is asked for, with who only wishes apart', () => {
  expect(brief(['甲'])).toStrictEqual(['阀 甲 车 车链 1 0']);
  expect(brief(['甲', '乙'])).toStrictEqual(['阀 甲 车 车链 1 0', '阀 乙 车 车链 0 1']);
});

test('what is asked in a part counts for the whole, never the other way; a firm or what operates asks for nothing', () => {
  expect(brief(['省'])).toStrictEqual(['阀 省 车 车链 1 1', '阀 省 船  1 0', '芯 省 船  1 0']);
});
