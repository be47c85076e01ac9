import { expect, test } from 'vitest';
import { zh } from '../../web/src/locale/zh.ts';
import type { Board, BoardCell } from '../../web/src/api/board.ts';
import { boardCsv } from '../../web/src/state/board-csv.ts';

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
    { change: 'actors', count: 2, to: { state: 'present', sole: false, onlyBuilding: false, contradicted: false } },
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
  since: null,
  flows: [],
  cells: [cell],
  ofChain: [],
  coverage: { sources: 2, newestSource: '2025-02', version: 3 },
};

test('the table has a row a cell with its sources, facts, day and version, and no formula', () => {
  const sources = [
    { id: 'a', title: '甲报', date: '2025-02' },
    { id: 'b', title: '乙"报', date: '2024' },
  ];
  const text = boardCsv(board, [{ segment: { id: 's' }, region: { id: 'r' }, sources }], zh, 'zh');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.slice(1).split('\r\n')).toStrictEqual([
    '产业链,上下游,环节,地区,判断,独家,标记,名录,下判断还缺,文件要求（处）,报道、建议等（处）,在产,在建,拟（有打算）,地点不明,科研支撑,补齐条件,出处,事实编号,截至,数据版本',
    `泵业,上游,'=阀门,甲市,薄弱,独家,"说法不一; 称缺",,甲市阀门企业名录,0,"官方新闻 1 处; 建言 1 处","甲,厂",,乙厂,,,再见到 2 家在产 → 有基础,"甲报 2025-02; 乙""报 2024",l1 l4 l2 l5,2025-06,3`,
    '',
  ]);
});
