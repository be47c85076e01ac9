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
