import type { ChainSlice } from '#server/analysis/board/slice.ts';
import { allAround, reachOf } from '#server/analysis/place-of.ts';
import { kindAt, type AnyProjection } from '#server/analysis/projection.ts';
import type { View } from '../view.ts';

type Areas = Pick<ChainSlice, 'around' | 'reach'>;

/** What lies around each of these places, and how far the parks among them reach. */
export function areasOf(projection: AnyProjection, ids: Iterable<string>): Areas {
  const around = new Map<string, ReadonlySet<string>>();
  const reach = new Map<string, ReadonlySet<string>>();
  const idsOf = (entities: Iterable<number>) => new Set([...entities].map((entity) => projection.entities.at(entity)));
  for (const id of ids) {
    const entity = projection.entities.indexOf(id);
    around.set(id, idsOf(allAround(projection, entity)));
    if (kindAt(projection, entity) === 'Park') reach.set(id, idsOf(reachOf(projection, entity)));
  }
  return { around, reach };
}

/** The slice with what lies around these regions too. */
export async function withRegions(at: View, slice: ChainSlice, regions: readonly string[]): Promise<ChainSlice> {
  const fresh = regions.filter((id) => !slice.around.has(id));
  if (fresh.length === 0) return slice;
  const { around, reach } = await at.topology.analyse(fresh, (projection) => areasOf(projection, fresh));
  return { ...slice, around: new Map([...slice.around, ...around]), reach: new Map([...slice.reach, ...reach]) };
}
