import type { WholeInputs } from '../derive/whole.ts';
import type { Record } from '../facts/record.ts';
import type { RowOf, Table } from '../rows.ts';
import type { GraphReader } from './port.ts';

/** All live inputs of a version. */
export async function inputsOf(reader: GraphReader): Promise<WholeInputs> {
  const statements = (await all(reader, 'statement')).map(({ statement }) => statement);
  const records = (await all(reader, 'record')).map(recordOnly);
  return {
    sources: byId(await all(reader, 'source')),
    evidence: await all(reader, 'evidence'),
    coverage: await all(reader, 'coverage'),
    decisions: (await all(reader, 'decision')).map(({ decision }) => decision),
    statements: byId(statements),
    records: byId(records),
    redirects: await all(reader, 'redirect'),
    anchors: new Map((await all(reader, 'anchor')).map((row) => [row.id as string, row])),
  };
}

/** All live rows of a table, in order of id. */
export async function all<T extends Table>(reader: GraphReader, table: T): Promise<RowOf<T>[]> {
  const rows: RowOf<T>[] = [];
  for await (const batch of reader.scan(table)) rows.push(...batch);
  return rows;
}

/** A record row without what the store adds. */
export function recordOnly({ id, source, kind, key, name }: RowOf<'record'>): Record {
  return { id, source, kind, key, name };
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<T['id'], T> {
  return new Map(rows.map((row) => [row.id, row]));
}
