import { randomUUID } from 'node:crypto';
import type { Change, Table } from '../../rows.ts';
import { wellFormedJson } from '../json.ts';
import type { Holder, Lease, Run } from '../port.ts';
import { wishesOf } from '../row-plan.ts';
import type { Connection, Transaction } from './connection.ts';
import { countsOf } from './counts.ts';
import { META, RUN } from './layout.ts';
import { freeLease, holdLease, lockStore, takeLease } from './lease-node.ts';
import { draw } from './links.ts';
import { sweep } from './sweep.ts';
import { writeRows } from './write-rows.ts';

/** Rows in one statement, relationships drawn in one transaction: bounds what the server holds in memory at once. */
const CHUNK = 5_000;

const COMMIT = `MATCH (m:${META})
  CREATE (r:${RUN}) SET r = $run
  SET m.version = $version, m.committed = $attempt`;

/** Takes the lease, then sweeps under it. @throws GraphError STORE_BUSY */
export async function grantLease(connection: Connection, holder: Holder): Promise<Lease> {
  const { token, base } = await takeLease(connection, holder);
  const write = <T>(work: (transaction: Transaction) => Promise<T>) =>
    connection.write(async (transaction) => {
      await holdLease(transaction, token);
      return work(transaction);
    });
  return new Neo4jLease(connection, token, base, await sweep(write, base));
}

class Neo4jLease implements Lease {
  readonly token: number;
  readonly base: number;
  readonly swept: number;
  readonly #connection: Connection;
  /** Ids written before an end of their relationship was: drawn before the version moves. */
  readonly #unlinked = new Map<Table, Set<string>>();

  constructor(connection: Connection, token: number, base: number, swept: number) {
    this.#connection = connection;
    this.token = token;
    this.base = base;
    this.swept = swept;
  }

  async write(changes: readonly Change[]): Promise<void> {
    const wishes = wishesOf(changes);
    await this.#write(async (transaction) => {
      for (const [table, ofTable] of wishes) {
        const ids = [...ofTable.keys()].sort();
        for (let at = 0; at < ids.length; at += CHUNK) {
          const part = ids.slice(at, at + CHUNK);
          this.#note(table, await writeRows(transaction, table, part, ofTable, this.base + 1));
        }
      }
    });
  }

  async commit(run: Omit<Run, 'version'>): Promise<number> {
    await this.#link();
    const version = this.base + 1;
    const attempt = randomUUID();
    await this.#connection.write(async (transaction) => {
      // The answer to a commit may be lost, and the driver then asks again.
      if ((await lockStore(transaction)).committed === attempt) return;
      await holdLease(transaction, this.token);
      const counts = JSON.stringify(await countsOf(transaction, version));
      const { id, title, asOf } = run;
      const body = wellFormedJson({ ...run, version });
      await transaction.all(COMMIT, { version, attempt, run: { version, id, title, asOf, counts, body } });
      await freeLease(transaction, this.token);
    });
    return version;
  }

  async release(): Promise<void> {
    await this.#connection.write((transaction) => freeLease(transaction, this.token));
  }

  #write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#connection.write(async (transaction) => {
      await holdLease(transaction, this.token);
      return work(transaction);
    });
  }

  #note(table: Table, ids: readonly string[]): void {
    if (ids.length === 0) return;
    let unlinked = this.#unlinked.get(table);
    if (unlinked === undefined) this.#unlinked.set(table, (unlinked = new Set()));
    for (const id of ids) unlinked.add(id);
  }

  async #link(): Promise<void> {
    for (const [table, unlinked] of this.#unlinked) {
      const ids = [...unlinked];
      for (let at = 0; at < ids.length; at += CHUNK) {
        await this.#write((transaction) => draw(transaction, table, ids.slice(at, at + CHUNK)));
      }
    }
    this.#unlinked.clear();
  }
}
