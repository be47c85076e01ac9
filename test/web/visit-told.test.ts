import { expect, test } from 'vitest';
import { en } from '../../web/src/locale/en.ts';
import { zh } from '../../web/src/locale/zh.ts';
import { knownText } from '../../web/src/state/candidate-told.ts';
import { nearFactsOf, visitLines, type ToldFrom } from '../../web/src/state/visit-told.ts';

const label = (of: string) => ({ zh: of, en: of });
const named = (id: string) => ({ id, kind: 'Company' as const, name: id, nameEn: null, place: null, readings: [] });
const terms = [
  { term: 'fit' as const, label: label('环节契合'), weight: 350 },
  { term: 'projects' as const, label: label('项目'), weight: 200 },
];
const none = { rows: [], cut: 0, label: label('名单') };
const candidates = {
  named: none,
  ties: none,
  results: none,
  ledger: 'loaded',
  ledgerLabel: label('台账已载入'),
  ranking: {
    terms,
    rows: [
      {
        body: named('名录里的'),
        products: [{ id: 'p', name: '电解液', nameEn: null }],
        terms: [
          { term: 'fit', value: 900, weight: 350, contribution: 315 },
          { term: 'projects', value: null, weight: 200, contribution: 0 },
        ],
        total: 315,
        contacts: [],
      },
    ],
    carriedBy: [{ id: 's', title: '示例名录', titleEn: 'Example register', date: '2025-06' }],
  },
  partners: {
    rows: [
      {
        body: named('伙伴'),
        score: 1250,
        terms: [{ reason: 'together', label: label('一起参加'), value: 1250, known: true, rests: [named('项目甲')] }],
        contacts: [{ id: 'c', sentence: label('台账里谈过') }],
      },
    ],
  },
} as unknown as ToldFrom['candidates'];
const near = [
  {
    entity: named('近处的'),
    score: 1400,
    terms: [
      { term: 'presence', label: label('在同一地区'), value: 1400, rests: [named('泵')] },
      { term: 'flow', label: label('上下游'), value: 0, rests: [named('轴')] },
    ],
    relations: [{ id: 'f', sentence: label('近处的从事泵。') }],
    contacts: [{ id: 'd', sentence: label('台账里问过') }],
  },
] as unknown as ToldFrom['near'];
const passage = { id: 'w', locator: '¶7', source: { title: '某报', titleEn: null, date: '2025-02' } };
const evidence = [{ stance: 'supports', note: '记者所见', passage }];
const fact = { id: 'f', provenance: { statements: { edges: [{ node: { evidence } }] } } };
const from: ToldFrom = { candidates, near, facts: new Map([['f', fact]]) as unknown as ToldFrom['facts'] };

test('a firm that only a register ranks is told by its terms, the register, and what no source says', () => {
  expect(visitLines('名录里的', from, zh, 'zh')).toStrictEqual([
    '排序：合计 0.315（依据 示例名录 2025-06）',
    '产品：电解液',
    '环节契合 0.90',
    '没有说的：项目',
    '台账里没有这一家。',
  ]);
  expect(visitLines('名录里的', from, en, 'en')[0]).toBe('Ranking: total 0.315 (On Example register 2025-06)');
});

test('a firm that is only near is told to be so, by what it does and in which source', () => {
  expect(visitLines('近处的', from, zh, 'zh')).toStrictEqual([
    '做相近环节的企业：合计 1.400',
    '没有写到它做这个环节；只因它做相近的环节',
    '在同一地区：泵',
    '近处的从事泵。 备注：记者所见（某报，2025-02，¶7）',
    '台账里问过',
  ]);
  expect(nearFactsOf(near, ['近处的', '别家'])).toStrictEqual(['f', 'd']);
  expect(nearFactsOf(near, ['别家'])).toStrictEqual([]);
});

test('what the ledger says of a partner stands with it', () => {
  expect(visitLines('伙伴', from, zh, 'zh')).toStrictEqual(['排序：合计 1.250', '一起参加：项目甲', '台账里谈过']);
});

test('what is known of a candidate reads alike wherever it stands', () => {
  const item = { of: { id: 'b' }, attribute: { id: 'a' }, label: label('获得认定'), passages: [passage] };
  expect(knownText({ ...item, official: true }, zh, 'zh')).toBe('点到政府部门：获得认定（2025-02，¶7）');
  expect(knownText({ ...item, official: false, passages: [] }, zh, 'zh')).toBe('获得认定');
});
