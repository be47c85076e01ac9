import { MOST_CANDIDATES, type GraphReader, type GraphStore } from '#graph-model/store/port.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { all } from '#graph-model/store/whole-version.ts';

/** What a reader does otherwise than it should. `newest` reads the newest version. */
type Fault = (reader: GraphReader, newest: GraphReader) => Partial<GraphReader>;

/** What a careless store might do: errors of order, of caps, of time. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'the last two rows that are found are swapped': (reader) => ({
    find: async (table, key, values, page) => swapped(await reader.find(table, key, values, page)),
  }),
  'of each full page of what is found one row is lost': (reader) => ({
    find: async (table, key, values, page) => {
      return (await reader.find(table, key, values, page)).filter((_, i) => i % 20 !== 19);
    },
  }),
  'the last two rows of a scan are swapped': (reader) => ({
    async *scan(table, batchSize) {
      for await (const rows of reader.scan(table, batchSize)) yield swapped(rows);
    },
  }),
  'a scan loses the last row of a full batch': (reader) => ({
    async *scan(table) {
      for await (const rows of reader.scan(table, 500)) yield rows.length === 500 ? rows.slice(0, -1) : rows;
    },
  }),
  'two hits of a search are swapped': (reader) => ({
    searchNames: async (folded, limit) => {
      const found = await reader.searchNames(folded, limit);
      return { ...found, matches: swapped(found.matches) };
    },
  }),
  'search looks at one name too few': (reader) => cappedAt(MOST_CANDIDATES - 1, reader),
  'search looks at one name too many': (reader) => cappedAt(MOST_CANDIDATES + 1, reader),
  'an id seems to be as young as what it says now': (reader) => ({
    since: async (table, ids) => {
      const since = new Map<string, number>();
      for (const id of ids) {
        const now = (await reader.history(table, id)).at(-1);
        if (now?.until === null) since.set(id, now.since);
      }
      return since;
    },
  }),
  'one relationship too many is counted': (reader) => ({
    count: async (table) => (await reader.count(table)) + (table === 'relationship' ? 1 : 0),
  }),
  'details are read as they are now': (reader, newest) => ({
    get: (table, ids) => (table === 'relationship' ? newest.get(table, ids) : reader.get(table, ids)),
  }),
  'what was merged is not found by its old id': (reader) => ({
    get: async (table, ids) => (table === 'redirect' ? new Map() : reader.get(table, ids)),
  }),
};

/** The same store, read with a fault. */
export function faulty(store: GraphStore, fault: Fault): GraphStore {
  return {
    url: store.url,
    head: () => store.head(),
    runs: () => store.runs(),
    lease: (holder) => store.lease(holder),
    close: () => store.close(),
    reader: async (version, signal) => {
      const reader = await store.reader(version, signal);
      const newest = await store.reader((await store.head()).version, signal);
      const wrong = fault(reader, newest);
      return new Proxy(reader, {
        get(target, name) {
          const value: unknown = Reflect.get(name in wrong ? wrong : target, name);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    },
  };
}

function swapped<T>(rows: readonly T[]): readonly T[] {
  return [...rows.slice(0, -2), ...rows.slice(-2).reverse()];
}

/** Search as the port has it, but for its cap. */
function cappedAt(cap: number, reader: GraphReader): Partial<GraphReader> {
  let names: Promise<readonly RowOf<'name'>[]> | undefined;
  return {
    searchNames: async (folded, limit) => {
      const right = await reader.searchNames(folded, limit);
      const holding = (await (names ??= all(reader, 'name'))).filter((row) => row.folded.includes(folded));
      const better = right.matches.filter(({ match }) => match !== 'SUBSTRING');
      if (holding.length > cap) return { matches: better, truncated: true };
      if (!right.truncated) return right;
      const inside = holding.filter((row) => !row.folded.startsWith(folded));
      const more = inside.map((row) => ({ row, match: 'SUBSTRING' as const }));
      return { matches: [...better, ...more].slice(0, limit), truncated: false };
    },
  };
}
