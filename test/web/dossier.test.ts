import { expect, test } from 'vitest';
import type { NearAnswer, NearEntity } from '../../web/src/api/near-facts.ts';
import { zh } from '../../web/src/locale/zh.ts';
import { citeLine } from '../../web/src/state/cite.ts';
import { nearOf, notOwnOf } from '../../web/src/state/not-own.ts';
import { timelineOf } from '../../web/src/state/timeline.ts';

const source = {
  id: 's',
  title: '年度报告',
  titleEn: 'Annual report',
  class: 'policy' as const,
  publisher: '某部',
  date: '2024-03',
  url: null,
  visibility: 'public' as const,
};
const provenance = {
  publisherCount: 1,
  statements: {
    edges: [{ node: { evidence: [{ stance: 'supports' as const, passage: { id: 'p', locator: '¶7', source } }] } }],
  },
};
const told = (zhText: string) => ({ zh: zhText, en: zhText });

test('a citation is title, publisher, date and paragraph in one line', () => {
  expect(citeLine(source, '¶7', zh, 'zh')).toBe('《年度报告》，某部，2024-03，¶7');
  expect(citeLine({ ...source, publisher: null }, null, zh, 'en')).toBe('“Annual report”，2024-03');
});

const tie = (id: string, type: 'HOSTS' | 'PRODUCES' | 'SUBSIDIARY_OF', from: string, to: string) => ({
  node: { id, type, from: { id: from }, to: { id: to } },
});
const answer = {
  __typename: 'Company',
  id: 'own',
  readings: [
    {
      id: 'm1',
      from: {
        id: 'short',
        readings: [
          { id: 'm1', to: { id: 'own' } },
          { id: 'm2', to: { id: 'other' } },
        ],
      },
    },
  ],
  relations: {
    totalCount: 4,
    edges: [
      tie('l1', 'HOSTS', 'own', 'lab'),
      tie('l2', 'SUBSIDIARY_OF', 'own', 'parent'),
      tie('l3', 'SUBSIDIARY_OF', 'child', 'own'),
      tie('l4', 'PRODUCES', 'own', 'device'),
    ],
  },
} as const satisfies NearAnswer;

test('near a body are the names that may mean it, their other readings, and what belongs with it', () => {
  expect([...nearOf(answer)]).toStrictEqual([
    ['short', 'mayBe'],
    ['other', 'alike'],
    ['lab', 'hosted'],
    ['parent', 'owner'],
    ['child', 'owned'],
    ['device', 'product'],
  ]);
});

const relation = (id: string, from: string, to: string) => ({
  node: { id, from: { id: from }, to: { id: to }, sentence: told(`${from}–${to}`), provenance },
});
const lab: NearEntity = {
  __typename: 'Laboratory',
  id: 'lab',
  kind: 'Laboratory',
  name: '丁实验室',
  nameEn: 'Ding Laboratory',
  indicators: [{ id: 'n1', measure: '患者', value: '1000', unit: '例', period: '2024', provenance }],
  attributes: [
    { id: 'a1', name: 'event', valueLabel: told('获批注册'), provenance },
    { id: 'a2', name: 'founded', valueLabel: told('2001'), provenance },
  ],
  relations: {
    totalCount: 9,
    edges: [
      relation('l1', 'own', 'lab'),
      relation('l5', 'lab', 'city'),
      relation('l6', 'lab', 'device'),
      relation('l7', 'x', 'lab'),
    ],
  },
};

test('the facts of another are told with its name: figures and events first, ties to the body left out, the rest counted', () => {
  const [one, ...more] = notOwnOf('own', nearOf(answer), [lab]);
  expect(more).toStrictEqual([]);
  expect([one?.name, one?.nameEn, one?.nearness]).toStrictEqual(['丁实验室', 'Ding Laboratory', 'hosted']);
  expect(one?.facts.map(({ id, text, relation: ties }) => [id, text.zh, ties])).toStrictEqual([
    ['n1', '患者 1,000 例 (2024)', false],
    ['a1', '获批注册', false],
    ['l5', 'lab–city', true],
    ['l6', 'lab–device', true],
  ]);
  expect(one?.left).toBe(6);
});

test('another of whom nothing else is told is not listed', () => {
  const bare = {
    ...lab,
    indicators: [],
    attributes: [],
    relations: { totalCount: 1, edges: [relation('l1', 'own', 'lab')] },
  };
  expect(notOwnOf('own', nearOf(answer), [bare])).toStrictEqual([]);
});

test('the timeline is in order and as precise as known; what has no date is not in it', () => {
  type Timed = Parameters<typeof timelineOf>[0];
  const entity = {
    relations: {
      edges: [
        { node: { id: 'l1', sentence: told('甲隶属乙。'), validFrom: '2019-05', validTo: '2023', details: [] } },
        { node: { id: 'l2', sentence: told('甲生产丙。'), validFrom: null, validTo: null, details: [] } },
      ],
    },
    attributes: [
      {
        id: 'a1',
        name: 'founded',
        value: '2019',
        label: told('成立'),
        valueLabel: told('2019'),
        validFrom: null,
        validTo: null,
        details: [],
      },
      {
        id: 'a2',
        name: 'event',
        value: '获批',
        label: told('事件'),
        valueLabel: told('获批'),
        validFrom: null,
        validTo: null,
        details: [{ name: 'date', label: told('日期'), valueLabel: told('2020-11-03') }],
      },
    ],
    indicators: [{ id: 'n1', measure: '产值', value: '12000', unit: '万元', period: '2022', figure: 'actual' }],
  } as unknown as Timed;
  expect(timelineOf(entity, zh, 'zh').map(({ date, text, relation: of }) => [date, text, of])).toStrictEqual([
    ['2019', '成立', null],
    ['2019-05', '起：甲隶属乙。', 'l1'],
    ['2020-11-03', '事件 获批', null],
    ['2022', '产值 12,000 万元（实际）', null],
    ['2023', '止：甲隶属乙。', 'l1'],
  ]);
});
