import type { Change } from '#graph-model/rows.ts';
import type { GraphStore, Lease } from '#graph-model/store/port.ts';

/** The store itself, with every batch shown before it is written. */
export function recording(store: GraphStore, show: (batch: readonly Change[]) => void): GraphStore {
  return {
    url: store.url,
    head: () => store.head(),
    runs: () => store.runs(),
    reader: (version, signal) => store.reader(version, signal),
    close: () => store.close(),
    lease: async (holder) => shown(await store.lease(holder), show),
  };
}

function shown(lease: Lease, show: (batch: readonly Change[]) => void): Lease {
  return {
    token: lease.token,
    base: lease.base,
    swept: lease.swept,
    write(changes) {
      show(changes);
      return lease.write(changes);
    },
    commit: (run) => lease.commit(run),
    release: () => lease.release(),
  };
}
