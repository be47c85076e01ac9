import { GraphError } from '#graph-model/errors.ts';
import { TABLE_NAMES, type Change, type Table } from '#graph-model/rows.ts';
import type { Lease } from '#graph-model/store/port.ts';
import { compareText } from '#graph-model/text.ts';
import type { Work } from '../work.ts';

/**
 * Rows written in one transaction: ids are hashes, so that every batch touches most pages of the indexes, and larger
 * ones write each page less often; small enough for a server beside it, which holds still for as long.
 */
const BATCH = 20_000;

/** Batches handed to the store and not yet durable: so much is derived ahead of what is written, and held as text. */
const UNDER_WAY = 8;

/** Writes changes while others are still being derived. */
export class ChangeWriter {
  readonly #lease: Lease;
  readonly #work: Work;
  readonly #underWay: Promise<void>[] = [];
  #held: readonly Change[] = [];
  #done = 0;
  /** Of all changes, once none is to come. */
  #total: number | undefined;

  constructor(lease: Lease, work: Work) {
    this.#lease = lease;
    this.#work = work;
  }

  /** Writes these changes and those held back, as far as their tables are ready, in whole batches; holds the rest. */
  async add(changes: readonly Change[], ready: readonly Table[]): Promise<void> {
    const known = inOrder([...this.#held, ...changes]);
    const may = new Set(ready);
    const now = known.filter(({ table }) => may.has(table));
    const whole = now.length - (now.length % BATCH);
    this.#held = [...now.slice(whole), ...known.filter(({ table }) => !may.has(table))];
    for (let at = 0; at < whole; at += BATCH) await this.#write(now.slice(at, at + BATCH));
  }

  /** What is still held, too. @param total of all changes */
  async end(total: number): Promise<void> {
    this.#total = total;
    const rest = this.#held;
    this.#held = [];
    for (let at = 0; at < rest.length; at += BATCH) await this.#write(rest.slice(at, at + BATCH));
    while (this.#underWay.length > 0) await this.#underWay.shift();
    this.#work.reached('publish:written');
  }

  async #write(batch: readonly Change[]): Promise<void> {
    if (this.#work.signal.aborted) {
      while (this.#underWay.length > 0) await this.#underWay.shift();
      throw new GraphError('CANCELLED');
    }
    const written = this.#lease.write(batch).then(() => {
      this.#done += batch.length;
      this.#work.reached('publish:batch');
      this.#work.progress('write', this.#done, this.#total);
    });
    // Heard when it is waited for, unless one before it fails too.
    written.catch(() => undefined);
    this.#underWay.push(written);
    if (this.#underWay.length > UNDER_WAY) await this.#underWay.shift();
  }
}

/**
 * Table by table, ends before what stands between them: a store that draws relationships then finds both. In order of
 * id, so that a batch touches few pages of its index, and a store can tell that what comes is new to it.
 */
function inOrder(changes: readonly Change[]): readonly Change[] {
  const rank = new Map(TABLE_NAMES.map((table, at) => [table, at]));
  return changes
    .map((change) => ({
      change,
      rank: rank.get(change.table) ?? 0,
      id: 'open' in change ? change.open.id : change.close,
    }))
    .sort((a, b) => a.rank - b.rank || compareText(a.id, b.id))
    .map(({ change }) => change);
}
