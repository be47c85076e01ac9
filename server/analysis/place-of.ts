import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import { kindAt, modalityRank, type AnyProjection } from './projection.ts';
import { compiledTest, compileFilter, type CompiledFilter } from './relation-filter.ts';

/** What ties a place or park, and anything else, to where it is. Made once: a question may ask for hundreds of bodies. */
type Ties = { readonly area: CompiledFilter; readonly body: CompiledFilter };

/** How a thing is, or is being built; and how it is to be. */
const BUILT: readonly Modality[] = ['operating', 'building'];
const THERE = tiesOf(BUILT);
const MEANT = tiesOf(['planned', 'proposed']);
const PARTS = compileFilter({
  direction: 'IN',
  modalities: BUILT,
  ended: false,
  types: ['LOCATED_IN', 'PART_OF'],
  kinds: ['Place', 'Park'],
});

function tiesOf(modalities: readonly Modality[]): Ties {
  const out = { direction: 'OUT', modalities, ended: false } as const;
  return {
    area: compileFilter({ ...out, types: ['LOCATED_IN', 'PART_OF'] }),
    body: compileFilter({ ...out, types: ['LOCATED_IN'] }),
  };
}

/**
 * Where an entity is, by one unambiguous chain of LOCATED_IN and (for places and parks) PART_OF: the innermost place
 * or park of the chain, or undefined when the sources name none, or two that do not contain one another.
 */
export function placeOf(projection: AnyProjection, entity: number): number | undefined {
  return innermost(projection, entity, THERE);
}

/** The same where plans and proposals put it: it is not there yet, but what they ask of it is asked for that place. */
export function meantPlaceOf(projection: AnyProjection, entity: number): number | undefined {
  return innermost(projection, entity, MEANT);
}

/**
 * An area that plans or proposals put somewhere and nothing else tells of: it stands only as a wish. Whatever operates
 * or is built there, or around it, shows that it is there.
 */
export function standsOnlyAsMeant(projection: AnyProjection, area: number): boolean {
  if (meantPlaceOf(projection, area) === undefined) return false;
  const { relations, rows, offsets } = projection;
  const built = BUILT.map(modalityRank);
  for (let half = offsets[area] ?? 0; half < (offsets[area + 1] ?? 0); half++) {
    if (built.includes(relations.modalities[rows[half] ?? 0] ?? 0)) return false;
  }
  return true;
}

function innermost(projection: AnyProjection, entity: number, ties: Ties): number | undefined {
  projection.need?.([entity]);
  const named = containersOf(projection, entity, ties);
  projection.need?.(named);
  if (named.length < 2) return named[0];
  const outer = new Set<number>();
  for (const place of named) for (const around of allAround(projection, place)) outer.add(around);
  const inner = named.filter((place) => !outer.has(place));
  return inner.length === 1 ? inner[0] : undefined;
}

function containersOf(projection: AnyProjection, entity: number, ties = THERE): number[] {
  const kind = kindAt(projection, entity);
  const passes = compiledTest(projection, kind === 'Place' || kind === 'Park' ? ties.area : ties.body);
  const found = new Set<number>();
  for (let half = projection.offsets[entity] ?? 0; half < (projection.offsets[entity + 1] ?? 0); half++) {
    const neighbour = projection.neighbours[half] ?? 0;
    if (neighbour !== entity && passes(half)) found.add(neighbour);
  }
  return [...found];
}

/** Everything that contains a place, itself left out even when the data run in a circle. */
export function allAround(projection: AnyProjection, place: number): Set<number> {
  const around = containing(projection, [place]);
  around.delete(place);
  return around;
}

/**
 * Every area that a part of this one lies in: a zone of parks in two cities reaches into both. What is said to be in one
 * of them could be in the zone, and what is said to be in the zone could be in one of them.
 */
export function reachOf(projection: AnyProjection, area: number): Set<number> {
  return containing(projection, partsOf(projection, [area]));
}

/**
 * In a part: all that `placeOf`, `meantPlaceOf`, `allAround` and, for parks, `reachOf` look at for so many entities, a
 * level at a time for all of them together; one after the other each would wait for its own.
 */
export function readAround(projection: AnyProjection, entities: readonly number[]): void {
  if (projection.need === undefined) return;
  projection.need(entities);
  const meant = entities.flatMap((entity) => containersOf(projection, entity, MEANT));
  const parks = entities.filter((entity) => kindAt(projection, entity) === 'Park');
  containing(projection, [...entities, ...meant, ...partsOf(projection, parks)]);
}

/** What contains one of these; one of them only when it contains another. Level by level. */
function containing(projection: AnyProjection, places: Iterable<number>): Set<number> {
  const found = new Set<number>();
  const seen = new Set(places);
  for (let level = [...seen]; level.length > 0;) {
    projection.need?.(level);
    const next: number[] = [];
    for (const place of level) {
      for (const container of containersOf(projection, place)) {
        found.add(container);
        if (seen.has(container)) continue;
        seen.add(container);
        next.push(container);
      }
    }
    level = next;
  }
  return found;
}

/** Everything that is part of one of these areas or lies in it, they themselves left out. */
export function partsOf(projection: AnyProjection, areas: readonly number[]): Set<number> {
  const passes = compiledTest(projection, PARTS);
  const parts = new Set<number>();
  const asked = new Set(areas);
  for (let level = [...asked]; level.length > 0;) {
    projection.need?.(level);
    const next: number[] = [];
    for (const area of level) {
      for (let half = projection.offsets[area] ?? 0; half < (projection.offsets[area + 1] ?? 0); half++) {
        const part = projection.neighbours[half] ?? 0;
        if (asked.has(part) || parts.has(part) || !passes(half)) continue;
        parts.add(part);
        next.push(part);
      }
    }
    level = next;
  }
  return parts;
}
