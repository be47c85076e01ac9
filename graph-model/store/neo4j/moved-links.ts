import type { Table } from '../../rows.ts';
import type { Transaction } from './connection.ts';
import { labelOf, PAST } from './layout.ts';

/** Relationships moved in one transaction: a place or a source may have hundreds of thousands. */
const CHUNK = 5_000;

type Write = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/** What hangs on the past contents of these ids is hung on their newest. */
export async function moveForward(write: Write, table: Table, ids: readonly string[]): Promise<void> {
  const label = labelOf(table);
  const pair = `UNWIND $ids AS id
    MATCH (a:${label}) USING INDEX SEEK a:${label}(id) WHERE a.id = id AND a:${PAST}
    MATCH (b:${label}) USING INDEX SEEK b:${label}(id) WHERE b.id = id AND NOT b:${PAST}`;
  await move(write, pair, { ids });
}

/** What hangs on contents that `version` opened anew is hung on what they followed. */
export async function moveBack(write: Write, table: Table, version: number): Promise<void> {
  const label = labelOf(table);
  const pair = `MATCH (a:${label}) USING INDEX SEEK a:${label}(since) WHERE a.since = $version AND a.first < $version
    CALL (a) {
      MATCH (b:${label}) USING INDEX SEEK b:${label}(id) WHERE b.id = a.id AND b.since < $version
      RETURN b ORDER BY b.since DESC LIMIT 1
    }`;
  await move(write, pair, { version });
}

/** From `a` to `b` of each pair, a bounded number at a time. */
async function move(write: Write, pair: string, parameters: { readonly [name: string]: number | readonly string[] }) {
  for (const out of [true, false]) {
    const [old, fresh] = out
      ? ['(a)-[r]->(o)', '(b)-[q:$(type(r))]->(o)']
      : ['(a)<-[r]-(o)', '(b)<-[q:$(type(r))]-(o)'];
    const cypher = `${pair} MATCH ${old} WITH b, r, o LIMIT ${CHUNK}
      CREATE ${fresh} SET q = properties(r) DELETE r RETURN count(*)`;
    for (let moved = CHUNK; moved === CHUNK;) {
      moved = await write(async (transaction) => (await transaction.all<[number]>(cypher, parameters))[0]?.[0] ?? 0);
    }
  }
}
