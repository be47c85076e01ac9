import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { Held } from './held.ts';
import type { AnyProjection } from './projection.ts';

/** What the questions of one request ask of the graph of one data version, wherever it is held. */
export type Topology = {
  /** What an answer was looked for in. */
  totals(): Promise<Totals>;
  /** Live entities by kind, relationships by type: those that occur. */
  kindCounts(): Promise<ReadonlyMap<string, number>>;
  typeCounts(): Promise<ReadonlyMap<string, number>>;
  /** What all relationships hold for the questions of the first screen: every one of them is looked at. */
  held(): Promise<Held<string>>;
  /** Ids of no live entity are absent. */
  kindsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Kind>>;
  /**
   * What `run` returns. It is pure and may be run more than once, each time over another projection: dense indexes
   * mean something inside one run only, and what it returns speaks in ids.
   * @param ids the entities the question names: they, and their may-be readings, are always there
   */
  analyse<Answer>(ids: readonly string[], run: (projection: AnyProjection) => Answer): Promise<Answer>;
  /**
   * The same of what looks at nearly all of a version, over the whole. Where that is not in memory it is read through, for
   * whoever asks meanwhile; `run` is given it even after its request has ended, and may keep what it makes.
   */
  analyseWhole<Answer>(run: (projection: AnyProjection) => Answer): Promise<Answer>;
  /** Entities and relationships of the largest version that `analyseWhole` is for: beyond it one question reads too long. */
  readonly mostRead: number;
};

export type Totals = {
  /** Documents and tables; notes of the project are not counted. */
  readonly sources: number;
  /** Its date. */
  readonly newestSource: string | undefined;
  readonly entities: number;
  readonly relations: number;
};
