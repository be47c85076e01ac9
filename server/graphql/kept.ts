import { LRUCache } from 'lru-cache';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { Beside } from '#server/analysis/board/alongside.ts';
import type { ChainSlice } from '#server/analysis/board/slice.ts';
import type { CandidateGround } from '#server/analysis/candidates/ground.ts';
import type { Measured } from '#server/analysis/candidates/measure/measure.ts';
import type { NearGround } from '#server/analysis/candidates/near.ts';
import type { PartnerGround } from '#server/analysis/candidates/partners/scores.ts';
import { MOST_LISTED, type ListedChanges } from '#server/analysis/changes/change-list.ts';
import type { Plan } from '#server/analysis/layout/plan.ts';
import type { LentRows } from './at-hand.ts';

/** What was read by version and a key. What a version shows never changes: what is kept changes no answer. */
export type ByVersion<T> = {
  get(version: number, key: string): T | undefined;
  set(version: number, key: string, value: T): void;
};

/** Kept from request to request, as long as the server runs. */
export type Kept = {
  /** By chain and day, without any region. */
  readonly slices: ByVersion<ChainSlice>;
  /** By chain and day: the rows that its board names. */
  readonly rows: ByVersion<LentRows>;
  /** By chain and day, without any region: what tied segments of other chains are asked for, and who is seen in them. */
  readonly beside: ByVersion<Beside>;
  /** By place or park: it alone. */
  readonly areas: ByVersion<Pick<ChainSlice, 'around' | 'reach'>>;
  /** By the earlier version: what changed since. */
  readonly changes: ByVersion<ListedChanges>;
  /** By the earlier version: the kinds of all entities that changes since are about. */
  readonly changedKinds: ByVersion<ReadonlyMap<string, Kind>>;
  /** By chain, segment, region and day: asked again with every move of a weight. */
  readonly grounds: ByVersion<CandidateGround>;
  /** What partners are ranked by, of the whole version. */
  readonly partners: ByVersion<PartnerGround>;
  /** By day: what firms do, of the whole version. */
  readonly near: ByVersion<NearGround>;
  /** Folded names of government bodies, of the whole version; none where there are too many to look for. */
  readonly offices: ByVersion<readonly string[]>;
  /** By ranking: how well it does on this version. */
  readonly measured: ByVersion<Measured>;
  /** By source; `cut`: it has more evidence than is looked through. */
  readonly plans: ByVersion<{ readonly plan: Plan; readonly cut: boolean }>;
};

/** Facts or areas of each sort: a province's chains together, or its plans, some tens of megabytes. */
const MOST_PARTS = 100_000;
/** Of all that are ranked: the largest region that is, or several of some ten thousand. */
const MOST_BODIES = 200_001;

/** The longest list there can be, some 300 bytes a change, or several shorter ones. */
const MOST_CHANGES = MOST_LISTED + 1;

export function createKept(): Kept {
  return {
    slices: keep(({ facts, segments }) => facts.length + segments.length),
    rows: keep(({ relationship }) => relationship.size),
    beside: keep(({ ties, around }) => ties.length + around.facts.length),
    areas: keep(({ around, reach }) =>
      [...around.values(), ...reach.values()].reduce((sum, { size }) => sum + size, 0),
    ),
    changes: keep(({ changes }) => changes.length, MOST_CHANGES),
    changedKinds: keep(({ size }) => size, MOST_CHANGES),
    grounds: keep(({ told, ties, whereabouts }) => told.size + ties.size + whereabouts.size),
    partners: keep(({ model }) => model.bodies.length, MOST_BODIES),
    near: keep(({ model, written }) => model.memberships + written.size),
    offices: keep(({ length }) => length),
    measured: keep(() => 1),
    plans: keep(({ plan }) => plan.facts.length),
  };
}

function keep<T extends object>(partsOf: (value: T) => number, maxSize = MOST_PARTS): ByVersion<T> {
  const kept = new LRUCache<string, T>({ maxSize, sizeCalculation: (value) => partsOf(value) + 1 });
  return {
    get: (version, key) => kept.get(`${version} ${key}`),
    set: (version, key, value) => void kept.set(`${version} ${key}`, value),
  };
}
