import { GraphError } from '../../errors.ts';
import type { Change } from '../../rows.ts';
import { wellFormedJson } from '../json.ts';
import type { Holder, Lease, Run } from '../port.ts';
import { wishesOf } from '../row-plan.ts';
import type { Connection } from './connection.ts';
import { freeLease, refuseWhileTaken, renewLease, takeLease } from './lease-row.ts';
import { writeMarks } from './marks.ts';
import { sweep } from './sweep.ts';
import { writeRows } from './write-rows.ts';

/** Takes the lease and sweeps in one transaction. @throws GraphError STORE_BUSY */
export function grantLease(connection: Connection, holder: Holder): Lease {
  // Asked first without the write lock: a busy store answers at once, not after the other's batch.
  refuseWhileTaken(connection, holder);
  return connection.transaction(() => {
    const token = takeLease(connection, holder);
    const base = publishedVersion(connection);
    return new SqliteLease(connection, token, base, sweep(connection, base));
  });
}

export function publishedVersion(connection: Connection): number {
  const row = connection.first<[number]>(`SELECT value FROM meta WHERE key = 'version'`);
  if (row === undefined) throw new GraphError('STORE_BROKEN', { table: 'meta' });
  return row[0];
}

class SqliteLease implements Lease {
  readonly token: number;
  readonly base: number;
  readonly swept: number;
  readonly #connection: Connection;

  constructor(connection: Connection, token: number, base: number, swept: number) {
    this.#connection = connection;
    this.token = token;
    this.base = base;
    this.swept = swept;
  }

  async write(changes: readonly Change[]): Promise<void> {
    const wishes = wishesOf(changes);
    this.#connection.transaction(() => {
      renewLease(this.#connection, this.token);
      writeRows(this.#connection, wishes, this.base + 1);
    });
  }

  async commit(run: Omit<Run, 'version'>): Promise<number> {
    const version = this.base + 1;
    this.#connection.transaction(() => {
      renewLease(this.#connection, this.token);
      writeMarks(this.#connection, version);
      const body = wellFormedJson({ ...run, version });
      this.#connection.run('INSERT INTO run (version, body) VALUES (?, ?)', version, body);
      this.#connection.run(`UPDATE meta SET value = ? WHERE key = 'version'`, version);
      freeLease(this.#connection, this.token);
    });
    return version;
  }

  async release(): Promise<void> {
    freeLease(this.#connection, this.token);
  }
}
