import { setImmediate } from 'node:timers/promises';
import DataLoader from 'dataloader';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { compareText } from '#graph-model/text.ts';
import type { Adjacency, AdjacencyCache } from './adjacency.ts';
import { endMissing, isShown, type Ends, type KeptRelation } from './columns.ts';

/** Entities of one read, and relationships of one page of it: a stopped question ends after a page. */
const ENTITIES_AT_ONCE = 500;
const PAGE = 5_000;

/** Reads of one request and version, remembered and batched: however many questions ask, one read a step. */
export type AdjacencyReads = {
  /** Ids of no live entity are absent. */
  kinds(ids: readonly string[]): Promise<ReadonlyMap<string, Kind>>;
  /** May-be readings that touch one of them, in order of id. */
  readings(ids: readonly string[]): Promise<readonly Ends[]>;
  /** @throws GraphError STORE_BROKEN when a relationship names an entity that is not there */
  adjacency(ids: readonly string[]): Promise<ReadonlyMap<string, Adjacency>>;
};

export function createAdjacencyReads(reader: GraphReader, cache: AdjacencyCache): AdjacencyReads {
  const kindLoader = loaderOf(async (ids) => {
    const rows = await reader.get('entity', ids);
    return new Map(Array.from(rows, ([id, { kind }]) => [id, kind]));
  });
  const readingLoader = loaderOf(async (ids) => {
    const rows = await Promise.all([reader.find('reading', 'from', ids), reader.find('reading', 'to', ids)]);
    return byEnd(ids, rows.flat().filter(isShown), (row) => row);
  });
  const adjacencyLoader = loaderOf(async (ids) => {
    const found = new Map<string, Adjacency>();
    for (const id of ids) {
      const kept = cache.get(reader.version, id);
      if (kept !== undefined) found.set(id, kept);
    }
    for (const [id, adjacency] of await read(ids.filter((one) => !found.has(one)))) {
      cache.set(reader.version, id, adjacency);
      found.set(id, adjacency);
    }
    return found;
  });

  const kinds = (ids: readonly string[]) => loadAll(kindLoader, ids);

  async function read(ids: readonly string[]): Promise<ReadonlyMap<string, Adjacency>> {
    const relations = new Map<string, KeptRelation>();
    for (let at = 0; at < ids.length; at += ENTITIES_AT_ONCE) {
      const some = ids.slice(at, at + ENTITIES_AT_ONCE);
      await Promise.all([readEnd('from', some, relations), readEnd('to', some, relations)]);
    }
    const ends = new Set<string>();
    for (const { from, to } of relations.values()) ends.add(from).add(to);
    const kindOf = await kinds([...ends]);
    return byEnd(ids, relations.values(), (relation, neighbour) => {
      const kind = kindOf.get(neighbour);
      if (kind === undefined) throw endMissing(relation.id, neighbour);
      return { relation, neighbour, kind };
    });
  }

  /** The relationships that have one of the entities at this end, a page at a time. */
  async function readEnd(end: 'from' | 'to', ids: readonly string[], into: Map<string, KeptRelation>): Promise<void> {
    let after: string | undefined = '';
    while (after !== undefined) {
      const rows: readonly RowOf<'relationship'>[] = await reader.find('relationship', end, ids, {
        after,
        limit: PAGE,
      });
      for (const row of rows) into.set(row.id, keptOf(row));
      after = rows.length < PAGE ? undefined : rows.at(-1)?.id;
      await setImmediate();
    }
  }

  return {
    kinds,
    readings: async (ids) => {
      const found = [...(await loadAll(readingLoader, ids)).values()].flat();
      // Found from either end, and for each of the ids.
      const unique = new Map(found.map((row) => [row.id, row]));
      return [...unique.values()].sort((a, b) => compareText(a.id, b.id));
    },
    adjacency: (ids) => loadAll(adjacencyLoader, ids),
  };
}

function keptOf(row: RowOf<'relationship'>): KeptRelation {
  const { id, from, to, type, modality, classes, confidence, ended, validFrom, validTo } = row;
  return { id, from, to, type, modality, classes, confidence, ended, validFrom, validTo };
}

function loaderOf<Value>(
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): DataLoader<string, Value | undefined> {
  return new DataLoader(
    async (ids) => {
      const found = await read(ids);
      return ids.map((id) => found.get(id));
    },
    // Waits for all questions of the request that are under way, and lets others, and its end, in between.
    { batchScheduleFn: (dispatch) => void setImmediate().then(dispatch) },
  );
}

async function loadAll<Value>(
  loader: DataLoader<string, Value | undefined>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Value>> {
  const values = await Promise.all(ids.map((id) => loader.load(id)));
  const found = new Map<string, Value>();
  for (const [i, id] of ids.entries()) {
    const value = values[i];
    if (value !== undefined) found.set(id, value);
  }
  return found;
}

/** Under each of the ids, what `make` makes of the rows that have it at an end and of their other end. */
function byEnd<Row extends Ends, Value>(
  ids: readonly string[],
  rows: Iterable<Row>,
  make: (row: Row, other: string) => Value,
): ReadonlyMap<string, readonly Value[]> {
  const found = new Map<string, Value[]>(ids.map((id) => [id, []]));
  for (const row of rows) {
    found.get(row.from)?.push(make(row, row.to));
    if (row.to !== row.from) found.get(row.to)?.push(make(row, row.from));
  }
  return found;
}
