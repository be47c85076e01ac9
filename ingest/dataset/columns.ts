import { didYouMean } from '#ingest/report/near.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import { isPrivateColumn } from './private-columns.ts';
import type { TableMapping, TableSpec } from './table-spec.ts';
import { cellIn } from './workbook-table.ts';

/** What becomes of a column's values: read by the mapping, or left out, and why. */
export type ColumnFate = 'mapped' | 'ignored' | 'private' | 'unread';

export type Column = { readonly name: string; readonly fate: ColumnFate };

/** A column that dataset.yml names, and where it does. */
export type ColumnUse = { readonly column: string; readonly path: readonly PropertyKey[] };

/** Every `{ column: NAME }` of a table's mapping; paths start inside the table. */
export function columnUses(table: TableMapping): readonly ColumnUse[] {
  const uses: ColumnUse[] = [];
  const walk = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'column' && typeof inner === 'string') uses.push({ column: inner, path: [...path, key] });
      else if (key !== 'words') walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  walk({ source: table.source, passage: table.passage, confidence: table.confidence, note: table.note }, []);
  walk({ records: table.records, states: table.states }, []);
  return uses;
}

/**
 * Tells a header apart by the mapping. Unnamed, repeated and missing columns are issues.
 * @param where line and column, in dataset.yml, of a path inside the table
 */
export function planColumns(
  header: readonly string[],
  headerLine: number,
  table: TableSpec,
  where: (path: readonly PropertyKey[]) => { line: number; column: number },
  log: IssueLog,
): readonly Column[] {
  const names = header.map((cell) => cell.trim());
  const seen = new Set<string>();
  names.forEach((name, i) => {
    const place = { file: table.file, line: headerLine, ...cellIn(table.file, headerLine, i) };
    if (name === '') log.add('COLUMN_UNNAMED', { ...place, column: i + 1 }, { number: i + 1 });
    else if (seen.has(name)) log.add('COLUMN_REPEATED', { ...place, column: name, value: name });
    seen.add(name);
  });

  const uses = columnUses(table);
  const named = [...uses, ...table.ignore.map((column, i) => ({ column, path: ['ignore', i] }))];
  for (const { column, path } of named) {
    if (seen.has(column)) continue;
    log.add('COLUMN_MISSING', { file: 'dataset.yml', ...where(path), value: column }, () => ({
      table: table.file,
      near: didYouMean(column, seen),
      known: names.join(' '),
    }));
  }

  const mapped = new Set(uses.map((use) => use.column));
  return names.map((name) => {
    if (isPrivateColumn(name)) return { name, fate: 'private' };
    if (mapped.has(name)) return { name, fate: 'mapped' };
    return { name, fate: table.ignore.includes(name) ? 'ignored' : 'unread' };
  });
}
