import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { heldIn } from './held-in.ts';
import { kindAt, type Projection } from './projection.ts';
import type { Topology } from './topology.ts';

/** Over a whole projection, which `whole` waits for. */
export function memoryTopology(whole: () => Promise<Projection>): Topology {
  return {
    totals: async () => {
      const { totals, entities, relations } = await whole();
      return { ...totals, entities: entities.length, relations: relations.ids.length };
    },
    kindCounts: async () => countWords(KIND_NAMES, (await whole()).kinds),
    typeCounts: async () => countWords(RELATIONSHIP_TYPES, (await whole()).relations.types),
    held: async () => heldIn(await whole()),
    kindsOf: async (ids) => {
      const projection = await whole();
      const indexes = ids.map((id) => [id, projection.entities.indexOf(id)] as const);
      return new Map(indexes.flatMap(([id, at]) => (at < 0 ? [] : [[id, kindAt(projection, at)]])));
    },
    analyse: async (_, run) => run(await whole()),
    analyseWhole: async (run) => run(await whole()),
    mostRead: Infinity,
  };
}

function countWords(words: readonly string[], ranks: Uint8Array): Map<string, number> {
  const counts = new Uint32Array(256);
  for (const rank of ranks) counts[rank] = (counts[rank] ?? 0) + 1;
  return new Map(words.map((word, rank) => [word, counts[rank] ?? 0] as const).filter(([, count]) => count > 0));
}
