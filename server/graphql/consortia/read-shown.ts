import { shownBy, type Skills } from '#server/analysis/consortia/skills.ts';
import type { Doubt } from './read-doubts.ts';

/** What one reading of a name in the list would show of one chain: at least one segment. */
export type ShownByReading = {
  readonly reading: string;
  readonly chain: string;
  /** In the order of the board. */
  readonly segments: readonly string[];
  readonly seenNow: number;
  readonly looked: number;
};

/** @param own the consortium and its bodies: a name that is none of them brings it nothing */
export function shownByReadings(
  skills: readonly Skills[],
  doubts: readonly Doubt[],
  own: ReadonlySet<string>,
): readonly ShownByReading[] {
  const readings = doubts.flatMap((doubt) => (own.has(doubt.printed) ? doubt.readings : []));
  return readings.flatMap(({ reading }) =>
    skills.flatMap((of) => {
      const segments = shownBy(of, reading.to);
      if (segments.length === 0) return [];
      return [{ reading: reading.id, chain: of.chain, segments, seenNow: of.seen.length, looked: of.order.length }];
    }),
  );
}
