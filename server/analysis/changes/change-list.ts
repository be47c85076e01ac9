import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { ToldTable } from './aspects.ts';
import type { Told } from './told.ts';

/** A change with the entities it is about, as they are called later; one that is gone by its own id. */
export type WithEntities = { readonly told: Told; readonly entities: readonly string[] };

/** A table that changed too much to be read whole: rows that the versions have of it, changes that are listed. */
export type Cut = {
  readonly table: ToldTable;
  readonly before: number;
  readonly after: number;
  readonly listed: number;
};

/** All that changed between two versions, in the order in which it is told. */
export type ChangeList = { readonly changes: readonly WithEntities[]; readonly cuts: readonly Cut[] };

/** A change by the ids of its rows, which either version gives again: what is kept of a long list. */
export type ListedChange = Pick<Told, 'table' | 'change' | 'aspects' | 'version' | 'reason' | 'other'> & {
  readonly before?: string;
  readonly after?: string;
  /** Of a relationship. */
  readonly type?: RelationshipType;
  readonly entities: readonly string[];
};

export type ListedChanges = { readonly changes: readonly ListedChange[]; readonly cuts: readonly Cut[] };

export type Bounds = {
  /** Rows that opened, and that closed, of one table; beyond it is cut. */
  readonly rows: number;
  /** Of a table that is cut, changes that are listed all the same. */
  readonly listed: number;
  /** Rows read for those. */
  readonly looked: number;
};

export const BOUNDS: Bounds = { rows: 20_000, listed: 1_000, looked: 40_000 };

/** As long as a list can be: what opened and what closed, of eight tables. */
export const MOST_LISTED = 8 * 2 * BOUNDS.rows;
