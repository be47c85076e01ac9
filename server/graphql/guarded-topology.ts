import type { Topology } from '#server/analysis/topology.ts';
import { raced } from './guarded-reader.ts';

/** A topology whose every answer ends with the request. */
export function guardedTopology(topology: Topology, signal: AbortSignal): Topology {
  return {
    totals: () => raced(topology.totals(), signal),
    kindCounts: () => raced(topology.kindCounts(), signal),
    typeCounts: () => raced(topology.typeCounts(), signal),
    held: () => raced(topology.held(), signal),
    kindsOf: (ids) => raced(topology.kindsOf(ids), signal),
    analyse: (ids, run) => raced(topology.analyse(ids, run), signal),
    analyseWhole: (run) => raced(topology.analyseWhole(run), signal),
    mostRead: topology.mostRead,
  };
}
