import type { GraphStore } from '#graph-model/store/port.ts';
import { buildProjection } from './build-projection.ts';
import type { Projection } from './projection.ts';

/** Versions read through from a store, for what looks at nearly all of them. None is kept. */
export type WholeReads = { of(version: number): Promise<Projection> };

/**
 * Whoever asks for a version while it is read waits for the same reading. It goes on when a request has ended: what takes
 * a slow store longer than a question may is there for the next, who would only begin it again.
 */
export function createWholeReads(store: Pick<GraphStore, 'reader'>): WholeReads {
  const reading = new Map<number, Promise<Projection>>();

  async function read(version: number): Promise<Projection> {
    try {
      return await buildProjection(await store.reader(version));
    } finally {
      reading.delete(version);
    }
  }

  return {
    of(version) {
      const pending = reading.get(version) ?? read(version);
      reading.set(version, pending);
      return pending;
    },
  };
}
