import { expect, test } from 'vitest';
import { zh } from '../../web/src/locale/zh.ts';
import type { Board, BoardCell } from '../../web/src/api/board.ts';
import type { BriefFact } from '../../web/src/api/brief.ts';
import type { Modality, SourceLite } from '../../web/src/api/fragments.ts';
import { boardCsv } from '../../web/src/state/board-csv.ts';
import { briefOf } from '../../web/src/state/brief.ts';

const judgement = { state: 'weak', sole: true, onlyBuilding: false, contradicted: true } as const;
const cell: BoardCell = {
  segment: { id: 's' },
  region: { id: 'r' },
  judgement,
  grounds: { operating: 1, building: 0, unplaced: 0 },
  requests: [
    { class: 'official_news', planned: [{ id: 'l1' }], proposed: [] },
    { class: 'proposal', planned: [], proposed: [{ id: 'l4' }] },
  ],
  operating: [{ entity: { id: 'e1', kind: 'Company', name: '甲,厂', nameEn: null }, relations: [{ id: 'l2' }] }],
  building: [],
  unplaced: [],
  intended: [{ entity: { id: 'e2', kind: 'Company', name: '乙厂', nameEn: null }, relations: [{ id: 'l5' }] }],
  research: [],
  areas: [],
  judged: [],
  claimedMissing: [{ id: 'l3' }],
  covered: false,
  registers: [],
  wantedRegister: { zh: '甲市阀门企业名录', en: 'register' },
  strength: null,
  gap: null,
  action: 'strengthen',
  changes: [
    { change: 'actors', count: 2, to: { state: 'weak', sole: true, onlyBuilding: false, contradicted: false } },
  ],
  settlements: [],
  change: null,
  newest: null,
  operatingFrom: null,
  plannedFor: null,
  sourceClasses: [],
};
const board: Board = {
  __typename: 'Board',
  chain: { id: 'c', kind: 'Chain', name: '泵业', nameEn: null },
  date: '2025-06',
  regions: [{ id: 'r', kind: 'Place', name: '甲市', nameEn: null }],
  columns: [
    {
      position: 'upstream',
      label: { zh: '上游', en: 'upstream' },
      segments: [{ entity: { id: 's', kind: 'Segment', name: '=阀门', nameEn: null }, partOf: null }],
    },
  ],
  lanes: [],
  omittedSegments: 0,
  framework: { ties: 0, ofNotes: 0, notes: [] },
  alongside: [],
  alongsideCut: 0,
  since: null,
  flows: [],
  cells: [cell],
  ofChain: [],
  coverage: { sources: 2, newestSource: '2025-02', version: 3 },
};

const source = (id: string, title: string): SourceLite => ({
  id,
  title,
  titleEn: null,
  class: 'policy',
  publisher: '甲府',
  date: '2025-02',
  url: null,
  visibility: 'public',
});
const fact = (id: string, from: string, modality: Modality, locator: string, more = 0): BriefFact => ({
  __typename: 'Relation',
  id,
  modality,
  sentence: { zh: `${from}。`, en: from },
  from: { id: from, name: from, nameEn: null },
  provenance: {
    statements: {
      totalCount: 1 + more,
      edges: [
        {
          node: {
            evidence: [
              { stance: 'supports', passage: { id: locator, locator, source: source('a', '甲报') } },
              { stance: 'refutes', passage: { id: `${locator}!`, locator: '¶99', source: source('b', '乙报') } },
            ],
          },
        },
      ],
    },
  },
});
const facts = new Map(
  [
    fact('l1', '甲市', 'planned', '¶1'),
    fact('l2', '甲,厂', 'operating', '¶2', 4),
    fact('l4', '甲市', 'proposed', '¶4'),
  ].map((one) => [one.id, one]),
);

test('the table has a row a cell with who stands in it, where that is written, and no formula', () => {
  const sources = [
    { id: 'a', title: '甲报', date: '2025-02' },
    { id: 'b', title: '乙"报', date: '2024' },
  ];
  const text = boardCsv(board, [{ segment: { id: 's' }, region: { id: 'r' }, sources }], facts, zh, 'zh');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.slice(1).split('\r\n')).toStrictEqual([
    '产业链,上下游,环节,地区,判断,独家,标记,名录,下判断还缺,文件要求（处）,报道、建议等（处）,谁要求,在产,在建,拟（有打算）,地点不明,科研支撑,只说一带、资料的说法,补齐条件,出处,没有取出处的事实（条）,截至,数据版本',
    `泵业,上游,'=阀门,甲市,薄弱,独家,"说法不一; 称缺",,甲市阀门企业名录,0,"官方新闻 1 处; 建言 1 处","报道等说到规划 甲市（《甲报》，甲府，2025-02，¶1）; 建议 甲市（《甲报》，甲府，2025-02，¶4）","甲,厂（《甲报》，甲府，2025-02，¶2 | 另有 4 处）",,,,,,再见到 2 家在产 → 薄弱 独家,"甲报 2025-02; 乙""报 2024",1,2025-06,3`,
    '',
  ]);
});

test('a brief names each source once by number, and counts what was not fetched and cells of which nothing is said', () => {
  const silent = { ...cell, region: { id: 'q' }, requests: [], operating: [], intended: [] };
  const brief = briefOf({ cells: [cell, silent] }, facts);
  expect([brief.sources.map(({ id }) => id), brief.cut, brief.silent]).toStrictEqual([['a'], 1, 1]);
  expect(brief.rows.map(({ lines }) => lines.map(({ role, modality, more }) => [role, modality, more]))).toStrictEqual([
    [
      ['reported', null, 0],
      ['proposed', null, 0],
      ['operating', null, 4],
    ],
  ]);
});

test('of what a body intends a plan goes before a wish', () => {
  const all = new Map([...facts, ['l5', fact('l5', '乙厂', 'planned', '¶5')]]);
  const [row] = briefOf({ cells: [cell] }, all).rows;
  expect(row?.lines.at(-1)).toMatchObject({ role: 'intended', modality: 'planned', places: [{ locator: '¶5' }] });
});
