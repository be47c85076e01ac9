import type { RunId } from '../ids.ts';
import type { Visibility } from '../ontology/vocabulary.ts';
import type { Change, CountedTable, KeyOf, RowOf, Table, Versioned } from '../rows.ts';

/** The newest published state. Version 0: nothing published yet. */
export type Head = {
  readonly storeId: string;
  readonly version: number;
  readonly visibility: Visibility;
};

/** A published run: the step from version - 1 to version. */
export type Run = {
  readonly id: RunId;
  readonly version: number;
  readonly owner: string;
  readonly title: string;
  /** The last date the run speaks for, ISO, as precise as given. */
  readonly asOf: string;
  /** For a run that undid another. */
  readonly undoes?: RunId;
};

export type Page = { readonly after?: string; readonly limit: number };

/** A name found by search, best match first. */
export type NameMatch = { readonly row: RowOf<'name'>; readonly match: NameMatchClass };

/** How a name holds the query, best first; PINYIN names do not hold it, but begin so when they are spoken. */
export const NAME_MATCHES = ['EXACT', 'PREFIX', 'SUBSTRING', 'PINYIN'] as const;
export type NameMatchClass = (typeof NAME_MATCHES)[number];

export type NameSearch = {
  readonly matches: readonly NameMatch[];
  /** There were more than 2,000 substring candidates: no substring match is given. */
  readonly truncated: boolean;
};

/** Code points of a query that count; what follows them is not looked at. */
export const LONGEST_QUERY = 100;

/** Candidates for a substring match: the names live at the version that contain the query, however they match. */
export const MOST_CANDIDATES = 2_000;

/** What of a query counts. */
export function countedPart(folded: string): string {
  return Array.from(folded).slice(0, LONGEST_QUERY).join('');
}

/** Reads one data version; later publishing does not move it. Every list is in code point order of the id. */
export interface GraphReader {
  readonly version: number;
  /** Live rows by id; ids without a live row are absent. */
  get<T extends Table>(table: T, ids: Iterable<string>): Promise<ReadonlyMap<string, RowOf<T>>>;
  /** Live rows whose key is one of `values`, in order of id; `page.after` is the last id seen. */
  find<T extends Table>(table: T, key: KeyOf<T>, values: Iterable<string>, page?: Page): Promise<readonly RowOf<T>[]>;
  /** All live rows in order of id, in batches. */
  scan<T extends Table>(table: T, batchSize?: number): AsyncIterable<readonly RowOf<T>[]>;
  count(table: Table): Promise<number>;
  /** How many live rows there are of each kind or type that occurs, in code point order of the word. */
  countBy(table: CountedTable): Promise<ReadonlyMap<string, number>>;
  /** Every content an id has had up to this version, oldest first. */
  history<T extends Table>(table: T, id: string): Promise<readonly Versioned<T>[]>;
  /**
   * Rows opened, and rows closed, by the versions after `after` up to this one, in order of id, then of `since`: by
   * this version alone where not said. Of more than `most` of either a store may leave out any, but gives more than
   * `most`: for a caller who then does something else.
   */
  changes<T extends Table>(
    table: T,
    most?: number,
    after?: number,
  ): Promise<{ readonly opened: readonly Versioned<T>[]; readonly closed: readonly Versioned<T>[] }>;
  /** The version that first showed each id, for ids live now. */
  since(table: Table, ids: Iterable<string>): Promise<ReadonlyMap<string, number>>;
  /**
   * Names by folded text: exact, then prefix, then substring; inside a class the shorter name, then the name by code
   * point, then the id (shorter, and by code point: the folded name, in code points). After them, for a query of Latin
   * letters (pinyinQuery), names that do not hold it and of which a pinyin key begins with it: the shorter such key,
   * then the key by code point, then the id. Beyond `limit` nothing is returned; beyond 2,000 candidates `truncated` is
   * set and no substring match is given, so that every store answers alike.
   * @param folded the query as foldName gives it, not empty
   */
  searchNames(folded: string, limit: number): Promise<NameSearch>;
  /** As searchNames for each of the queries, in their order, in as few reads as the store can. */
  searchNamesOfEach(folded: readonly string[], limit: number): Promise<readonly NameSearch[]>;
}

/** The right to publish the next version. Every write checks its fencing token in the same transaction. */
export interface Lease {
  readonly token: number;
  /** The version the publication starts from. */
  readonly base: number;
  /** Rows swept on taking the lease: what an unfinished publication had left. */
  readonly swept: number;
  /**
   * Idempotent: the same batch twice leaves the same rows. The next may be asked for before this one is done: they are
   * written in that order, and one that fails does not stop the next. @throws GraphError LEASE_LOST
   */
  write(changes: readonly Change[]): Promise<void>;
  /** Moves the version: the one last write. @throws GraphError LEASE_LOST */
  commit(run: Omit<Run, 'version'>): Promise<number>;
  /** Gives the lease back; without commit, what was written is swept by the next one. */
  release(): Promise<void>;
}

/** Who publishes, so that a lease of a dead process can be taken over at once. */
export type Holder = { readonly host: string; readonly pid: number };

export interface GraphStore {
  readonly url: string;
  head(): Promise<Head>;
  /** Published runs, oldest first. */
  runs(): Promise<readonly Run[]>;
  /** @throws GraphError VERSION_UNKNOWN when no such version was published. `signal` ends reads with CANCELLED. */
  reader(version: number, signal?: AbortSignal): Promise<GraphReader>;
  /** Sweeps what an unfinished publication left, then grants. @throws GraphError STORE_BUSY while another is alive. */
  lease(holder: Holder): Promise<Lease>;
  close(): Promise<void>;
}
