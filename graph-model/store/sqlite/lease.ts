import { GraphError } from '../../errors.ts';
import type { Change } from '../../rows.ts';
import { wellFormedJson } from '../json.ts';
import type { Holder, Lease, Run } from '../port.ts';
import { wishesOf } from '../row-plan.ts';
import type { Connection } from './connection.ts';
import { freeing, refuseWhileTaken, renewalOf, takeLease } from './lease-row.ts';
import { markSteps } from './marks.ts';
import { firstSteps, rowSteps } from './row-steps.ts';
import { sweep } from './sweep.ts';
import type { Step } from './transaction-thread.ts';
import type { Writer } from './writer.ts';

/** Takes the lease and sweeps in one transaction. @throws GraphError STORE_BUSY */
export function grantLease(writer: Writer, holder: Holder): Lease {
  const { connection } = writer;
  // Asked first without the write lock: a busy store answers at once, not after the other's batch.
  refuseWhileTaken(connection, holder);
  return connection.transaction(() => {
    const token = takeLease(connection, holder);
    const base = publishedVersion(connection);
    return new SqliteLease(writer, token, base, sweep(connection, base));
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
  readonly #writer: Writer;
  /** Settles with the batch asked for last, whatever becomes of it. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(writer: Writer, token: number, base: number, swept: number) {
    this.#writer = writer;
    this.token = token;
    this.base = base;
    this.swept = swept;
  }

  async write(changes: readonly Change[]): Promise<void> {
    const version = this.base + 1;
    const wishes = wishesOf(changes);
    const before = this.#last;
    const written =
      this.base === 0
        ? this.#run(firstSteps(wishes, version), changes.length)
        : // What stands now is known when the batch before holds. Nobody else writes, or the lease is lost.
          before.then(() => this.#run(rowSteps(this.#writer.connection, wishes, version), changes.length));
    this.#last = written.catch(() => undefined);
    await written;
  }

  async commit(run: Omit<Run, 'version'>): Promise<number> {
    const version = this.base + 1;
    const body = wellFormedJson({ ...run, version });
    await this.#run([
      ...markSteps(version),
      { sql: 'INSERT INTO run (version, body) VALUES (?, ?)', values: [version, body] },
      { sql: `UPDATE meta SET value = ? WHERE key = 'version'`, values: [version] },
      freeing(this.token),
    ]);
    await this.#writer.rest();
    return version;
  }

  async release(): Promise<void> {
    await this.#writer.rest();
    await this.#writer.run([freeing(this.token)], 0);
  }

  /** @throws GraphError LEASE_LOST */
  async #run(steps: readonly Step[], rows = 0): Promise<void> {
    const refusedAt = await this.#writer.run([renewalOf(this.token), ...steps], rows);
    if (refusedAt !== undefined) throw new GraphError('LEASE_LOST', { token: this.token });
  }
}
