import type { GraphReader } from '#graph-model/store/port.ts';
import { createAdjacencyReads } from './adjacency-reads.ts';
import type { AdjacencyCache } from './adjacency.ts';
import { buildProjection } from './build-projection.ts';
import { createPart, Unread } from './part.ts';
import type { Projection } from './projection.ts';
import type { Topology } from './topology.ts';
import type { WholeCounts } from './whole-counts.ts';

/** As many rows are read in some seconds, from either store; a question may take ten. */
const MOST_READ = 300_000;

/**
 * Over what the store is asked for, a step of the question at a time.
 * @param whole all of the version
 */
export function storeTopology(
  reader: GraphReader,
  cache: AdjacencyCache,
  counts: WholeCounts,
  signal: AbortSignal,
  whole: () => Promise<Projection> = () => buildProjection(reader),
): Topology {
  const reads = createAdjacencyReads(reader, cache);
  return {
    totals: () => counts.totals(reader),
    kindCounts: () => counts.kindCounts(reader),
    typeCounts: () => counts.typeCounts(reader),
    held: () => counts.held(reader),
    kindsOf: (ids) => reads.kinds(ids),
    // A part, which names what it lacks and is put together anew, takes five times as long to hold as much.
    analyseWhole: async (run) => run(await whole()),
    mostRead: MOST_READ,
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
