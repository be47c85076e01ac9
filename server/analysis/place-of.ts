import { kindAt, type AnyProjection } from './projection.ts';
import { compiledTest, compileFilter } from './relation-filter.ts';

const TIES = { direction: 'OUT', modalities: ['operating', 'building'], ended: false } as const;

/** Of a place or park, and of anything else. Made once: a question may ask for hundreds of bodies. */
const OF_AREA = compileFilter({ ...TIES, types: ['LOCATED_IN', 'PART_OF'] });
const OF_BODY = compileFilter({ ...TIES, types: ['LOCATED_IN'] });

/**
 * Where an entity is, by one unambiguous chain of LOCATED_IN and (for places and parks) PART_OF: the innermost place
 * or park of the chain, or undefined when the sources name none, or two that do not contain one another.
 */
export function placeOf(projection: AnyProjection, entity: number): number | undefined {
  projection.need?.([entity]);
  const named = containersOf(projection, entity);
  projection.need?.(named);
  const outer = new Set<number>();
  for (const place of named) for (const around of allAround(projection, place)) outer.add(around);
  const inner = named.filter((place) => !outer.has(place));
  return inner.length === 1 ? inner[0] : undefined;
}

function containersOf(projection: AnyProjection, entity: number): number[] {
  const kind = kindAt(projection, entity);
  const passes = compiledTest(projection, kind === 'Place' || kind === 'Park' ? OF_AREA : OF_BODY);
  const found = new Set<number>();
  for (let half = projection.offsets[entity] ?? 0; half < (projection.offsets[entity + 1] ?? 0); half++) {
    const neighbour = projection.neighbours[half] ?? 0;
    if (neighbour !== entity && passes(half)) found.add(neighbour);
  }
  return [...found];
}

/** Everything that contains a place, itself left out even when the data run in a circle. */
export function allAround(projection: AnyProjection, place: number): Set<number> {
  const around = new Set<number>();
  const open = [place];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    projection.need?.([next, ...open]);
    for (const container of containersOf(projection, next)) {
      if (container === place || around.has(container)) continue;
      around.add(container);
      open.push(container);
    }
  }
  return around;
}
