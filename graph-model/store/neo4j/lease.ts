import { randomUUID } from 'node:crypto';
import { GraphError } from '../../errors.ts';
import type { Change, Table } from '../../rows.ts';
import { wellFormedJson } from '../json.ts';
import type { Holder, Lease, Run } from '../port.ts';
import { type Wishes, wishesOf } from '../row-plan.ts';
import type { Connection, Transaction } from './connection.ts';
import { countsOf } from './counts.ts';
import { LANES, META, RUN } from './layout.ts';
import { freeLease, holdLease, lockStore, takeLease } from './lease-node.ts';
import { draw, isEnd } from './links.ts';
import { moveForward } from './moved-links.ts';
import { type Part, type Share, type Wave, wavesOf } from './shares.ts';
import { sweep, type Write } from './sweep.ts';
import { Untouched } from './untouched.ts';
import { writeRows } from './write-rows.ts';

/** Rows whose relationships are drawn in one transaction: bounds what the server holds in memory at once. */
const CHUNK = 5_000;

/**
 * A publication under way is worth more than a quick answer: a server that is away for so long, in ms, ends it. By then
 * another machine may take the lease.
 */
const PATIENCE = 30_000;

const COMMIT = `MATCH (m:${META})
  CREATE (r:${RUN}) SET r = $run
  SET m.version = $version, m.unfinished = false`;
const PUBLISHED = `MATCH (r:${RUN}) WHERE r.version = $version AND r.attempt = $attempt RETURN true`;

/** Takes the lease, then sweeps under it what another left. @throws GraphError STORE_BUSY */
export async function grantLease(connection: Connection, holder: Holder): Promise<Lease> {
  const { token, base, isUnfinished } = await takeLease(connection, holder);
  try {
    const swept = isUnfinished ? await sweep(writing(connection, token), base) : 0;
    return new Neo4jLease(connection, token, base, swept);
  } catch (error) {
    await connection.write((transaction) => freeLease(transaction, token)).catch(() => undefined);
    throw error;
  }
}

/** Runs work under the lease. */
function writing(connection: Connection, token: number, lane = 1): Write {
  return (work) =>
    connection.write(async (transaction) => {
      await holdLease(transaction, token, lane);
      return work(transaction);
    }, PATIENCE);
}

class Neo4jLease implements Lease {
  readonly token: number;
  readonly base: number;
  readonly swept: number;
  readonly #connection: Connection;
  /** Settles with the batch asked for last, whatever becomes of it. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #untouched: Untouched;
  readonly #written = new Set<Table>();
  /** Ids written before an end of their relationship was: drawn before the version moves. */
  readonly #unlinked = new Map<Table, Set<string>>();
  /** Ids with a new content: what hangs on the old one is moved before the version moves. */
  readonly #renewed = new Map<Table, Set<string>>();

  constructor(connection: Connection, token: number, base: number, swept: number) {
    this.#connection = connection;
    this.token = token;
    this.base = base;
    this.#untouched = new Untouched(base);
    this.swept = swept;
  }

  async write(changes: readonly Change[]): Promise<void> {
    const wishes = wishesOf(changes);
    const written = this.#last.then(() => this.#write(wishes));
    this.#last = written.catch(() => undefined);
    await written;
  }

  /** A batch is several transactions: one that is cut off is half written, which the next write or sweep mends. */
  async #write(wishes: Wishes): Promise<void> {
    for (const table of wishes.keys()) this.#written.add(table);
    for (const wave of wavesOf(wishes, this.#untouched)) await this.#writeWave(wave);
  }

  async commit(run: Omit<Run, 'version'>): Promise<number> {
    await this.#link();
    const version = this.base + 1;
    const attempt = randomUUID();
    await this.#connection.write(async (transaction) => {
      const state = await lockStore(transaction);
      // The answer to a commit may be lost, and it is then asked again.
      if ((await transaction.all(PUBLISHED, { version, attempt })).length > 0) return;
      if (state.token !== this.token || state.pid === null) throw new GraphError('LEASE_LOST', { token: this.token });
      const counts = JSON.stringify(await countsOf(transaction, version, this.#written));
      const { id, title, asOf } = run;
      const body = wellFormedJson({ ...run, version });
      await transaction.all(COMMIT, { version, run: { version, attempt, id, title, asOf, counts, body } });
      await freeLease(transaction, this.token);
    }, PATIENCE);
    return version;
  }

  async release(): Promise<void> {
    await this.#connection.write((transaction) => freeLease(transaction, this.token));
  }

  /** Every lane takes the next share as soon as it is free: while the server works for one, the other is made ready. */
  async #writeWave(wave: Wave): Promise<void> {
    const left = [...wave];
    const lanes = Array.from({ length: Math.min(LANES, wave.length) }, async (_, at) => {
      try {
        for (let share = left.shift(); share !== undefined; share = left.shift()) await this.#writeShare(share, at + 1);
      } catch (error) {
        left.length = 0;
        throw error;
      }
    });
    for (const outcome of await Promise.allSettled(lanes)) {
      if (outcome.status === 'rejected') throw outcome.reason as GraphError;
    }
  }

  async #writeShare(share: Share, lane: number): Promise<void> {
    const write = writing(this.#connection, this.token, lane);
    let tried = false;
    await write(async (transaction) => {
      // Where the answer was lost, the rows may stand by now.
      const isFirst = !tried;
      tried = true;
      for (const part of share) {
        await this.#writePart(transaction, { ...part, untouched: part.untouched && isFirst });
      }
    });
  }

  async #writePart(transaction: Transaction, part: Part): Promise<void> {
    const { unlinked, renewed } = await writeRows(transaction, part, this.base + 1);
    note(this.#unlinked, part.table, unlinked);
    if (isEnd(part.table)) note(this.#renewed, part.table, renewed);
  }

  async #link(): Promise<void> {
    const write = writing(this.#connection, this.token);
    for (const [table, ids] of chunked(this.#unlinked)) await write((transaction) => draw(transaction, table, ids));
    for (const [table, ids] of chunked(this.#renewed)) await moveForward(write, table, ids);
    this.#unlinked.clear();
    this.#renewed.clear();
  }
}

function note(noted: Map<Table, Set<string>>, table: Table, ids: readonly string[]): void {
  if (ids.length === 0) return;
  let known = noted.get(table);
  if (known === undefined) noted.set(table, (known = new Set()));
  for (const id of ids) known.add(id);
}

function* chunked(noted: ReadonlyMap<Table, ReadonlySet<string>>): Iterable<[Table, readonly string[]]> {
  for (const [table, known] of noted) {
    const ids = [...known];
    for (let at = 0; at < ids.length; at += CHUNK) yield [table, ids.slice(at, at + CHUNK)];
  }
}
