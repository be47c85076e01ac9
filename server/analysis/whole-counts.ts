import { LRUCache } from 'lru-cache';
import type { GraphReader } from '#graph-model/store/port.ts';
import type { Held } from './held.ts';
import { readHeld } from './held-in.ts';
import { readTotals } from './build-projection.ts';
import type { Totals } from './topology.ts';

/** What is counted over a whole version. */
export type WholeCounts = {
  totals(reader: GraphReader): Promise<Totals>;
  kindCounts(reader: GraphReader): Promise<ReadonlyMap<string, number>>;
  typeCounts(reader: GraphReader): Promise<ReadonlyMap<string, number>>;
  held(reader: GraphReader): Promise<Held<string>>;
};

/** Each counted once a version, for whoever asks: what a version shows never changes. */
export function createWholeCounts(): WholeCounts {
  return {
    totals: oncePerVersion(totalsOf),
    kindCounts: oncePerVersion((reader) => reader.countBy('entity')),
    typeCounts: oncePerVersion((reader) => reader.countBy('relationship')),
    held: oncePerVersion(readHeld),
  };
}

const VERSIONS_KEPT = 100;

/**
 * Remembers what was read, not what failed. A request waits for reads of its own reader only: another's ends when that
 * request is stopped.
 */
function oncePerVersion<V extends object>(read: (reader: GraphReader) => Promise<V>) {
  const kept = new LRUCache<number, V>({ max: VERSIONS_KEPT });
  const reading = new WeakMap<GraphReader, Promise<V>>();

  async function readAndKeep(reader: GraphReader): Promise<V> {
    try {
      const value = await read(reader);
      kept.set(reader.version, value);
      return value;
    } finally {
      reading.delete(reader);
    }
  }

  return async (reader: GraphReader): Promise<V> => {
    const known = kept.get(reader.version);
    if (known !== undefined) return known;
    let pending = reading.get(reader);
    if (pending === undefined) reading.set(reader, (pending = readAndKeep(reader)));
    return pending;
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
