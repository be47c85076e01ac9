import { KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES, type RelationshipType } from '#graph-model/ontology/relationships.ts';
import { spend, workOf } from '../path-work.ts';
import { kindRank, type AnyProjection } from '../projection.ts';
import { halfTest, type RelationFilter } from '../relation-filter.ts';
import { TIE_BUDGET } from './budget.ts';

export type RingsQuestion<Entity = number> = {
  /** Each once. */
  readonly entities: readonly Entity[];
  readonly hops: number;
  /** Of every step outwards: its direction as walked, its kinds those of what the step leads to. */
  readonly filter: RelationFilter;
  /** Also through places and policies, which are counted where they stand but not passed otherwise. */
  readonly places: boolean;
  /** Most entities given of a ring. */
  readonly limit: number;
};

/** What is so many hops from the nearest of the asked. */
export type Ring<Entity = number> = {
  readonly distance: number;
  readonly count: number;
  /** Those that occur, in the order of the ontology. */
  readonly kinds: readonly { readonly kind: Kind; readonly count: number }[];
  /** Relationships that lead to it from the ring before. */
  readonly relationCount: number;
  readonly relationTypes: readonly { readonly type: RelationshipType; readonly count: number }[];
  /** Those to which most relationships lead, then by id. */
  readonly entities: readonly Entity[];
};

export type RingsAnswer = {
  /** From distance 1 on, as far as there is anything. */
  readonly rings: readonly Ring[];
  /** The budget ended the search: the rings given are whole, the next is not told. */
  readonly truncated: boolean;
};

/** What lies around some entities, by its distance. */
export function rings(
  projection: AnyProjection,
  { entities, hops, filter, places, limit }: RingsQuestion,
  budget = TIE_BUDGET,
): RingsAnswer {
  const { offsets, neighbours, sides, kinds } = projection;
  const passes = halfTest(projection, filter);
  const notPassed = places ? [] : [kindRank('Place'), kindRank('Policy')];
  const work = workOf(budget);
  // By entity, rather than in maps: the second ring of a hub may be half of the graph.
  const seen = new Uint8Array(projection.entities.length);
  const led = new Uint32Array(projection.entities.length);
  for (const entity of entities) seen[entity] = 1;
  const found: Ring[] = [];
  let level: Iterable<number> & { readonly length: number } = entities;
  for (let distance = 1; distance <= hops && level.length > 0; distance++) {
    const reached: number[] = [];
    const types = new Uint32Array(RELATIONSHIP_TYPES.length);
    projection.need?.(level);
    for (const entity of level) {
      const [start, end] = [offsets[entity] ?? 0, offsets[entity + 1] ?? 0];
      if (!spend(work, end - start)) return { rings: found, truncated: true };
      for (let half = start; half < end; half++) {
        const neighbour = neighbours[half] ?? 0;
        if (seen[neighbour] === 1 || !passes(half)) continue;
        if (led[neighbour] === 0) reached.push(neighbour);
        bump(led, neighbour);
        bump(types, (sides[half] ?? 0) >> 1);
      }
    }
    const all = Uint32Array.from(reached).sort();
    if (all.length > 0) found.push(ringOf(distance, all, types));
    for (const entity of all) seen[entity] = 1;
    level = all.filter((entity) => !notPassed.includes(kinds[entity] ?? 0));
  }
  return { rings: found, truncated: false };

  function ringOf(distance: number, all: Uint32Array, types: Uint32Array): Ring {
    const ofKinds = new Uint32Array(KIND_NAMES.length);
    for (const entity of all) bump(ofKinds, kinds[entity] ?? 0);
    return {
      distance,
      count: all.length,
      kinds: counted(KIND_NAMES, ofKinds).map(([kind, count]) => ({ kind, count })),
      relationCount: types.reduce((sum, count) => sum + count, 0),
      relationTypes: counted(RELATIONSHIP_TYPES, types).map(([type, count]) => ({ type, count })),
      entities: mostLed(all),
    };
  }

  /** Only what may be among the first is sorted. */
  function mostLed(all: Uint32Array): number[] {
    const counts = all.map((entity) => led[entity] ?? 0).sort();
    const least = counts.at(-Math.min(limit, counts.length)) ?? 0;
    const likely = limit === 0 ? [] : Array.from(all.filter((entity) => (led[entity] ?? 0) >= least));
    return likely.sort((a, b) => (led[b] ?? 0) - (led[a] ?? 0) || a - b).slice(0, limit);
  }
}

function bump(counts: Uint32Array, rank: number): void {
  counts[rank] = (counts[rank] ?? 0) + 1;
}

/** The words that occur, in the order of their table. */
function counted<Word extends string>(words: readonly Word[], counts: Uint32Array): [Word, number][] {
  return words.map((word, rank): [Word, number] => [word, counts[rank] ?? 0]).filter(([, count]) => count > 0);
}
