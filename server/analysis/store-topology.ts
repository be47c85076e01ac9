import type { GraphReader } from '#graph-model/store/port.ts';
import { createAdjacencyReads } from './adjacency-reads.ts';
import type { AdjacencyCache } from './adjacency.ts';
import { createPart, Unread } from './part.ts';
import type { Topology } from './topology.ts';
import type { WholeCounts } from './whole-counts.ts';

/** Over what the store is asked for, a step of the question at a time. */
export function storeTopology(
  reader: GraphReader,
  cache: AdjacencyCache,
  counts: WholeCounts,
  signal: AbortSignal,
): Topology {
  const reads = createAdjacencyReads(reader, cache);
  return {
    totals: () => counts.totals(reader),
    kindCounts: () => counts.kindCounts(reader),
    typeCounts: () => counts.typeCounts(reader),
    held: () => counts.held(reader),
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
