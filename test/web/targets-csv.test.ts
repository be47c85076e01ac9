import { expect, test } from 'vitest';
import type { Target } from '../../web/src/api/targets.ts';
import { zh } from '../../web/src/locale/zh.ts';
import { targetsCsv } from '../../web/src/state/targets-csv.ts';

const ENTITY = { id: 'e', kind: 'Park', name: '甲区', nameEn: null };
const figure = (patch: object) => ({
  id: 'f',
  measure: '企业数',
  value: '9',
  unit: '家',
  period: '2024',
  figure: 'actual',
  conflict: false,
  entity: { ...ENTITY, name: '全省' },
  ...patch,
});
const writtenIn = (date: string) => ({
  statements: {
    edges: [
      { node: { evidence: [{ stance: 'supports', passage: { locator: '¶5', source: { class: 'policy', date } } }] } },
    ],
  },
});
const NONE = { baseline: null, latest: null, onSchedule: null, notCompared: [], elsewhere: [] };
const target = (patch: object) =>
  ({
    id: 't',
    measure: '企业数',
    value: '1300',
    unit: '家',
    period: '2027',
    entity: ENTITY,
    scopeLabel: { zh: '甲区企业', en: '' },
    provenance: writtenIn('2023'),
    ...patch,
  }) as unknown as Target;

test('a target of which no passage is at hand has an empty place, and keeps its line', () => {
  const [, line] = targetsCsv([target({ pace: null, provenance: { statements: { edges: [] } } })], 3, zh, 'zh')
    .trimEnd()
    .split('\r\n');
  expect(line?.split(',').at(-2)).toBe('');
});

test('every target is a line with its pace or why there is none; what is of another body stands in a column of its own', () => {
  const disputed = [figure({ conflict: true })];
  const list = [
    target({ pace: { ...NONE, gaps: ['NO_BASELINE', 'NO_ACTUAL'], elsewhere: disputed } }),
    target({
      pace: {
        ...NONE,
        gaps: [],
        baseline: figure({ figure: 'baseline', period: '2022', value: '1000' }),
        latest: figure({ value: '1100' }),
        onSchedule: '1120',
        compound: '1110',
        distance: '300',
        gained: '100',
        neededPerYear: '67',
        neededGrowth: 57,
        lastYear: null,
        composition: [],
        shareOfWay: 333,
        shareOfTime: 400,
      },
    }),
    target({ period: '2023', pace: { ...NONE, gaps: ['NO_BASELINE'] } }),
  ];
  expect(targetsCsv(list, 4, zh, 'zh').split('\r\n').slice(1)).toStrictEqual([
    '甲区,地区,企业数,甲区企业,1300,家,2027,,,,,,没有同口径的基数；没有同口径的新近实际值,全省 企业数 实际 9 家（2024），说法不一，口径可能不同,政策 2023，¶5,数据版本 4',
    '甲区,地区,企业数,甲区企业,1300,家,2027,基数 1000 家（2022）,实际 1100 家（2024）,33.3%,40%,截至 2024，增量完成 33.3%，时间过了 40%，到 2027 年还要每年增长 5.7%。数字停在 2024，之后到今天的进度没有资料。,,,政策 2023，¶5,数据版本 4',
    '甲区,地区,企业数,甲区企业,1300,家,发布于 2023，到期年份未必写明,,,,,,没有同口径的基数,,政策 2023，¶5,数据版本 4',
    '',
  ]);
});
