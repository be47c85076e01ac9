import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Resolvable, blockOf, components } from '#graph-model/derive/components.ts';
import { type RecordDecision, identifyDecision } from '#graph-model/facts/decision.ts';
import type { Source } from '#graph-model/facts/source.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import { compareText } from '#graph-model/text.ts';
import { record, source } from '#test/support/statements.ts';

const [PLAN, NEWS, NOTE, LIST] = ['plan', 'news', 'note', 'list'].map((key) => source(key)) as [
  Source,
  Source,
  Source,
  Source,
];

function said(of: Source, kind: Kind, name: string, within?: string): Resolvable {
  return { ...record(of, kind, name), within };
}

function decide(
  verdict: RecordDecision['verdict'],
  left: Resolvable,
  right: Resolvable,
  at = '2025-01-01',
): RecordDecision {
  const says = { owner: 'data/test', who: '编辑', reason: '看过', about: 'records' as const, verdict, at };
  return identifyDecision({ ...says, left: left.id, right: right.id }) as RecordDecision;
}

/** Components as lists of “source name”, in text order: ids are hashes, and say nothing to a reader. */
function together(records: readonly Resolvable[], decisions: readonly RecordDecision[] = []): readonly string[][] {
  const keys = new Map([PLAN, NEWS, NOTE, LIST].map(({ id, key }) => [id, key]));
  const found = components(records, decisions).map((component) =>
    component.map(({ source: of, name }) => `${keys.get(of) as string} ${name}`).sort(compareText),
  );
  return found.sort((a, b) => compareText(a.join(), b.join()));
}

const PLAN_FIRM = said(PLAN, 'Company', '陇泵有限公司');
const NEWS_FIRM = said(NEWS, 'Company', '隴泵（有限）公司');
const NOTE_FIRM = said(NOTE, 'Company', '河阀有限公司');
const LIST_FIRM = said(LIST, 'Company', '湖机有限公司');

test('records of equal kind and equal folded name are one thing', () => {
  expect(blockOf(PLAN_FIRM)).toBe('Company 陇泵有限公司');
  expect(blockOf(NEWS_FIRM)).toBe('Company 陇泵有限公司');
  expect(together([PLAN_FIRM, NEWS_FIRM, NOTE_FIRM])).toStrictEqual([
    ['news 隴泵（有限）公司', 'plan 陇泵有限公司'],
    ['note 河阀有限公司'],
  ]);
});

test('records of equal name and different kind are not', () => {
  const lab = said(NEWS, 'Laboratory', '陇泵有限公司');
  expect(together([PLAN_FIRM, lab])).toStrictEqual([['news 陇泵有限公司'], ['plan 陇泵有限公司']]);
  expect(together([PLAN_FIRM, lab], [decide('same', PLAN_FIRM, lab)])).toHaveLength(2);
});

test('a weak name does not merge by itself, but a person may say same', () => {
  const [here, there] = [said(PLAN, 'University', '兰大'), said(NEWS, 'University', '兰大')];
  expect(together([here, there])).toStrictEqual([['news 兰大'], ['plan 兰大']]);
  expect(together([here, there], [decide('same', here, there)])).toStrictEqual([['news 兰大', 'plan 兰大']]);
});

test('short names of places, chains, segments and products do merge', () => {
  for (const kind of ['Place', 'Chain', 'Segment', 'Product'] as const) {
    expect(together([said(PLAN, kind, '泵'), said(NEWS, kind, '泵')])).toStrictEqual([['news 泵', 'plan 泵']]);
  }
});

test('same brings different names together, and what bears either name comes along', () => {
  const decision = decide('same', NEWS_FIRM, NOTE_FIRM);
  expect(together([PLAN_FIRM, NEWS_FIRM, NOTE_FIRM], [decision])).toStrictEqual([
    ['news 隴泵（有限）公司', 'note 河阀有限公司', 'plan 陇泵有限公司'],
  ]);
});

test('different keeps equal names apart, and a third of the name joins the one of lesser id', () => {
  const third = said(NOTE, 'Company', '陇泵有限公司');
  const found = components([PLAN_FIRM, NEWS_FIRM, third], [decide('different', PLAN_FIRM, NEWS_FIRM)]);
  const [head] = [PLAN_FIRM, NEWS_FIRM].sort((a, b) => compareText(a.id, b.id)) as [Resolvable];
  const withThird = found.find((component) => component.some(({ id }) => id === third.id));
  const expected = [head.id, third.id].sort(compareText);
  expect(withThird?.map(({ id }) => id)).toStrictEqual(expected);
  expect(found).toHaveLength(2);
});

test('different stands between what same would bring together in two steps: the newer same goes first', () => {
  const records = [PLAN_FIRM, NOTE_FIRM, LIST_FIRM];
  const apart = decide('different', PLAN_FIRM, LIST_FIRM, '2020-01-01');
  const older = decide('same', PLAN_FIRM, NOTE_FIRM, '2025-01-01');
  const newer = decide('same', NOTE_FIRM, LIST_FIRM, '2025-01-02');
  expect(together(records, [apart, older, newer])).toStrictEqual([
    ['list 湖机有限公司', 'note 河阀有限公司'],
    ['plan 陇泵有限公司'],
  ]);
});

test('undecided and unsure leave it to the rule', () => {
  for (const verdict of ['undecided', 'unsure'] as const) {
    expect(together([PLAN_FIRM, NEWS_FIRM], [decide(verdict, PLAN_FIRM, NEWS_FIRM)])).toHaveLength(1);
    expect(together([PLAN_FIRM, NOTE_FIRM], [decide(verdict, PLAN_FIRM, NOTE_FIRM)])).toHaveLength(2);
  }
});

test('a decision about a record that is not there does nothing', () => {
  const decisions = [decide('same', PLAN_FIRM, NOTE_FIRM), decide('different', PLAN_FIRM, NEWS_FIRM)];
  expect(together([NOTE_FIRM, NEWS_FIRM], decisions)).toHaveLength(2);
});

test('places of one name in two provinces are two, and the one without a province is a third', () => {
  const records = [
    said(PLAN, 'Place', '城关区', '兰州市'),
    said(NEWS, 'Place', '城关区', '拉萨市'),
    said(NOTE, 'Place', '城关区'),
  ];
  expect(together(records)).toStrictEqual([['news 城关区'], ['note 城关区'], ['plan 城关区']]);
});

test('while one parent is stated, a place without any joins it', () => {
  const records = [
    said(PLAN, 'Place', '城关区', '兰州市'),
    said(NEWS, 'Place', '城关区', '兰州市'),
    said(NOTE, 'Place', '城关区'),
  ];
  expect(together(records)).toStrictEqual([['news 城关区', 'note 城关区', 'plan 城关区']]);
});

test('several without a parent stay together when a second parent is stated', () => {
  const records = [
    said(PLAN, 'Segment', '总装', '泵'),
    said(NEWS, 'Segment', '总装', '阀'),
    said(NOTE, 'Segment', '总装'),
    said(LIST, 'Segment', '总装'),
  ];
  expect(together(records)).toStrictEqual([['list 总装', 'note 总装'], ['news 总装'], ['plan 总装']]);
});

test('what a scope is to a place it is not to a firm', () => {
  const records = [said(PLAN, 'Company', '陇泵有限公司', '甲'), said(NEWS, 'Company', '陇泵有限公司', '乙')];
  expect(together(records)).toHaveLength(1);
});

const POOL = [PLAN, NEWS, NOTE, LIST].flatMap((of) => [
  said(of, 'Company', '陇泵有限公司'),
  said(of, 'Company', '河阀有限公司'),
  said(of, 'Company', '陇泵'),
  said(of, 'Place', '城关区', of === PLAN ? '兰州市' : of === NEWS ? '拉萨市' : undefined),
]);
const worlds = fc.record({
  records: fc.shuffledSubarray(POOL, { minLength: 2 }),
  decisions: fc.array(
    fc
      .tuple(
        fc.constantFrom('same', 'different', 'unsure', 'undecided'),
        fc.constantFrom(...POOL),
        fc.constantFrom(...POOL),
        fc.constantFrom('2025-01-01', '2025-01-02'),
      )
      .map(([verdict, left, right, at]) => decide(verdict, left, right, at)),
    { maxLength: 6 },
  ),
});

test('no order of records or decisions changes the components or the order they come in', () => {
  const property = fc.property(worlds, fc.infiniteStream(fc.nat()), ({ records, decisions }, random) => {
    const shuffled = <T>(list: readonly T[]) => {
      const ranked = list.map((value) => ({ value, rank: random.next().value }));
      return ranked.sort((a, b) => a.rank - b.rank).map(({ value }) => value);
    };
    expect(components(shuffled(records), shuffled(decisions))).toStrictEqual(components(records, decisions));
  });
  fc.assert(property, { seed: 1, numRuns: 500 });
});

test('every record is in one component, of one kind, with nobody it is different from', () => {
  const property = fc.property(worlds, ({ records, decisions }) => {
    const found = components(records, decisions);
    const ids = found.flat().map(({ id }) => id);
    expect(ids.toSorted(compareText)).toStrictEqual(records.map(({ id }) => id).toSorted(compareText));
    for (const component of found) {
      expect(new Set(component.map(({ kind }) => kind)).size).toBe(1);
      const inside = new Set<string>(component.map(({ id }) => id));
      const broken = decisions.filter(
        ({ verdict, left, right }) =>
          verdict === 'different' && left !== right && inside.has(left) && inside.has(right),
      );
      expect(broken).toStrictEqual([]);
    }
  });
  fc.assert(property, { seed: 2, numRuns: 500 });
});
