import fc from 'fast-check';
import type { DistanceQuestion } from '#server/analysis/ties/distances.ts';
import type { CommonQuestion } from '#server/analysis/ties/common-neighbours.ts';
import type { RingsQuestion } from '#server/analysis/ties/rings.ts';

const types = fc.constantFrom(undefined, undefined, ['SUPPLIES', 'COLLABORATES_WITH'] as const);
const modalities = fc.constantFrom(undefined, ['operating', 'building'] as const);
const direction = fc.constantFrom('ANY', 'ANY', 'OUT', 'IN');
const filter = fc.record({ types, modalities, direction, ended: fc.constantFrom(undefined, true, false) });

function some(size: number, minLength: number, maxLength: number): fc.Arbitrary<number[]> {
  return fc.uniqueArray(fc.nat(size - 1), { minLength, maxLength, size: 'max' });
}

/** Sides may share entities. */
export function anyDistanceQuestion(size: number): fc.Arbitrary<DistanceQuestion> {
  return fc
    .record({
      from: some(size, 1, 4),
      to: some(size, 1, 4),
      maxHops: fc.integer({ min: 1, max: 8 }),
      direction,
      types,
      modalities,
      sourceClasses: fc.constantFrom(undefined, undefined, ['policy', 'paper'] as const),
      minConfidence: fc.constantFrom(0, 0, 900),
      asOf: fc.constantFrom(undefined, undefined, '2023'),
      ended: fc.boolean(),
      kinds: fc.constantFrom(undefined, undefined, ['Company', 'Place'] as const),
      exclude: some(size, 0, 2),
      places: fc.boolean(),
    })
    .map((asked) => ({
      ...asked,
      exclude: asked.exclude.filter((one) => ![...asked.from, ...asked.to].includes(one)),
    }));
}

export function anyCommonQuestion(size: number): fc.Arbitrary<CommonQuestion> {
  return some(size, 2, 5).chain((entities) =>
    fc.record({
      entities: fc.constant(entities),
      atLeast: fc.integer({ min: 2, max: entities.length }),
      filter,
      first: fc.integer({ min: 1, max: 4 }),
    }),
  );
}

export function anyRingsQuestion(size: number): fc.Arbitrary<RingsQuestion> {
  return fc.record({
    entities: some(size, 1, 3),
    hops: fc.integer({ min: 1, max: 4 }),
    filter,
    places: fc.boolean(),
    limit: fc.nat(4),
  });
}
