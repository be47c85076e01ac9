import { readingsOf } from '../reading.ts';
import type { View } from '../view.ts';

/** Those of the bodies whose name may mean another, or that another name may mean. */
export async function readDoubtful(at: View, bodies: Iterable<string>): Promise<ReadonlySet<string>> {
  const readings = await readingsOf(at, [...new Set(bodies)].sort());
  return new Set(readings.flatMap(({ from, to }) => [from as string, to as string]));
}
