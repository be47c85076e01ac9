import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES, type RelationshipType } from '#graph-model/ontology/relationships.ts';
import { seeded } from '#graph-model/seeded.ts';

/** A graph as plain columns, which each engine brings into a form of its own. Entities are numbers from 0. */
export type PlainGraph = {
  /** Ranks in KIND_NAMES. */
  readonly kinds: Uint8Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Ranks in RELATIONSHIP_TYPES. */
  readonly types: Uint8Array;
  /** Thousandths. */
  readonly confidences: Uint16Array;
};
export type GraphSize = { readonly entities: number; readonly relationships: number; readonly seed: number };

const EXPONENT = 2.2;
/** Keeps the greatest hub at a hundredth and a half of all ends, as real graphs of this size have it. */
const FIRST_RANK = 2;
const TYPES = 24;
const KINDS = 10;

/** Every fourth type from the commonest on: two relationships in five have one of them. */
export const SOME_TYPES: readonly RelationshipType[] = RELATIONSHIP_TYPES.filter(
  (_, rank) => rank < TYPES && rank % 4 === 0,
);

/**
 * Chung and Lu (Annals of Combinatorics 6, 2002): both ends of a relationship are drawn by weights that fall as a power
 * law of the exponent 2.2 does, so that there are hubs; types by Zipf. None leads from an entity to itself, several may
 * stand between two. Which entities are hubs says nothing of their numbers.
 */
export function plainGraph({ entities, relationships, seed }: GraphSize): PlainGraph {
  const random = seeded(seed);
  const drawEnd = drawerOf(entities, (rank) => (rank + FIRST_RANK) ** (-1 / (EXPONENT - 1)), random);
  const drawType = drawerOf(TYPES, (rank) => 1 / (rank + 1), random);
  const numbers = shuffled(entities, random);
  const graph = {
    kinds: new Uint8Array(entities).map(() => Math.floor(random() * Math.min(KINDS, KIND_NAMES.length))),
    from: new Uint32Array(relationships),
    to: new Uint32Array(relationships),
    types: new Uint8Array(relationships),
    confidences: new Uint16Array(relationships),
  };
  for (let row = 0; row < relationships;) {
    const [from, to] = [numbers[drawEnd()] ?? 0, numbers[drawEnd()] ?? 0];
    if (from === to) continue;
    graph.from[row] = from;
    graph.to[row] = to;
    graph.types[row] = drawType();
    graph.confidences[row] = 700 + Math.floor(random() * 30) * 10;
    row++;
  }
  return graph;
}

/** Pairs of two different entities, whatever lies between them. */
export function drawnPairs({ entities, seed }: GraphSize, count: number): (readonly [from: number, to: number])[] {
  const random = seeded(seed + 1);
  const below = (most: number) => Math.floor(random() * most);
  return Array.from({ length: count }, () => {
    const from = below(entities);
    const to = below(entities - 1);
    return [from, to < from ? to : to + 1] as const;
  });
}

/** What stands between two entities as one undirected edge, the way the libraries are fed. */
export type Edge = {
  readonly from: number;
  readonly to: number;
  /** One bit for each type. */
  readonly types: number;
  /** Of the relationship in which most trust is put, thousandths. */
  readonly confidence: number;
};

export function edgesOf({ kinds, from, to, types, confidences }: PlainGraph): Iterable<Edge> {
  const edges = new Map<number, Edge>();
  for (let row = 0; row < from.length; row++) {
    const ends = [from[row] ?? 0, to[row] ?? 0];
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    const key = low * kinds.length + high;
    const before = edges.get(key);
    edges.set(key, {
      from: low,
      to: high,
      types: (before?.types ?? 0) | (1 << (types[row] ?? 0)),
      confidence: Math.max(before?.confidence ?? 0, confidences[row] ?? 0),
    });
  }
  return edges.values();
}

/** Ranks from 0 to below `count`, each as often as its weight says. */
function drawerOf(count: number, weightOf: (rank: number) => number, random: () => number): () => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += weightOf(rank);
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function shuffled(count: number, random: () => number): Uint32Array {
  const numbers = Uint32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [numbers[at], numbers[other]] = [numbers[other] ?? 0, numbers[at] ?? 0];
  }
  return numbers;
}
