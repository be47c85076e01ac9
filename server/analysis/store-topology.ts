import type { GraphReader } from '#graph-model/store/port.ts';
import { createAdjacencyReads } from './adjacency-reads.ts';
import type { AdjacencyCache } from './adjacency.ts';
import { readTotals } from './build-projection.ts';
import { createPart, Unread } from './part.ts';
import type { Topology, Totals } from './topology.ts';

/** Over what the store is asked for, a step of the question at a time. */
export function storeTopology(reader: GraphReader, cache: AdjacencyCache, signal: AbortSignal): Topology {
  const reads = createAdjacencyReads(reader, cache);
  let totals: Promise<Totals> | undefined;
  return {
    totals: () => (totals ??= totalsOf(reader)),
    kindCounts: () => reader.countBy('entity'),
    typeCounts: () => reader.countBy('relationship'),
    kindsOf: (ids) => reads.kinds(ids),
    async analyse(ids, run) {
      const readings = await reads.readings(ids);
      const part = createPart(await reads.kinds([...ids, ...readings.flatMap(({ from, to }) => [from, to])]), readings);
      for (;;) {
        const projection = await part.projection();
        try {
          return run(projection);
        } catch (error) {
          if (!(error instanceof Unread)) throw error;
          part.add(await reads.adjacency(error.entities));
        }
        // What the cache holds is asked of no reader, which would notice that the request has ended.
        signal.throwIfAborted();
      }
    },
  };
}

async function totalsOf(reader: GraphReader): Promise<Totals> {
  const [sources, entities, relations] = await Promise.all([
    readTotals(reader),
    reader.count('entity'),
    reader.count('relationship'),
  ]);
  return { ...sources, entities, relations };
}
