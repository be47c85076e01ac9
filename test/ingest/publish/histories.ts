import fc from 'fast-check';
import type { Kind } from '#graph-model/ontology/kinds.ts';

/**
 * Random histories of a small world: two data sets of three sources, few names so that things merge, and edits that are
 * published one run after the other, with rollbacks in between.
 */

export const SOURCES = 3;
export const OWNERS = ['data/a', 'data/b'] as const;

/** One printed name; `key` where the source goes by a key, so that the name under it may change. */
export type Thing = { readonly kind: Kind; readonly name: string; readonly key?: string };

export const THINGS = {
  company: [
    { kind: 'Company', name: '陇泵有限公司' },
    { kind: 'Company', name: '隴泵有限公司' },
    { kind: 'Company', name: '河阀有限公司' },
    { kind: 'Company', name: '陇泵有限公司', key: 'k1' },
    { kind: 'Company', name: '河阀有限公司', key: 'k1' },
  ],
  consortium: [{ kind: 'Consortium', name: '泵业创新联合体' }],
  place: [
    { kind: 'Place', name: '东湖区' },
    { kind: 'Place', name: '甲市' },
    { kind: 'Place', name: '乙市' },
    { kind: 'Place', name: '甲市', key: 'p1' },
    { kind: 'Place', name: '乙市', key: 'p1' },
  ],
  chain: [
    { kind: 'Chain', name: '泵' },
    { kind: 'Chain', name: '阀' },
  ],
  segment: [
    { kind: 'Segment', name: '总装' },
    { kind: 'Segment', name: '检测' },
  ],
  product: [{ kind: 'Product', name: '叶轮' }],
} as const satisfies { readonly [group: string]: readonly Thing[] };

export type Group = keyof typeof THINGS;

const FORMS = [
  ['MEMBER_OF', 'company', 'consortium'],
  ['COLLABORATES_WITH', 'company', 'company'],
  ['PRODUCES', 'company', 'product'],
  ['SUBSIDIARY_OF', 'company', 'company'],
  ['LOCATED_IN', 'company', 'place'],
  ['PART_OF', 'place', 'place'],
  ['SEGMENT_OF', 'segment', 'chain'],
  ['name', 'place', undefined],
  ['founded', 'company', undefined],
  ['indicator', 'company', undefined],
] as const;

/** Two in five rows only name a firm: what is named in several sources is what merges and parts. */
const form = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...FORMS) },
  { weight: 2, arbitrary: fc.constant(['name', 'company', undefined] as const) },
);

const small = fc.nat({ max: 5 });
const which = fc.nat({ max: 19 });
const aSource = fc.nat({ max: SOURCES - 1 });

/** A row says one thing in one source; numbers choose from the lists above, whatever their length. */
const row = fc.record({
  source: aSource,
  form,
  from: small,
  to: small,
  extra: small,
  paragraph: fc.integer({ min: 1, max: 2 }),
  confidence: fc.constantFrom<number>(500, 900),
  refutes: fc.nat({ max: 5 }).map((n) => n === 0),
});
export type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const thing = fc.tuple(aSource, small);

const decision = fc.record({
  verdict: fc.constantFrom('same', 'same', 'different', 'different', 'unsure', 'undecided', 'accept', 'reject'),
  group: fc.constantFrom<Group>('company', 'company', 'company', 'place', 'segment'),
  left: thing,
  right: thing,
  /** Of the statements that were ever live. */
  statement: which,
  day: fc.integer({ min: 1, max: 4 }),
});
export type DecisionSpec = typeof decision extends fc.Arbitrary<infer T> ? T : never;

const coverage = fc.record({
  source: aSource,
  subject: fc.tuple(fc.constantFrom<Group>('chain', 'segment'), small),
  place: small,
});
export type CoverageSpec = typeof coverage extends fc.Arbitrary<infer T> ? T : never;

const edit = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('say'), row }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('unsay'), which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('read otherwise'), which }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('decide'), decision }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('forget'), which }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('cover'), coverage }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('uncover'), which }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('withdraw or bring back'), source: aSource }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('describe otherwise'), source: aSource }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('print otherwise'), source: aSource }) },
);
export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** The first run of each history has something to say. */
function opening(says: fc.Arbitrary<Row>) {
  return fc.record({
    does: fc.constant('run'),
    owner: fc.constantFrom(...OWNERS),
    edits: fc.array(fc.record({ does: fc.constant('say'), row: says }), { minLength: 4, maxLength: 10, size: 'max' }),
    partial: fc.constant(false),
  });
}

function stepOf<T extends Edit>(edits: fc.Arbitrary<T>, maxEdits: number) {
  const run = fc.record({
    does: fc.constant('run'),
    owner: fc.constantFrom(...OWNERS),
    edits: fc.array(edits, { minLength: 1, maxLength: maxEdits, size: 'max' }),
    /** Only the first source is read anew, as an extractor does with one document. */
    partial: fc.nat({ max: 9 }).map((n) => n === 0),
  });
  return fc.oneof(
    { weight: 9, arbitrary: run },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('roll back newest') }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('roll back'), which }) },
  );
}
export type Step = ReturnType<typeof stepOf<Edit>> extends fc.Arbitrary<infer T> ? T : never;

function historyOf<T extends Edit>(says: fc.Arbitrary<Row>, edits: fc.Arbitrary<T>, maxEdits: number) {
  return fc
    .tuple(opening(says), fc.array(stepOf(edits, maxEdits), { minLength: 1, maxLength: 10, size: 'max' }))
    .map(([first, rest]): readonly Step[] => [first, ...rest]);
}

/** Whatever can be said, decided, withdrawn and rolled back. */
export const histories = historyOf(row, edit, 4);

const naming = row.map((each): Row => ({
  ...each,
  form: ['name', 'company', undefined],
  to: each.from,
  refutes: false,
}));
const merging = decision.map((each): DecisionSpec => {
  const verdict = each.verdict === 'accept' || each.verdict === 'reject' ? 'same' : each.verdict;
  return { ...each, group: 'company', verdict };
});

/** Only firms that merge and part: records come and go, decisions are made and forgotten. */
export const firmHistories = historyOf(
  naming,
  fc.oneof(
    { weight: 1, arbitrary: fc.record({ does: fc.constant('say'), row: naming }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('withdraw or bring back'), source: aSource }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('decide'), decision: merging }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('forget'), which }) },
  ),
  2,
);
