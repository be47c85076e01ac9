import { describe, expect, test } from 'vitest';
import { en } from '../../web/src/locale/en.ts';
import { zh } from '../../web/src/locale/zh.ts';
import type { BoardActor, BoardCell } from '../../web/src/api/board.ts';
import { columnsWith, faceOf, factIdsOf, flowsOf, isChanged, marksOf, sumsOf } from '../../web/src/state/board-face.ts';
import { askedWords, becomesWords, cellLabel, cellSentences, changeGroups } from '../../web/src/state/cell-words.ts';

const judgement = { state: 'unsurveyed', sole: false, onlyBuilding: false, contradicted: false } as const;
const nothing: BoardCell = {
  segment: { id: 's' },
  region: { id: 'r' },
  judgement,
  grounds: { operating: 0, building: 0, unplaced: 0 },
  requests: [],
  operating: [],
  building: [],
  unplaced: [],
  intended: [],
  research: [],
  areas: [],
  judged: [],
  claimedMissing: [],
  covered: false,
  registers: [],
  wantedRegister: { zh: '名录', en: 'register' },
  strength: null,
  gap: 'supply',
  action: 'build',
  changes: [],
  settlements: [],
  change: null,
  newest: null,
  operatingFrom: null,
  plannedFor: null,
  sourceClasses: [],
};

const nameOf = ({ name }: { readonly name: string }) => name;

function actor(id: string, ...facts: string[]): BoardActor {
  return {
    entity: { id, kind: 'Company', name: id, nameEn: null, readings: [] },
    relations: facts.map((fact) => ({ id: fact })),
  };
}

describe('the tile of a judgement', () => {
  test('独家 takes the tile of 有基础 and 薄弱, never that of 优势', () => {
    const faces = (['strong', 'present', 'weak', 'missing', 'unsurveyed'] as const).map((state) => [
      faceOf({ state, sole: false }),
      faceOf({ state, sole: true }),
    ]);
    expect(faces).toStrictEqual([
      ['strong', 'strong'],
      ['present', 'sole'],
      ['weak', 'sole'],
      ['missing', 'missing'],
      ['unsurveyed', 'unsurveyed'],
    ]);
  });
});

describe('the three marks of a cell', () => {
  test('a policy hides what others tell, and who operates hides who builds', () => {
    const cell = {
      ...nothing,
      requests: [
        { class: 'policy' as const, planned: [{ id: 'p' }], proposed: [] },
        { class: 'official_news' as const, planned: [{ id: 'q' }], proposed: [{ id: 'r' }] },
      ],
      operating: [actor('a', 'f')],
      building: [actor('b', 'g'), actor('c', 'h')],
      research: [actor('d', 'i'), actor('e', 'j')],
    };
    expect(marksOf(cell)).toStrictEqual({
      request: 'policy',
      firms: { mark: 'operating', count: 1 },
      research: 2,
      intended: 0,
    });
    expect(marksOf({ ...cell, requests: cell.requests.slice(1), operating: [] })).toStrictEqual({
      request: 'reported',
      firms: { mark: 'building', count: 2 },
      research: 2,
      intended: 0,
    });
  });

  test('what a policy only suggests is a suggestion', () => {
    const requests = [{ class: 'policy' as const, planned: [], proposed: [{ id: 'p' }] }];
    expect(marksOf({ ...nothing, requests }).request).toBe('proposed');
  });

  test('who is of unknown place is no mark, and who only intends to has one apart', () => {
    const cell = { ...nothing, unplaced: [actor('a', 'f')], intended: [actor('b', 'g')], areas: [{ id: 'h' }] };
    expect(marksOf(cell)).toStrictEqual({ request: null, firms: null, research: 0, intended: 1 });
    expect(cellLabel(cell, null, null, zh.board, nameOf)).toBe('待摸底 · 拟 1 家');
    expect(cellLabel(cell, 'firms', null, zh.board, nameOf)).toBe('待摸底 · 拟：b');
  });
});

const SUGGESTED = { class: 'proposal' as const, planned: [], proposed: [{ id: 'p' }] };

test('a region counts its cells by state, and an actor of two segments once', () => {
  const region = { id: 'r', kind: 'Place' as const, name: '甘肃省', nameEn: null };
  const seen = { ...nothing, judgement: { ...judgement, state: 'present' as const }, operating: [actor('a', 'f')] };
  const cells = [
    seen,
    { ...seen, covered: true, requests: [SUGGESTED], research: [actor('a', 'g')] },
    { ...nothing, requests: [SUGGESTED, { class: 'policy' as const, planned: [{ id: 'q' }], proposed: [] }] },
    { ...seen, region: { id: 'other' } },
  ];
  expect(sumsOf({ regions: [region], cells })).toStrictEqual([
    {
      region,
      faces: { strong: 0, present: 2, weak: 0, sole: 0, missing: 0, unsurveyed: 1 },
      asked: 1,
      said: 1,
      firms: 1,
      doubtful: 0,
      building: 0,
      intended: 0,
      research: 1,
      covered: 1,
    },
  ]);
});

test('a segment names each of those that feed it and that it feeds once', () => {
  const flow = (from: string, to: string, relation: string) => ({ from, to, flow: 'material', relation });
  const flows = [flow('a', 's', '1'), flow('a', 's', '2'), flow('s', 'b', '3'), flow('a', 'b', '4')];
  expect(flowsOf(flows, 's')).toStrictEqual({ from: ['a'], to: ['b'] });
});

test('the facts of a cell are asked for once each, in the order of the panel', () => {
  const cell = {
    ...nothing,
    requests: [SUGGESTED],
    operating: [actor('a', 'f', 'g')],
    research: [actor('a', 'g', 'h')],
    judged: [{ id: 'j' }],
  };
  expect(factIdsOf(cell)).toStrictEqual(['p', 'f', 'g', 'h', 'j']);
});

describe('a cell in words', () => {
  test('who asks for it is said by class, policies first though there be none', () => {
    const reported = { class: 'official_news' as const, planned: [{ id: 'a' }, { id: 'b' }], proposed: [] };
    expect(askedWords({ requests: [reported, SUGGESTED] }, zh)).toStrictEqual([
      '文件要求 0 处',
      '官方新闻 2 处',
      '建言 1 处',
    ]);
    const policy = { class: 'policy' as const, planned: [{ id: 'c' }], proposed: [{ id: 'd' }] };
    expect(askedWords({ requests: [policy] }, en)).toStrictEqual(['policy 1', 'suggested by a policy 1']);
    expect(askedWords(nothing, zh)).toStrictEqual([]);
  });

  test('seen without a register is never called missing or weak', () => {
    expect(cellSentences(nothing, zh.board).join('')).toBe(
      '已见 0 家，资料不足以判断有无。没有名录覆盖这一格，所以不判空白，也不判薄弱。',
    );
    const present = {
      ...nothing,
      judgement: { ...judgement, state: 'present' as const },
      grounds: { operating: 1, building: 0, unplaced: 0 },
    };
    expect(cellSentences(present, zh.board).join('')).toBe(
      '已见 1 家在产。没有名录覆盖这一格，是不是只有这些，判断不了。',
    );
  });

  test('missing names what it rests on: a register, or the word of a source', () => {
    const missing = { ...nothing, judgement: { ...judgement, state: 'missing' as const } };
    expect(cellSentences({ ...missing, covered: true }, zh.board)).toStrictEqual([
      '已见 0 家在产，0 家在建。',
      '名录覆盖这一格，没有这类企业。',
    ]);
    expect(cellSentences(missing, en.board)).toStrictEqual([
      '0 seen in operation, 0 being built.',
      'No register covers this cell; missing is the word of a source.',
    ]);
  });

  test('actors of unknown place and a contradiction are said', () => {
    const cell = {
      ...nothing,
      judgement: { ...judgement, state: 'present' as const, contradicted: true },
      grounds: { operating: 1, building: 0, unplaced: 1 },
      operating: [actor('a', 'f')],
    };
    expect(cellSentences(cell, zh.board).slice(2)).toStrictEqual([
      '另有 1 家地点不明，可能在这里。',
      '资料的说法与见到的机构对不上，以见到的机构为准。',
    ]);
    expect(cellLabel(cell, null, null, zh.board, nameOf)).toBe('有基础 · 说法不一 · 在产 1 家');
  });

  test('a class of sources that shows nobody changes no sentence: the judgement counts all', () => {
    const seen = { operating: 2, building: 0, unplaced: 0 };
    const cell = { ...nothing, judgement: { ...judgement, state: 'weak' as const }, grounds: seen, covered: true };
    expect(cellSentences(cell, zh.board)[0]).toBe('已见 2 家在产。');
  });

  test('a lens tells in words what it shows, and a changed cell says since when', () => {
    const cell = {
      ...nothing,
      operating: [actor('甲厂', 'f')],
      newest: '2025-02',
      operatingFrom: '2019',
      claimedMissing: [{ id: 'c' }],
      change: { change: 'changed' as const, moved: false, before: judgement },
    };
    expect(cellLabel(cell, 'firms', null, zh.board, nameOf)).toBe('待摸底 · 称缺 · 甲厂');
    expect(cellLabel(cell, 'time', 3, zh.board, nameOf)).toBe(
      '待摸底 · 称缺 · 最新 2025-02 · 2019 起 · 较版本 3 有变化',
    );
    expect(cellLabel(cell, 'gaps', null, zh.board, nameOf)).toBe('待摸底 · 称缺 · 不判');
    const missing = { ...nothing, judgement: { ...judgement, state: 'missing' as const } };
    expect(cellLabel(missing, 'gaps', null, zh.board, nameOf)).toBe('空白 · 供应链上缺一环 · 建链');
  });

  test('a cell of which nothing is seen says so', () => {
    expect(cellLabel(nothing, null, null, zh.board, nameOf)).toBe('待摸底 · 资料里没有见到');
    expect(cellLabel(nothing, 'firms', null, zh.board, nameOf)).toBe('待摸底 · 没有见到企业');
  });
});

describe('the filter by states', () => {
  const segment = (id: string) => ({ entity: { id, kind: 'Segment' as const, name: id, nameEn: null }, partOf: null });
  const label = { zh: '上游', en: 'upstream' };
  const columns = [
    { position: 'upstream' as const, label, segments: [segment('s'), segment('t')] },
    { position: 'downstream' as const, label, segments: [segment('u')] },
  ];
  const of = (id: string, state: 'missing' | 'present') => ({
    ...nothing,
    segment: { id },
    judgement: { ...judgement, state },
  });
  const cells = [of('s', 'missing'), of('t', 'present'), of('u', 'present')];
  const shown = (faces: Parameters<typeof columnsWith>[1]) =>
    columnsWith({ columns, cells }, faces).map(({ segments }) => segments.map(({ entity }) => entity.id).join());

  test('it leaves out segments without such a cell, and columns without such a segment', () => {
    expect(shown([])).toStrictEqual(['s,t', 'u']);
    expect(shown(['missing'])).toStrictEqual(['s']);
    expect(shown(['present'])).toStrictEqual(['t', 'u']);
    expect(shown(['strong'])).toStrictEqual([]);
  });
});

test('a cell is changed when its judgement or what it shows is another one, not when a gap merely persists', () => {
  const told = (['opened', 'closed', 'persistent', 'changed', 'same'] as const).map((change) =>
    isChanged({ change: { change, moved: change === 'opened' || change === 'closed', before: judgement } }),
  );
  expect([...told, isChanged({ change: null })]).toStrictEqual([true, true, false, true, false, false]);
});

test('what would change a cell is said by whether a register stands behind it, with how many it then lists', () => {
  const to = { state: 'weak', sole: true, onlyBuilding: false, contradicted: false } as const;
  const cell = {
    ...nothing,
    grounds: { operating: 2, building: 0, unplaced: 0 },
    changes: [
      { change: 'register_and_actor' as const, count: 1, to },
      { change: 'actors' as const, count: 1, to: { ...to, state: 'present' as const, sole: false } },
    ],
  };
  expect(becomesWords(cell, zh.board)).toStrictEqual([
    '如果名录完整，一共列出 3 家在产 → 薄弱（独家）',
    '如果资料里再见到 1 家在产 → 有基础',
  ]);
  expect(changeGroups(cell, zh.board).map(({ head, changes }) => [head, changes.length])).toStrictEqual([
    ['有了完整的名录', 1],
    ['还没有名录，只凭资料', 1],
  ]);
});
