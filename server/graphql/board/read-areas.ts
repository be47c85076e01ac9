import type { ChainSlice } from '#server/analysis/board/slice.ts';
import { allAround, reachOf, readAround } from '#server/analysis/place-of.ts';
import { kindAt, type AnyProjection } from '#server/analysis/projection.ts';
import type { View } from '../view.ts';

type Areas = Pick<ChainSlice, 'around' | 'reach'>;

/** What lies around each of these places, and how far the parks among them reach. */
export function areasOf(projection: AnyProjection, ids: Iterable<string>): Areas {
  const around = new Map<string, ReadonlySet<string>>();
  const reach = new Map<string, ReadonlySet<string>>();
  const idsOf = (entities: Iterable<number>) => new Set([...entities].map((entity) => projection.entities.at(entity)));
  const areas = [...ids].map((id) => [id, projection.entities.indexOf(id)] as const);
  readAround(
    projection,
    areas.map(([, entity]) => entity),
  );
  for (const [id, entity] of areas) {
    around.set(id, idsOf(allAround(projection, entity)));
    if (kindAt(projection, entity) === 'Park') reach.set(id, idsOf(reachOf(projection, entity)));
  }
  return { around, reach };
}

/** The slice with what lies around these regions too. */
export async function withRegions(at: View, slice: ChainSlice, regions: readonly string[]): Promise<ChainSlice> {
  const fresh = regions.filter((id) => !slice.around.has(id));
  if (fresh.length === 0) return slice;
  const areas = await Promise.all(fresh.map((id) => readArea(at, id)));
  return {
    ...slice,
    around: new Map([...slice.around, ...areas.flatMap(({ around }) => [...around])]),
    reach: new Map([...slice.reach, ...areas.flatMap(({ reach }) => [...reach])]),
  };
}

/** Many chains are asked about in the same few regions. */
async function readArea(at: View, id: string): Promise<Areas> {
  let area = at.kept?.areas.get(at.version, id);
  if (area === undefined) {
    area = await at.topology.analyse([id], (projection) => areasOf(projection, [id]));
    at.kept?.areas.set(at.version, id, area);
  }
  return area;
}
