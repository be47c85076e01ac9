import { expect, test } from 'vitest';
import { zh } from '../../web/src/locale/zh.ts';
import type { Board, BoardCell } from '../../web/src/api/board.ts';
import type { BriefFact } from '../../web/src/api/brief.ts';
import type { Modality, SourceLite } from '../../web/src/api/fragments.ts';
import { asksBy } from '../../web/src/state/asks.ts';
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
  operating: [
    { entity: { id: 'e1', kind: 'Company', name: '甲,厂', nameEn: null, readings: [] }, relations: [{ id: 'l2' }] },
  ],
  building: [],
  unplaced: [],
  intended: [
    { entity: { id: 'e2', kind: 'Company', name: '乙厂', nameEn: null, readings: [] }, relations: [{ id: 'l5' }] },
  ],
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
  alongside: [
    {
      segment: 's',
      region: 'r',
      other: { id: 'o', name: '泵材料', nameEn: null },
      chains: [{ id: 'n', name: '材料', nameEn: null }],
      ties: [{ id: 't', type: 'PART_OF' }],
      requests: [{ class: 'policy', planned: [{ id: 'l6' }], proposed: [] }],
      operating: [{ entity: { id: 'e3', kind: 'Company', name: '丙厂', nameEn: null }, relationIds: ['l7'] }],
      building: [],
      intended: [],
    },
  ],
  alongsideCut: 0,
  since: null,
  flows: [],
  cells: [cell],
  ofChain: [
    {
      id: 'l8',
      type: 'ACTIVE_IN',
      modality: 'operating',
      from: { id: '甲园', kind: 'Park', name: '甲园', nameEn: null },
    },
  ],
  requestsOfChain: [],
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
const fact = (
  id: string,
  from: string,
  modality: Modality,
  locator: string,
  more = 0,
  kind: 'Place' | 'Park' | 'Company' = 'Place',
): BriefFact => ({
  __typename: 'Relation',
  id,
  type: 'ACTIVE_IN',
  modality,
  confidence: 900,
  conflict: false,
  sentence: { zh: `${from}。`, en: from },
  from: { id: from, kind, name: from, nameEn: null },
  provenance: {
    statements: {
      totalCount: 1 + more,
      edges: [
        {
          node: {
            evidence: [
              { stance: 'supports', note: null, passage: { id: locator, locator, source: source('a', '甲报') } },
              {
                stance: 'refutes',
                note: null,
                passage: { id: `${locator}!`, locator: '¶99', source: source('b', '乙报') },
              },
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
    fact('l6', '乙市', 'planned', '¶6'),
    fact('l7', '丙厂', 'operating', '¶7'),
    fact('l8', '甲园', 'operating', '¶8', 0, 'Park'),
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
    '行,产业链,上下游,环节,地区,判断,独家,标记,名录,下判断还缺,文件要求（处）,报道、建议等（处）,谁要求（出处）,要在哪里,在产,在建,拟（规划、建议里的）,地点不明,科研支撑,只说一带、资料的说法,补齐条件,出处,没有取出处的事实（条）,截至,数据版本',
    `格,泵业,上游,'=阀门,甲市,薄弱,独家,"说法不一; 称缺",,甲市阀门企业名录,0,"官方新闻 1 处; 建言 1 处","报道等说到规划 政策 《甲报》，甲府，2025-02; 建议 政策 《甲报》，甲府，2025-02","甲市 ¶1; 甲市 ¶4","甲,厂（政策 《甲报》，甲府，2025-02，¶2 | 另有 4 处）",,,,,,如果资料里再见到 2 家在产 → 薄弱（独家）,"甲报 2025-02; 乙""报 2024",1,2025-06,3`,
    '相连的环节，不计入,泵业,,泵材料,甲市,,,"材料; 连着=阀门; 要求 1 处; 在产 1 家",,,,,文件要求 政策 《甲报》，甲府，2025-02,乙市 ¶6,丙厂（政策 《甲报》，甲府，2025-02，¶7）,,,,,,,,,2025-06,3',
    '整条链，不计入,泵业,,,,,,只说这一带有：地区、园区或集群，没有写出是哪家，不算已见企业,,,,,,,,,,,,甲园。（政策 《甲报》，甲府，2025-02，¶8）,,,,2025-06,3',
    '',
  ]);
});

const NOTHING = { alongside: [], ofChain: [], requestsOfChain: [] };

test('a brief names each source once by number, counts what was not fetched and names cells of which nothing is said', () => {
  const silent = { ...cell, region: { id: 'q' }, requests: [], operating: [], intended: [] };
  const brief = briefOf({ ...NOTHING, cells: [cell, silent] }, facts);
  expect([brief.sources.map(({ id }) => id), brief.cut, brief.silent]).toStrictEqual([['a'], 1, [silent]]);
  expect(
    brief.rows.map(({ asks, lines }) => [
      asks.map(({ role, source, of }) => [role, source?.title, of.map(({ name }) => name).join()]),
      lines.map(({ role, modality, more }) => [role, modality, more]),
    ]),
  ).toStrictEqual([
    [
      [
        ['reported', '甲报', '甲市'],
        ['proposed', '甲报', '甲市'],
      ],
      [['operating', null, 4]],
    ],
  ]);
});

test('a cluster at work is no body seen: what is said of the chain is told by how real it is and by whom', () => {
  const brief = briefOf(board, facts);
  expect(brief.ofChain.map(({ name, facts: own }) => [name, own.length])).toStrictEqual([['areas', 1]]);
  expect(brief.beside.map(({ asks, lines }) => [asks[0]?.role, lines[0]?.role])).toStrictEqual([
    ['policy', 'operating'],
  ]);
});

test('one source that asks for two places asks once, with a place for each', () => {
  const asks = asksBy('policy', [fact('a1', '甲市', 'planned', '¶1', 2), fact('a2', '乙市', 'planned', '¶2')]);
  expect(asks.map(({ source, of, more }) => [source?.id, of.map(({ id }) => id), more])).toStrictEqual([
    ['a', ['甲市', '乙市'], 2],
  ]);
});

test('of what a body intends a plan goes before a wish', () => {
  const all = new Map([...facts, ['l5', fact('l5', '乙厂', 'planned', '¶5')]]);
  const [row] = briefOf({ ...NOTHING, cells: [cell] }, all).rows;
  expect(row?.lines.at(-1)).toMatchObject({ role: 'intended', modality: 'planned', places: [{ locator: '¶5' }] });
});
