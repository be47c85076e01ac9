import DataLoader from 'dataloader';
import { batchOf, type KeyOf, type RowOf, type Table } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { compareText } from '#graph-model/text.ts';
import { createAtHand, type AtHand } from './at-hand.ts';

/** Batched, remembered reads of one request and version: however many rows ask, each table is read once a step. */
export type Loaders = {
  /** What needs no reading. */
  readonly hand: AtHand;
  row<T extends Table>(table: T, id: string): Promise<RowOf<T> | undefined>;
  /** In order of the ids asked for; the absent are left out. */
  rows<T extends Table>(table: T, ids: Iterable<string>): Promise<RowOf<T>[]>;
  /** Live rows whose key has this value, in order of id. */
  by<T extends Table>(table: T, key: KeyOf<T>, value: string): Promise<readonly RowOf<T>[]>;
  /** The version that first showed a live id. */
  since(table: Table, id: string): Promise<number>;
  /** A live entity by its id or one that redirects to it. */
  entity(id: string): Promise<FoundEntity | undefined>;
  /** What sources cover, by source. */
  coverageOf(source: RowOf<'source'>): Promise<RowOf<'coverage'>[]>;
};

export type FoundEntity = { readonly row: RowOf<'entity'>; readonly redirectedFrom?: string };

/** Redirects are flat once published; a longer chain than this is broken data, not a question. */
const MOST_REDIRECTS = 8;

export function createLoaders(reader: GraphReader): Loaders {
  const hand = createAtHand();
  const loaders = new Map<string, DataLoader<string, unknown>>();
  function loader<V>(name: string, batch: (keys: readonly string[]) => Promise<readonly V[]>): DataLoader<string, V> {
    let found = loaders.get(name);
    if (found === undefined) {
      found = new DataLoader<string, unknown>(batch, { maxBatchSize: 5000 });
      loaders.set(name, found);
    }
    return found as DataLoader<string, V>;
  }

  function row<T extends Table>(table: T, id: string): Promise<RowOf<T> | undefined> {
    const here = hand.row(table, id);
    if (here !== undefined) return Promise.resolve(here);
    return loader(table, async (ids) => {
      const rows = await reader.get(table, ids);
      for (const one of rows.values()) hand.hasRead(table, one);
      return ids.map((one) => rows.get(one));
    }).load(id);
  }

  function by<T extends Table>(table: T, key: KeyOf<T>, value: string): Promise<readonly RowOf<T>[]> {
    return loader(`${table} by ${key}`, async (values) => {
      const groups = new Map<string, RowOf<T>[]>(values.map((one) => [one, []]));
      for (const found of await reader.find(table, key, values)) {
        groups.get((found as Record<string, unknown>)[key] as string)?.push(found);
        hand.hasRead(table, found);
      }
      return values.map((one) => groups.get(one) ?? []);
    }).load(value);
  }

  async function entity(id: string): Promise<FoundEntity | undefined> {
    let at = id;
    for (let step = 0; step <= MOST_REDIRECTS; step++) {
      const found = await row('entity', at);
      if (found !== undefined) return at === id ? { row: found } : { row: found, redirectedFrom: id };
      const redirect = await row('redirect', at);
      if (redirect === undefined) return undefined;
      at = redirect.to;
    }
    return undefined;
  }

  return {
    hand,
    row,
    rows: async <T extends Table>(table: T, ids: Iterable<string>) => {
      const found = await Promise.all([...ids].map((id) => row(table, id)));
      return found.filter((one) => one !== undefined);
    },
    by,
    since: (table, id) =>
      loader(`${table} since`, async (ids) => {
        const versions = await reader.since(table, ids);
        return ids.map((one) => versions.get(one) ?? reader.version);
      }).load(id),
    entity,
    coverageOf: async (source) => {
      const batches = await Promise.all(
        source.listedBy.map((owner) => by('coverage', 'batch', batchOf(owner, source.id))),
      );
      return batches.flat().sort((a, b) => compareText(a.id, b.id));
    },
  };
}
