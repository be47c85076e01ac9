import { LRUCache } from 'lru-cache';
import type { GraphStore } from '#graph-model/store/port.ts';
import { buildProjection } from './build-projection.ts';
import { nextProjection } from './next-projection.ts';
import { readChanges } from './projection-changes.ts';
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
 * `build` is given the nearest earlier version in memory, if there is one, to go on from. A build that fails is
 * forgotten, so that the next question tries again. `built` is told of each, for the log.
 */
export function createProjections(
  store: Pick<GraphStore, 'reader'>,
  build: (version: number, base?: Projection) => Promise<Projection> = (version, base) =>
    readProjection(store, version, base),
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

  function nearestBefore(version: number): Projection | undefined {
    const kept = newest === undefined ? [] : [newest, ...older.values()];
    const earlier = kept.filter((each) => each.version < version);
    return earlier.sort((a, b) => b.version - a.version)[0];
  }

  async function at(version: number): Promise<Projection> {
    const there = ready(version);
    if (there !== undefined) return there;
    let pending = building.get(version);
    if (pending === undefined) {
      pending = build(version, nearestBefore(version))
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

async function readProjection(
  store: Pick<GraphStore, 'reader'>,
  version: number,
  base: Projection | undefined,
): Promise<Projection> {
  const changes = base === undefined ? undefined : await readChanges(store, base, version);
  if (base === undefined || changes === undefined) return buildProjection(await store.reader(version));
  return nextProjection(base, changes);
}
