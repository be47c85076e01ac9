import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellChange } from '#server/analysis/board/cell-change.ts';
import { differencesOf, hybridOf, type Moment } from '#server/analysis/board/differences.ts';
import { groundOf } from '#server/analysis/board/ground.ts';
import type { ChainSlice, SliceCoverage, SliceEntity, SliceFact } from '#server/analysis/board/slice.ts';
import { judge } from '#server/analysis/board/state.ts';
import { chainOf, EMPTY_CHAIN, fact, firm, REGISTER, segment } from './a-chain.ts';

const on = (slice: ChainSlice, date = '2025-06'): Moment => ({ slice, date });
const judged = ({ slice, date }: Moment, region = '甲') => judge(groundOf(slice, '阀', region, date).grounds);
/** Change, whether the judgement moved, what did it, and how much else differs. */
const told = (before: Moment, now: Moment, region = '甲') => {
  const { change, moved, causes, others } = cellChange(before, now, '阀', region);
  return [change, moved, causes.map(({ cause, id }) => `${cause} ${id ?? ''}`.trim()), others];
};

const one = chainOf([firm('一', '甲')], [fact('一')]);
const two = chainOf([firm('一', '甲'), firm('二', '甲')], [fact('一'), fact('二')]);
const covered = { coverage: [REGISTER] };

test('nothing that differs is the same', () => {
  expect(told(on(one), on(one))).toEqual(['same', false, [], 0]);
});

test('a register that comes opens a gap; a firm beside it that is already there takes no blame', () => {
  const now = chainOf([firm('一', '甲')], [fact('一')], covered);
  expect(told(on(one), on(now))).toEqual(['opened', true, ['register_added reg'], 0]);
});

test('a firm that comes closes a gap, and the register that stays is no cause', () => {
  const none = chainOf([], [], covered);
  const three = ['一', '二', '三'];
  const now = chainOf(
    three.map((id) => firm(id, '甲')),
    three.map((id) => fact(id)),
    covered,
  );
  expect(judged(on(none)).state).toBe('missing');
  expect(told(on(none), on(now))).toEqual([
    'closed',
    true,
    three.map((id) => `fact_added ACTIVE_IN ${id} 阀 operating`).sort(),
    0,
  ]);
});

test('of two things that each would do, one is named and the other counted', () => {
  expect(told(on(chainOf([], [])), on(two))).toEqual(['changed', true, ['fact_added ACTIVE_IN 二 阀 operating'], 1]);
});

test('a firm more without another judgement is told, and moved nothing', () => {
  expect(told(on(one), on(two))).toEqual(['changed', false, ['fact_added ACTIVE_IN 二 阀 operating'], 0]);
});

test('a gap that stays is persistent, also when it is another gap', () => {
  const none = chainOf([], [], covered);
  const sole = chainOf([firm('一', '甲')], [fact('一')], covered);
  expect(told(on(none), on(none))).toEqual(['persistent', false, [], 0]);
  expect(told(on(none), on(sole))).toEqual(['persistent', true, ['fact_added ACTIVE_IN 一 阀 operating'], 0]);
});

test('a firm that moves away, one that loses its recognition, and a source that supports no more are causes', () => {
  const away = chainOf([firm('一', '乙')], [fact('一')]);
  expect(told(on(one), on(away))).toEqual(['changed', true, ['actor_changed 一'], 0]);
  const honoured = chainOf([firm('一', '甲', true)], [fact('一')]);
  expect(told(on(honoured), on(one))).toEqual(['changed', false, ['actor_changed 一'], 0]);
  const other = chainOf([firm('一', '甲')], [fact('一', { sources: ['more'] })]);
  expect(told(on(one), on(other))).toEqual(['changed', false, ['fact_changed ACTIVE_IN 一 阀 operating'], 0]);
});

test('a register that grows old closes what it had opened: time did it', () => {
  const sole = chainOf([firm('一', '甲')], [fact('一')], covered);
  expect(told(on(sole), on(sole, '2028'))).toEqual(['closed', true, ['time_passed'], 0]);
});

test('a register of after the earlier day brings its day along: time is no cause of its own', () => {
  const later = chainOf([], [], { coverage: [{ ...REGISTER, date: '2025-09' }] });
  expect(told(on(chainOf([], [])), on(later, '2025-12'))).toEqual(['opened', true, ['register_added reg'], 0]);
});

test('a register that goes, and a word that goes, each close a gap', () => {
  const none = chainOf([], [], covered);
  expect(told(on(none), on(chainOf([], [])))).toEqual(['closed', true, ['register_removed reg'], 0]);
  const said = chainOf([], [fact('省', { type: 'ASSESSED', verdict: 'missing' })]);
  expect(told(on(said), on(chainOf([], [])))).toEqual(['closed', true, ['fact_removed ASSESSED 省 阀 operating'], 0]);
});

test('an actor of a part counts once the part is one: the frame did it', () => {
  const slice = (partOf: string | undefined) =>
    chainOf([firm('一', '甲')], [fact('一', { segment: '芯' })], {
      segments: [segment('阀'), segment('芯', { partOf })],
      parts: partOf === undefined ? [] : [{ id: '芯', partOf }],
    });
  expect(told(on(slice(undefined)), on(slice('阀')))).toEqual(['changed', true, ['frame_changed'], 0]);
});

test('a segment or a region that was not there makes a new cell', () => {
  const without = { ...two, segments: [segment('芯')] };
  expect(told(on(without), on(two))).toEqual(['changed', true, ['cell_added 阀'], 0]);
  const sole = chainOf([firm('一', '甲')], [fact('一')], covered);
  expect(told(on({ ...sole, around: new Map() }), on(sole))).toEqual(['opened', true, ['cell_added 阀'], 0]);
});

const FIRMS = ['一', '二', '三', '四', '五'];
const facts = fc.subarray(FIRMS).chain((names) =>
  fc.tuple(
    ...names.map((from) =>
      fc
        .record({
          segment: fc.constantFrom('阀', '芯'),
          modality: fc.constantFrom('operating' as const, 'building' as const, 'planned' as const),
          at: fc.constantFrom(undefined, '甲', '乙'),
          sources: fc.subarray(['news', 'more', 'wish'], { minLength: 1 }),
        })
        .map((patch) => fact(from, patch)),
    ),
  ),
);
const verdicts = fc.subarray(
  (['missing', 'sole', 'weak'] as const).flatMap((verdict) =>
    ['省', '甲'].map((from) => fact(from, { type: 'ASSESSED', verdict, id: `${verdict} ${from}` })),
  ),
);
const entities = fc.tuple(
  ...FIRMS.map((id) =>
    fc
      .record({ place: fc.constantFrom(undefined, '甲', '乙', '省'), recognised: fc.boolean() })
      .map(({ place, recognised }): SliceEntity => firm(id, place, recognised)),
  ),
);
const coverage = fc.subarray<SliceCoverage>([
  REGISTER,
  { ...REGISTER, subject: '阀', date: '2022', source: 'old' },
  { ...REGISTER, place: '乙', source: 'city' },
]);
const moments = fc
  .record({
    entities,
    facts: fc.tuple(facts, verdicts).map(([own, said]): readonly SliceFact[] => [...own, ...said]),
    coverage,
    isPart: fc.boolean(),
    inProvince: fc.boolean(),
    date: fc.constantFrom('2025-06', '2023-06', '2029'),
  })
  .map(({ isPart, inProvince, date, ...rest }) => {
    const segments = [segment('阀'), segment('芯', { partOf: isPart ? '阀' : undefined })];
    const around = new Map([...EMPTY_CHAIN.around, ['甲', new Set(inProvince ? ['省'] : [])]] as const);
    return on(chainOf(rest.entities, rest.facts, { coverage: rest.coverage, segments, around }), date);
  });
const anywhere = fc.constantFrom('省', '甲', '乙');

test('all that differs, put into the earlier moment, makes the judgement of the later one', () => {
  fc.assert(
    fc.property(moments, moments, anywhere, (before, now, region) => {
      const all = differencesOf(before, now, '阀', region);
      expect(judged(hybridOf(before, now, all), region)).toEqual(judged(now, region));
    }),
    { numRuns: 2_000 },
  );
});

test('what is named as the cause is enough, and nothing of it can be left out', () => {
  fc.assert(
    fc.property(moments, moments, anywhere, (before, now, region) => {
      const { moved, causes } = cellChange(before, now, '阀', region);
      if (!moved) return;
      const all = differencesOf(before, now, '阀', region);
      const named = all.filter(({ cause, id }) => causes.some((own) => own.cause === cause && own.id === id));
      expect(named.length).toBe(causes.length);
      expect(judged(hybridOf(before, now, named), region)).toEqual(judged(now, region));
      for (const left of named) {
        const fewer = named.filter((other) => other !== left);
        expect(judged(hybridOf(before, now, fewer), region)).not.toEqual(judged(now, region));
      }
    }),
    { numRuns: 2_000 },
  );
});
