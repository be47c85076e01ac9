import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import { kindAt, type AnyProjection } from '#server/analysis/projection.ts';
import { compiledTest, compileFilter } from '#server/analysis/relation-filter.ts';

/** What a body does in a chain, and what leads from there to the chain. */
const DOES: readonly RelationshipType[] = ['ACTIVE_IN', 'SUPPORTS', 'PRODUCES', 'DEVELOPS'];
const LEADS: readonly RelationshipType[] = ['IN_SEGMENT', 'PART_OF', 'SEGMENT_OF'];
const OUT = { direction: 'OUT', ended: false } as const;
const FIRST = compileFilter({ ...OUT, types: DOES, kinds: ['Chain', 'Segment', 'Product'] });
const ONWARDS = compileFilter({ ...OUT, types: LEADS, kinds: ['Chain', 'Segment'] });

/**
 * The chains on whose boards a body may be seen: those of its segments, of the segments of its products, and of what
 * these are part of. In order of id.
 */
export function chainsOf(projection: AnyProjection, body: number): number[] {
  const chains = new Set<number>();
  const seen = new Set([body]);
  let passes = compiledTest(projection, FIRST);
  for (let level = [body]; level.length > 0; passes = compiledTest(projection, ONWARDS)) {
    projection.need?.(level);
    const next: number[] = [];
    for (const entity of level) {
      for (let half = projection.offsets[entity] ?? 0; half < (projection.offsets[entity + 1] ?? 0); half++) {
        const neighbour = projection.neighbours[half] ?? 0;
        if (seen.has(neighbour) || !passes(half)) continue;
        seen.add(neighbour);
        if (kindAt(projection, neighbour) === 'Chain') chains.add(neighbour);
        else next.push(neighbour);
      }
    }
    level = next;
  }
  return [...chains].sort((a, b) => a - b);
}
