import { GraphError } from '../../errors.ts';
import type { OpenOptions } from '../open-options.ts';
import type { GraphReader, GraphStore, Head, Holder, Lease, Run } from '../port.ts';
import { openedOnlyToRead, refuseUnpublished } from '../refusals.ts';
import { Connection } from './connection.ts';
import { grantLease } from './lease.ts';
import { readHead, readRuns } from './meta.ts';
import { Neo4jReader } from './reader.ts';
import { prepareDatabase } from './schema.ts';

/**
 * A store in one database of a Neo4j server or cluster, which holds nothing else. An empty database becomes a store,
 * public unless asked otherwise.
 * @param url bolt:// for one server, neo4j:// for a cluster
 * @throws GraphError STORE_UNAVAILABLE, STORE_FORMAT, USAGE
 */
export async function openNeo4jStore(url: string, options: OpenOptions): Promise<GraphStore> {
  const { credentials } = options;
  if (credentials === undefined) throw new GraphError('USAGE', { store: url, missing: 'NEO4J_PASSWORD' });
  const connection = connect(url, credentials);
  try {
    await prepareDatabase(connection, options);
    return new Neo4jStore(connection, options.readOnly ?? false);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function connect(url: string, credentials: NonNullable<OpenOptions['credentials']>): Connection {
  try {
    return new Connection(url, credentials);
  } catch (error) {
    throw new GraphError('USAGE', { store: url, cause: error instanceof Error ? error.message : String(error) });
  }
}

class Neo4jStore implements GraphStore {
  readonly url: string;
  readonly #connection: Connection;
  readonly #readOnly: boolean;

  constructor(connection: Connection, readOnly: boolean) {
    this.url = connection.url;
    this.#connection = connection;
    this.#readOnly = readOnly;
  }

  async head(): Promise<Head> {
    return readHead(this.#connection);
  }

  async runs(): Promise<readonly Run[]> {
    return readRuns(this.#connection);
  }

  async reader(version: number, signal?: AbortSignal): Promise<GraphReader> {
    const { version: published } = await readHead(this.#connection, signal);
    refuseUnpublished(version, published);
    return new Neo4jReader(this.#connection, version, signal);
  }

  async lease(holder: Holder): Promise<Lease> {
    if (this.#readOnly) throw openedOnlyToRead(this.url);
    return grantLease(this.#connection, holder);
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }
}
