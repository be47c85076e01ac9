import type { ReadingLite } from '../api/fragments.ts';

/** What a name may mean, the likeliest first. */
export function readingsOf(id: string, readings: readonly ReadingLite[]): readonly ReadingLite[] {
  return readings.filter(({ from }) => from.id === id).toSorted((one, other) => one.rank - other.rank);
}
