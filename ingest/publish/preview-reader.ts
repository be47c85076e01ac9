import type { Change, RowOf, Table } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { compareText } from '#graph-model/text.ts';

type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

/**
 * A version as it would be with changes that nobody published: what stands, with the changes laid over it. Rows only;
 * what a store counts or remembers of versions there is none of.
 */
export function previewReader(base: GraphReader, changes: readonly Change[]): GraphReader {
  const opened = new Map<Table, Map<string, Row>>();
  const closed = new Map<Table, Set<string>>();
  for (const change of changes) {
    const { table } = change;
    const [open, shut] = [opened.get(table) ?? new Map<string, Row>(), closed.get(table) ?? new Set<string>()];
    if ('open' in change) {
      open.set(change.open.id, change.open as Row);
      shut.delete(change.open.id);
    } else {
      open.delete(change.close);
      shut.add(change.close);
    }
    opened.set(table, open);
    closed.set(table, shut);
  }
  const isOver = (table: Table, id: string) =>
    opened.get(table)?.has(id) === true || closed.get(table)?.has(id) === true;
  const over = <T extends Table>(table: T, rows: Iterable<RowOf<T>>, own: (row: Row) => boolean): RowOf<T>[] => {
    const standing = [...rows].filter(({ id }) => !isOver(table, id));
    const fresh = [...(opened.get(table)?.values() ?? [])].filter(own) as unknown as RowOf<T>[];
    return [...standing, ...fresh].sort((a, b) => compareText(a.id, b.id));
  };

  return {
    version: base.version + 1,
    async get(table, ids) {
      const wanted = new Set(ids);
      const rows = over(table, (await base.get(table, wanted)).values(), ({ id }) => wanted.has(id));
      return new Map(rows.map((row) => [row.id, row]));
    },
    async find(table, key, values, page) {
      const wanted = new Set(values);
      const rows = over(table, await base.find(table, key, wanted), (row) => wanted.has(row[key] as string));
      if (page === undefined) return rows;
      return rows.filter(({ id }) => page.after === undefined || compareText(id, page.after) > 0).slice(0, page.limit);
    },
    async *scan<T extends Table>(table: T, batchSize?: number) {
      const standing: RowOf<T>[] = [];
      for await (const rows of base.scan(table, batchSize)) for (const row of rows) standing.push(row);
      yield over(table, standing, () => true);
    },
    count: () => absent('count'),
    countBy: () => absent('countBy'),
    history: () => absent('history'),
    changes: () => absent('changes'),
    since: () => absent('since'),
    searchNames: () => absent('searchNames'),
    searchNamesOfEach: () => absent('searchNamesOfEach'),
  };
}

function absent(call: string): Promise<never> {
  return Promise.reject(new Error(`a preview has no ${call}`));
}
