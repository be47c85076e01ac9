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
import { wellFormed } from '../json.ts';
import type { GraphReader, NameSearch, Page } from '../port.ts';
import { composeSearches } from '../search-names.ts';
import type { Connection, Parameters } from './connection.ts';
import { readCounts } from './counts.ts';
import { keyIndex, labelOf } from './layout.ts';
import { LIVE } from './live.ts';
import { nameLookUps } from './name-search.ts';
import { keyOf, keyText } from './key.ts';

/** Ids or key values asked for at once. */
const CHUNK = 2_000;
const SCAN_BATCH = 5_000;

/** More rows than any version changes. */
const MANY = 2 ** 40;

type BodyRow = [id: string, body: string];
type VersionedRow = [body: string, since: number, until: number | null, reason: CloseReason | null];

/** Needs no transaction over several reads: what a version shows is never changed by later ones. */
export class Neo4jReader implements GraphReader {
  readonly version: number;
  readonly #connection: Connection;
  readonly #signal: AbortSignal | undefined;

  constructor(connection: Connection, version: number, signal: AbortSignal | undefined) {
    this.#connection = connection;
    this.version = version;
    this.#signal = signal;
  }

  async get<T extends Table>(table: T, ids: Iterable<string>): Promise<ReadonlyMap<string, RowOf<T>>> {
    const label = labelOf(table);
    const cypher = `MATCH (n:${label}) USING INDEX SEEK n:${label}(id)
      WHERE n.id IN $values AND n.since <= $version AND ${LIVE} RETURN n.id, n.body`;
    const found = await this.#chunked<BodyRow>(cypher, ids);
    return new Map(found.sort(byId).map(([id, body]) => [id, parsed<T>(body)]));
  }

  async find<T extends Table>(
    table: T,
    key: KeyOf<T>,
    values: Iterable<string>,
    page?: Page,
  ): Promise<readonly RowOf<T>[]> {
    const label = labelOf(table);
    const column = keyOf(table, key);
    const index = keyIndex(table, key)
      .map((property) => `\`${property}\``)
      .join(', ');
    const seek = `MATCH (n:${label}) USING INDEX SEEK n:${label}(${index})`;
    if (page === undefined) {
      const cypher = `${seek} WHERE n.${column} IN $values AND n.id > '' AND ${LIVE} RETURN n.id, n.body`;
      return (await this.#chunked<BodyRow>(cypher, Array.from(values, keyText)))
        .sort(byId)
        .map(([, body]) => parsed<T>(body));
    }
    // Each value gives at most a page, read in order from its index: a hub costs no more than its page.
    const cypher = `UNWIND $values AS value
      CALL (value) {
        ${seek} WHERE n.${column} = value AND n.id > $after AND ${LIVE} RETURN n ORDER BY n.id LIMIT $limit
      }
      RETURN n.id AS id, n.body ORDER BY id LIMIT $limit`;
    const { after = '', limit } = page;
    const found = await this.#chunked<BodyRow>(cypher, Array.from(values, keyText), {
      after: wellFormed(after),
      limit,
    });
    return found
      .sort(byId)
      .slice(0, limit)
      .map(([, body]) => parsed<T>(body));
  }

  async *scan<T extends Table>(table: T, batchSize: number = SCAN_BATCH): AsyncIterable<readonly RowOf<T>[]> {
    const label = labelOf(table);
    const cypher = `MATCH (n:${label}) USING INDEX SEEK n:${label}(id)
      WHERE n.id > $after AND n.since <= $version AND ${LIVE} RETURN n.id, n.body ORDER BY n.id LIMIT $limit`;
    const page = (after: string) => this.#read<BodyRow>(cypher, { after, limit: batchSize });
    let rows = await page('');
    while (rows.length > 0) {
      const last = rows.at(-1)?.[0] ?? '';
      // The next page is on its way while this one is worked on.
      const next = rows.length < batchSize ? Promise.resolve([]) : page(last);
      next.catch(() => undefined);
      yield rows.map(([, body]) => parsed<T>(body));
      this.#check();
      rows = await next;
    }
  }

  async count(table: Table): Promise<number> {
    this.#check();
    return (await readCounts(this.#connection, this.version, this.#signal))[table];
  }

  async countBy(table: CountedTable): Promise<ReadonlyMap<string, number>> {
    const cypher = `MATCH (n:${labelOf(table)}) WHERE n.since <= $version AND ${LIVE}
      RETURN n.${COUNTED[table]}, count(*)`;
    return new Map((await this.#read<[string, number]>(cypher)).sort(byId));
  }

  async history<T extends Table>(table: T, id: string): Promise<readonly Versioned<T>[]> {
    const label = labelOf(table);
    const cypher = `MATCH (n:${label}) USING INDEX SEEK n:${label}(id)
      WHERE n.id = $id AND n.since <= $version ${AS_VERSIONED} ORDER BY n.since`;
    return this.#versioned<T>(await this.#read<VersionedRow>(cypher, { id: wellFormed(id) }));
  }

  async changes<T extends Table>(table: T, most: number = Infinity, after: number = this.version - 1) {
    const label = labelOf(table);
    const of = (column: 'since' | 'until') => `MATCH (n:${label}) USING INDEX SEEK n:${label}(${column})
      WHERE n.${column} > $after AND n.${column} <= $version WITH n LIMIT $limit ${AS_VERSIONED}`;
    const bounds = { after: Math.max(0, after), limit: Math.min(most, MANY) + 1 };
    return {
      opened: this.#versioned<T>(await this.#read<VersionedRow>(of('since'), bounds)).sort(byIdThenSince),
      closed: this.#versioned<T>(await this.#read<VersionedRow>(of('until'), bounds)).sort(byIdThenSince),
    };
  }

  async since(table: Table, ids: Iterable<string>): Promise<ReadonlyMap<string, number>> {
    const label = labelOf(table);
    const cypher = `MATCH (n:${label}) USING INDEX SEEK n:${label}(id)
      WHERE n.id IN $values AND n.since <= $version AND ${LIVE} RETURN n.id, n.first`;
    return new Map((await this.#chunked<[string, number]>(cypher, ids)).sort(byId));
  }

  async searchNames(folded: string, limit: number): Promise<NameSearch> {
    const [search = { matches: [], truncated: false }] = await this.searchNamesOfEach([folded], limit);
    return search;
  }

  async searchNamesOfEach(folded: readonly string[], limit: number): Promise<readonly NameSearch[]> {
    this.#check();
    return composeSearches(
      nameLookUps((cypher, parameters) => this.#read(cypher, parameters)),
      folded,
      limit,
    );
  }

  #versioned<T extends Table>(rows: readonly VersionedRow[]): Versioned<T>[] {
    return rows.map(([body, since, until, reason]) =>
      asSeen({ row: parsed<T>(body), since, until, reason }, this.version),
    );
  }

  /** Each text once, so many at a time. */
  async #chunked<R extends readonly unknown[]>(
    cypher: string,
    texts: Iterable<string>,
    more: Parameters = {},
  ): Promise<R[]> {
    this.#check();
    const all = sortedUnique(texts);
    const rows: R[] = [];
    for (let at = 0; at < all.length; at += CHUNK) {
      const values = all.slice(at, at + CHUNK).map(wellFormed);
      for (const row of await this.#read<R>(cypher, { ...more, values })) rows.push(row);
    }
    return rows;
  }

  async #read<R extends readonly unknown[]>(cypher: string, parameters: Parameters = {}): Promise<R[]> {
    this.#check();
    return this.#connection.read<R>(cypher, { ...parameters, version: this.version }, this.#signal);
  }

  #check(): void {
    if (this.#signal?.aborted === true) throw new GraphError('CANCELLED');
  }
}

const AS_VERSIONED = 'RETURN n.body, n.since, n.until, n.closedFor';

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareText(a, b);
}

function parsed<T extends Table>(body: string): RowOf<T> {
  return JSON.parse(body) as RowOf<T>;
}
