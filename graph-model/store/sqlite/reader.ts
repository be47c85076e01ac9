import { setImmediate } from 'node:timers/promises';
import { GraphError } from '../../errors.ts';
import {
  COUNTED,
  type CloseReason,
  type CountedTable,
  type KeyOf,
  type RowOf,
  type Table,
  type Versioned,
} from '../../rows.ts';
import { compareText, sortedUnique } from '../../text.ts';
import { asSeen } from '../as-seen.ts';
import { byIdThenSince } from '../order.ts';
import { wellFormedJson } from '../json.ts';
import type { GraphReader, NameSearch, Page } from '../port.ts';
import { composeSearches } from '../search-names.ts';
import type { Connection } from './connection.ts';
import { keyColumn, quoted } from './layout.ts';
import { LIVE } from './live.ts';
import { markOf } from './marks.ts';
import { nameLookUps } from './name-search.ts';

/** Ids or key values asked for at once: a stopped read ends after so many. */
const CHUNK = 1_000;
const SCAN_BATCH = 2_000;
/** Names looked for before other requests have their turn. */
const SEARCHES = 50;

/** Beyond every seq: what a page after it begins with is of the next version. */
const MAX_SEQ = Number.MAX_SAFE_INTEGER;

/**
 * Needs no transaction: what a version shows is never changed by later ones. Rows are given as they were checked when
 * written.
 */
export class SqliteReader implements GraphReader {
  readonly version: number;
  readonly #connection: Connection;
  readonly #signal: AbortSignal | undefined;

  constructor(connection: Connection, version: number, signal: AbortSignal | undefined) {
    this.#connection = connection;
    this.version = version;
    this.#signal = signal;
  }

  async get<T extends Table>(table: T, ids: Iterable<string>): Promise<ReadonlyMap<string, RowOf<T>>> {
    const rows = new Map<string, RowOf<T>>();
    const sql = `SELECT id, body FROM ${quoted(table)}
      WHERE id IN (SELECT value FROM json_each(?)) AND ${LIVE} ORDER BY id`;
    for (const chunk of this.#chunks(ids)) {
      const found = this.#connection.all<[string, string]>(sql, chunk, this.version);
      for (const [id, body] of found) rows.set(id, parsed<T>(body));
    }
    return rows;
  }

  async find<T extends Table>(
    table: T,
    key: KeyOf<T>,
    values: Iterable<string>,
    page?: Page,
  ): Promise<readonly RowOf<T>[]> {
    const sql = page === undefined ? findSql(table, key) : findPageSql(table, key);
    const parts: [id: string, body: string][][] = [];
    for (const chunk of this.#chunks(values)) {
      const { after = '', limit = 0 } = page ?? {};
      const bound =
        page === undefined ? [chunk, this.version] : [chunk, wellFormedJson(after), this.version, limit, limit];
      parts.push(this.#connection.all(sql, ...bound));
    }
    const found = parts.length === 1 ? parts.flat() : parts.flat().sort(([a], [b]) => compareText(a, b));
    return found.slice(0, page?.limit ?? found.length).map(([, body]) => parsed<T>(body));
  }

  async *scan<T extends Table>(table: T, batchSize: number = SCAN_BATCH): AsyncIterable<readonly RowOf<T>[]> {
    const sql = `SELECT id, body FROM ${quoted(table)} WHERE id > ? AND ${LIVE} ORDER BY id LIMIT ?`;
    let after: string | undefined = '';
    while (after !== undefined) {
      this.#check();
      const rows: [string, string][] = this.#connection.all<[string, string]>(sql, after, this.version, batchSize);
      if (rows.length > 0) yield rows.map(([, body]) => parsed<T>(body));
      after = rows.length < batchSize ? undefined : rows.at(-1)?.[0];
      // Lets requests, and the signal, in between.
      await setImmediate();
    }
  }

  async count(table: Table): Promise<number> {
    this.#check();
    return markOf(this.#connection, table, this.version).live;
  }

  async countBy(table: CountedTable): Promise<ReadonlyMap<string, number>> {
    this.#check();
    const sql = `SELECT body ->> '${COUNTED[table]}' AS word, count(*) FROM ${quoted(table)} WHERE ${LIVE}
      GROUP BY word ORDER BY word`;
    return new Map(this.#connection.all<[string, number]>(sql, this.version));
  }

  async history<T extends Table>(table: T, id: string): Promise<readonly Versioned<T>[]> {
    this.#check();
    const sql = `SELECT body, since, until, reason FROM ${quoted(table)} WHERE id = ? AND since <= ? ORDER BY since`;
    return this.#versioned<T>(this.#connection.all<VersionedRow>(sql, id, this.version));
  }

  async changes<T extends Table>(table: T, most = Infinity, after = this.version - 1) {
    const from = markOf(this.#connection, table, after).last;
    const to = markOf(this.#connection, table, this.version).last;
    return {
      opened: await this.#changed<T>(table, 'seq > ? AND seq <= ?', 'seq', [from, to], most),
      closed: await this.#changed<T>(
        table,
        '(until, seq) > (?, ?) AND until <= ?',
        'until, seq',
        [after, MAX_SEQ, this.version],
        most,
      ),
    };
  }

  async since(table: Table, ids: Iterable<string>): Promise<ReadonlyMap<string, number>> {
    const first = new Map<string, number>();
    const sql = `SELECT id, min(since) FROM ${quoted(table)} WHERE id IN (SELECT value FROM json_each(?))
      GROUP BY id HAVING max(${LIVE}) ORDER BY id`;
    for (const chunk of this.#chunks(ids)) {
      for (const [id, since] of this.#connection.all<[string, number]>(sql, chunk, this.version)) first.set(id, since);
    }
    return first;
  }

  async searchNames(folded: string, limit: number): Promise<NameSearch> {
    const [search = { matches: [], truncated: false }] = await this.searchNamesOfEach([folded], limit);
    return search;
  }

  async searchNamesOfEach(folded: readonly string[], limit: number): Promise<readonly NameSearch[]> {
    const searches: NameSearch[] = [];
    const lookUps = nameLookUps(this.#connection, this.version);
    for (let at = 0; at < folded.length; at += SEARCHES) {
      this.#check();
      searches.push(...(await composeSearches(lookUps, folded.slice(at, at + SEARCHES), limit)));
      // Lets requests, and the signal, in between.
      if (at + SEARCHES < folded.length) await setImmediate();
    }
    return searches;
  }

  /** Read in an order in which each page begins where the last ended. `bounds`: where to begin, then where to end. */
  async #changed<T extends Table>(table: T, where: string, order: string, bounds: readonly number[], most: number) {
    const sql = `SELECT body, since, until, reason, seq FROM ${quoted(table)}
      WHERE ${where} ORDER BY ${order} LIMIT ${SCAN_BATCH}`;
    const changed: Versioned<T>[] = [];
    let next: readonly number[] | undefined = bounds;
    while (next !== undefined && changed.length <= most) {
      this.#check();
      const rows: [...VersionedRow, seq: number][] = this.#connection.all(sql, ...next);
      changed.push(...this.#versioned<T>(rows));
      const last = rows.length < SCAN_BATCH ? undefined : rows.at(-1);
      const place = last === undefined ? [] : bounds.length === 2 ? [last[4]] : [last[2] ?? 0, last[4]];
      next = last === undefined ? undefined : [...place, ...bounds.slice(place.length)];
      if (next !== undefined) await setImmediate();
    }
    return changed.sort(byIdThenSince);
  }

  #versioned<T extends Table>(rows: readonly (VersionedRow | [...VersionedRow, seq: number])[]): Versioned<T>[] {
    return rows.map(([body, since, until, reason]) =>
      asSeen({ row: parsed<T>(body), since, until, reason }, this.version),
    );
  }

  /** Each text once, in order, as JSON arrays of bounded length. */
  *#chunks(texts: Iterable<string>): Iterable<string> {
    const all = sortedUnique(texts);
    this.#check();
    for (let at = 0; at < all.length; at += CHUNK) {
      this.#check();
      yield wellFormedJson(all.slice(at, at + CHUNK));
    }
  }

  #check(): void {
    if (this.#signal?.aborted === true) throw new GraphError('CANCELLED');
  }
}

type VersionedRow = [body: string, since: number, until: number | null, reason: CloseReason | null];

function findSql<T extends Table>(table: T, key: KeyOf<T>): string {
  const column = keyColumn(table, key);
  return `SELECT id, body FROM ${quoted(table)}
    WHERE ${column} IN (SELECT value FROM json_each(?)) AND ${LIVE} ORDER BY id`;
}

/** Each value gives at most a page, read in order from its index: a hub costs no more than its page. */
function findPageSql<T extends Table>(table: T, key: KeyOf<T>): string {
  const name = quoted(table);
  return `SELECT row.id, row.body FROM json_each(?) AS wanted CROSS JOIN ${name} AS row ON row.seq IN (
      SELECT seq FROM ${name}
      WHERE ${keyColumn(table, key)} = wanted.value AND id > (? ->> '$') AND ${LIVE} ORDER BY id LIMIT ?
    )
    ORDER BY row.id LIMIT ?`;
}

function parsed<T extends Table>(body: string): RowOf<T> {
  return JSON.parse(body) as RowOf<T>;
}
