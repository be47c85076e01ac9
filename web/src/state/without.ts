import type { ReadingLite } from '../api/fragments.ts';
import type { Without } from '../api/paths.ts';
import { readingsOf } from './readings-of.ts';

type Left = NonNullable<Without['path']>;

/** What is left by one reading of a name in doubt; `reading` is null where none of a name at an end is at stake. */
export type LeftBy = { readonly reading: ReadingLite | null; readonly path: Left | null };

/**
 * What connects the ends without one of those between: a single answer where no name at an end is in doubt, else one
 * for each reading of it, the likeliest first: what one reading shows must not be taken for the other.
 * @param readings those of the names that are drawn.
 */
export function leftBy({ path, otherReadings }: Without, readings: readonly ReadingLite[]): readonly LeftBy[] {
  if (!path || path.readings === 0) return [{ reading: null, path }];
  const [start, next] = path.entities;
  const isAtStart = readings.some(({ from, to }) => from.id === start?.id && to.id === next?.id);
  const printed = path.entities.at(isAtStart ? 0 : -1)?.id;
  const own = printed === undefined ? [] : readingsOf(printed, readings);
  // Asked about is what a name may mean, not the name itself.
  if (own.length === 0) return [{ reading: null, path }];
  return own.map((reading) => ({
    reading,
    path: [path, ...otherReadings].find((one) => one.entities.at(isAtStart ? 1 : -2)?.id === reading.to.id) ?? null,
  }));
}
