import { TABLE_NAMES, type Table } from '../../rows.ts';
import type { Connection, Transaction } from './connection.ts';
import { labelOf, RUN } from './layout.ts';

/** Live rows by table. */
export type Counts = { readonly [T in Table]: number };

const READ_COUNTS = `MATCH (r:${RUN}) WHERE r.version = $version RETURN r.counts`;

export async function readCounts(connection: Connection, version: number, signal?: AbortSignal): Promise<Counts> {
  return countsFrom(await connection.read<[string]>(READ_COUNTS, { version }, signal));
}

/** Inside the publishing transaction, which has `written` to these tables: what is live once `version` is published. */
export async function countsOf(
  transaction: Transaction,
  version: number,
  written: ReadonlySet<Table>,
): Promise<Counts> {
  const before = countsFrom(await transaction.all<[string]>(READ_COUNTS, { version: version - 1 }));
  const counts: { [T in Table]: number } = { ...before };
  for (const table of written) {
    const label = labelOf(table);
    const [row] = await transaction.all<[number, number]>(
      `RETURN COUNT { MATCH (n:${label}) USING INDEX SEEK n:${label}(since) WHERE n.since = $version RETURN n },
        COUNT { MATCH (n:${label}) USING INDEX SEEK n:${label}(until) WHERE n.until = $version RETURN n }`,
      { version },
    );
    const [opened, closed] = row ?? [0, 0];
    counts[table] += opened - closed;
  }
  return counts;
}

/** Before the first run everything is none. */
function countsFrom(rows: readonly [string][]): Counts {
  const [body] = rows[0] ?? [];
  if (body !== undefined) return JSON.parse(body) as Counts;
  return Object.fromEntries(TABLE_NAMES.map((table) => [table, 0])) as Counts;
}
