import { allAround } from './place-of.ts';
import type { AnyProjection } from './projection.ts';
import { compiledTest, compileFilter } from './relation-filter.ts';

/** Parts that are looked through at most: beyond that a composition would be no list to read. */
const MOST_PARTS = 500;

const PARTS = compileFilter({
  direction: 'IN',
  types: ['PART_OF'],
  modalities: ['operating', 'building'],
  ended: false,
});

/** An entity with all that it is part of or lies in, and all that is part of it. */
export type Area = {
  /** Ids, in order. */
  readonly around: readonly string[];
  /** By part, what it is a part of, as far as that is a part too: a part of a part is one. Undefined: too many. */
  readonly parts: ReadonlyMap<string, readonly string[]> | undefined;
};

/** @param id of a live entity or not */
export function areaOf(projection: AnyProjection, id: string): Area {
  const start = projection.entities.indexOf(id);
  if (start < 0) return { around: [], parts: new Map() };
  const idAt = (entity: number) => projection.entities.at(entity);
  const around = [...allAround(projection, start)].sort((a, b) => a - b).map(idAt);
  const wholes = new Map<number, number[]>();
  for (let step = [start]; step.length > 0;) {
    projection.need?.(step);
    const passes = compiledTest(projection, PARTS);
    const next: number[] = [];
    for (const whole of step) {
      const end = projection.offsets[whole + 1] ?? 0;
      for (let half = projection.offsets[whole] ?? 0; half < end; half++) {
        const part = projection.neighbours[half] ?? 0;
        if (part === start || !passes(half)) continue;
        const known = wholes.get(part);
        if (known === undefined) next.push(part);
        wholes.set(part, [...(known ?? []), whole]);
        if (wholes.size > MOST_PARTS) return { around, parts: undefined };
      }
    }
    step = next;
  }
  const parts = [...wholes].map(([part, of]) => [idAt(part), of.filter((one) => one !== start).map(idAt)] as const);
  return { around, parts: new Map(parts) };
}
