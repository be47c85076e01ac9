import type { RunId, SourceId } from '#graph-model/ids.ts';
import type { ItemTable, ItemTypes } from './item.ts';

/** What one run was fed, whole and checked: publishing needs nothing else. */
export interface StagedRun {
  readonly id: RunId;
  /** The owner of its evidence: `data/<data set>`. */
  readonly owner: string;
  readonly title: string;
  /** ISO date, as precise as given. */
  readonly asOf: string;
  /**
   * Sources that were re-read whole: evidence of this owner in them that did not come again is closed.
   * `all`: the owner is a folder that was read whole, so its sources that are gone count too.
   */
  readonly reread: 'all' | readonly SourceId[];
  /** Items of one table in order of id, or in any, each id once, in batches. */
  items<T extends ItemTable>(table: T, order?: 'any'): AsyncIterable<readonly ItemTypes[T][]>;
  count(table: ItemTable): Promise<number>;
  /** Removes the run file, once published or refused. */
  dispose(): Promise<void>;
}
