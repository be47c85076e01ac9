import { LRUCache } from 'lru-cache';
import type { GraphStore } from '#graph-model/store/port.ts';
import { buildProjection } from './build-projection.ts';
import type { Projection } from './projection.ts';

/** How many older versions stay in memory beside the newest. */
const OLDER_KEPT = 2;

/** What the newest version and a few older ones look like in memory. */
export type Projections = {
  /** The projection of a version; the first to ask waits while it is built, the others wait with it. */
  at(version: number): Promise<Projection>;
  /** Is a projection of this version there without waiting? */
  has(version: number): boolean;
  /** Starts building, in the background, what `at` will want. */
  warm(version: number): void;
};

/**
 * `build` is the seam for a worker thread: a promise of a whole projection, swapped in when it is done.
 * A build that fails is forgotten, so that the next question tries again. `built` is told of each, for the log.
 */
export function createProjections(
  store: Pick<GraphStore, 'reader'>,
  build: (version: number) => Promise<Projection> = async (version) => buildProjection(await store.reader(version)),
  built: (projection: Projection) => void = () => {},
): Projections {
  const older = new LRUCache<number, Projection>({ max: OLDER_KEPT });
  const building = new Map<number, Promise<Projection>>();
  let newest: Projection | undefined;

  function keep(projection: Projection): Projection {
    built(projection);
    if (newest === undefined || projection.version > newest.version) {
      if (newest !== undefined) older.set(newest.version, newest);
      newest = projection;
    } else if (projection.version < newest.version) older.set(projection.version, projection);
    return projection;
  }

  function ready(version: number): Projection | undefined {
    return newest?.version === version ? newest : older.get(version);
  }

  async function at(version: number): Promise<Projection> {
    const there = ready(version);
    if (there !== undefined) return there;
    let pending = building.get(version);
    if (pending === undefined) {
      pending = build(version)
        .then(keep)
        .finally(() => building.delete(version));
      building.set(version, pending);
    }
    return pending;
  }

  return {
    at,
    has: (version) => ready(version) !== undefined,
    warm: (version) => void at(version).catch(() => undefined),
  };
}
