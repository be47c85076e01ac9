import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastChanges } from '#server/analysis/board/least-change.ts';
import { judge, type Judgement } from '#server/analysis/board/state.ts';
import { strengthOf, totalOf, type Grounds } from '#server/analysis/board/strength.ts';

/** A cell of which nothing is seen and nothing claimed. */
const NOTHING: Grounds = {
  actors: 0,
  building: 0,
  recognised: 0,
  research: 0,
  age: undefined,
  publishers: 0,
  covered: false,
  unplaced: false,
  verdicts: new Set(),
};
const seen = (actors: number, patch: Partial<Grounds> = {}): Grounds => ({
  ...NOTHING,
  actors,
  age: 0,
  publishers: 1,
  ...patch,
});
const says = (...verdicts: string[]) => new Set(verdicts);
const state = (grounds: Grounds) => {
  const { state: word, sole } = judge(grounds);
  return sole ? `${word} sole` : word;
};

test('nothing seen is to be surveyed, until a register or a source’s word says that it is missing or weak', () => {
  expect(state(NOTHING)).toBe('unsurveyed');
  expect(state({ ...NOTHING, covered: true })).toBe('missing');
  expect(state({ ...NOTHING, verdicts: says('missing') })).toBe('missing');
  expect(state({ ...NOTHING, verdicts: says('sole') })).toBe('unsurveyed');
  expect(state({ ...NOTHING, verdicts: says('weak', 'sole') })).toBe('weak');
});

test('what is seen once is present, and no mention makes it weak or sole', () => {
  expect(state(seen(1))).toBe('present');
  expect(state({ ...NOTHING, building: 1 })).toBe('present');
  expect(judge({ ...NOTHING, building: 1 }).onlyBuilding).toBe(true);
  expect(state(seen(2))).toBe('present');
});

test('with a register one or two unrecognised actors are weak, one is sole', () => {
  expect(state(seen(1, { covered: true }))).toBe('weak sole');
  expect(state(seen(2, { covered: true }))).toBe('weak');
  expect(state(seen(3, { covered: true }))).toBe('present');
  expect(state(seen(1, { covered: true, recognised: 1, research: 2 }))).toBe('present sole');
});

test('by a source’s word: sole of one, weak of some, and a conflict where others are seen', () => {
  expect(state(seen(1, { verdicts: says('sole') }))).toBe('present sole');
  expect(state(seen(3, { verdicts: says('weak') }))).toBe('weak');
  expect([state(seen(2, { verdicts: says('sole') })), judge(seen(2, { verdicts: says('sole') })).contradicted]).toEqual(
    ['present', true],
  );
  expect([
    state(seen(1, { verdicts: says('missing') })),
    judge(seen(1, { verdicts: says('missing') })).contradicted,
  ]).toEqual(['present', true]);
});

test('an actor whose place nobody says forbids every claim of scarcity', () => {
  for (const grounds of [NOTHING, seen(1), seen(2)]) {
    const open = { ...grounds, unplaced: true };
    for (const verdicts of [says(), says('missing', 'sole', 'weak')]) {
      const told = judge({ ...open, covered: true, verdicts });
      expect([told.state === 'present' || told.state === 'unsurveyed', told.sole]).toEqual([true, false]);
    }
  }
});

test('strength is a sum of shown terms, and strong takes two publishers or a register', () => {
  const much = seen(5, { recognised: 1, research: 1, publishers: 1 });
  expect(strengthOf(much).map(({ term, count, value }) => [term, count, value])).toEqual([
    ['actors', 5, 500],
    ['recognised', 1, 100],
    ['research', 1, 100],
    ['freshness', 1, 100],
  ]);
  expect(totalOf(strengthOf(much))).toBe(800);
  expect(state(much)).toBe('present');
  expect(state({ ...much, publishers: 2 })).toBe('strong');
  expect(state({ ...much, covered: true })).toBe('strong');
});

const ground = fc.record({
  actors: fc.nat(7),
  building: fc.nat(3),
  research: fc.nat(4),
  years: fc.constantFrom(0, 2, 9),
  publishers: fc.nat(3),
  covered: fc.boolean(),
  unplaced: fc.boolean(),
  verdicts: fc.subarray(['missing', 'sole', 'weak']),
});
const grounds = ground.map(({ actors, years, verdicts, ...rest }): Grounds => ({
  ...rest,
  actors,
  recognised: Math.min(actors, rest.research),
  age: actors === 0 ? undefined : years,
  publishers: actors === 0 ? 0 : 1 + rest.publishers,
  verdicts: new Set(verdicts),
}));
const RANKS = ['missing', 'weak', 'present', 'strong'];
/** To be surveyed has no rank: it is no claim. */
const rank = ({ state: word }: Judgement) => RANKS.indexOf(word);

test('one more mention of an actor never lowers a state', () => {
  fc.assert(
    fc.property(grounds, (before) => {
      const after = judge({
        ...before,
        actors: before.actors + 1,
        age: Math.min(before.age ?? 0, 0),
        publishers: Math.max(1, before.publishers),
      });
      expect(rank(after)).toBeGreaterThanOrEqual(rank(judge(before)));
    }),
    { numRuns: 2_000 },
  );
});

test('a mention makes weak or sole only where a register or a word already claimed it', () => {
  fc.assert(
    fc.property(grounds, (before) => {
      const { state: word, sole } = judge({ ...before, covered: false, verdicts: new Set() });
      expect([word === 'missing' || word === 'weak', sole]).toEqual([false, false]);
    }),
    { numRuns: 2_000 },
  );
});

test('every least change moves the state, and one less of it does not', () => {
  fc.assert(
    fc.property(grounds, (before) => {
      const now = judge(before);
      for (const { change, count, to } of leastChanges(before)) {
        expect([to.state, to.sole]).not.toEqual([now.state, now.sole]);
        if (change !== 'actors' || count < 2) continue;
        const less = judge({ ...before, actors: before.actors + count - 1, age: Math.min(before.age ?? 0, 0) });
        expect([less.state, less.sole]).toEqual([now.state, now.sole]);
      }
    }),
    { numRuns: 2_000 },
  );
});
