import { randomUUID } from 'node:crypto';
import { GraphError } from '../../errors.ts';
import type { OpenOptions } from '../open-options.ts';
import type { Connection } from './connection.ts';
import { FORMAT, INDEXES, LANE, LANES, META } from './layout.ts';
import { refuseOldServer } from './server-version.ts';

const FIND_STORE = `MATCH (m:${META}) RETURN m.format`;
const ANYTHING = 'MATCH (n) RETURN 1 LIMIT 1';
const CREATE_STORE = `MERGE (m:${META} {one: 1})
  ON CREATE SET m.format = $format, m.storeId = $storeId, m.visibility = $visibility, m.version = 0, m.token = 0
  WITH m UNWIND range(1, $lanes) AS n MERGE (:${LANE} {n: n})`;
const SHOW_INDEXES = `SHOW INDEXES YIELD name, type, labelsOrTypes, properties, options, state
  RETURN name, type, labelsOrTypes, properties, options.indexConfig['fulltext.analyzer'], state`;
const AWAIT_INDEXES = 'CALL db.awaitIndexes(600)';

type IndexRow = [
  name: string,
  type: string,
  labels: readonly string[] | null,
  properties: readonly string[] | null,
  analyzer: string | null,
  state: string,
];

/**
 * Makes the database ours where it is empty, and checks that it is: an index that is there under our name but is
 * another one would give other answers, since `IF NOT EXISTS` leaves it as it is.
 * @throws GraphError STORE_UNAVAILABLE for an old server, a database of others, no store where only reading is asked
 * for, or another index; STORE_FORMAT for a store of another format
 */
export async function prepareDatabase(connection: Connection, options: OpenOptions): Promise<void> {
  refuseOldServer(await connection.serverVersion(), connection.url);
  const state = await stateOf(connection);
  if (options.readOnly === true) {
    if (state !== 'ours') throw unavailable(connection, { because: 'no such store' });
    return checkIndexes(connection, await indexesOf(connection));
  }
  const there = await indexesOf(connection);
  const missing = INDEXES.filter(({ name }) => !there.has(name));
  for (const { create } of missing) await connection.schema(create);
  if (missing.length > 0) await connection.schema(AWAIT_INDEXES);
  checkIndexes(connection, missing.length > 0 ? await indexesOf(connection) : there);
  if (state === 'ours') return;
  const meta = { format: FORMAT, lanes: LANES, storeId: randomUUID(), visibility: options.visibility ?? 'public' };
  await connection.write((transaction) => transaction.all(CREATE_STORE, meta));
}

async function stateOf(connection: Connection): Promise<'empty' | 'ours'> {
  const [found] = await connection.read<[unknown]>(FIND_STORE);
  if (found === undefined) {
    const [other] = await connection.read(ANYTHING);
    if (other !== undefined) throw ofAnother(connection);
    return 'empty';
  }
  const [format] = found;
  // The label may be another program's too.
  if (!Number.isInteger(format)) throw ofAnother(connection);
  if (format !== FORMAT) throw new GraphError('STORE_FORMAT', { store: connection.url, format, known: FORMAT });
  return 'ours';
}

async function indexesOf(connection: Connection): Promise<ReadonlyMap<string, IndexRow>> {
  return new Map((await connection.read<IndexRow>(SHOW_INDEXES)).map((row) => [row[0], row]));
}

function checkIndexes(connection: Connection, there: ReadonlyMap<string, IndexRow>): void {
  for (const spec of INDEXES) {
    const row = there.get(spec.name);
    if (row === undefined) throw unavailable(connection, { because: 'an index is missing', index: spec.name });
    const [, type, labels, properties, analyzer, state] = row;
    const found = [type, labels?.join(), properties?.join(), spec.analyzer === undefined ? undefined : analyzer].join(
      ' ',
    );
    const needed = [spec.type, spec.label, spec.properties.join(), spec.analyzer].join(' ');
    if (found !== needed)
      throw unavailable(connection, { because: 'an index is another', index: spec.name, found, needed });
    if (state !== 'ONLINE')
      throw unavailable(connection, { because: 'an index is not ready', index: spec.name, state });
  }
}

function ofAnother(connection: Connection): GraphError {
  return unavailable(connection, { because: 'the database holds data of another program' });
}

function unavailable({ url }: Connection, about: { readonly [key: string]: string }): GraphError {
  return new GraphError('STORE_UNAVAILABLE', { store: url, ...about });
}
