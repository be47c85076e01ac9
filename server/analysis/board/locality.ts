import type { ChainSlice, SliceFact } from './slice.ts';

/** Is what a fact speaks of in the region? `open`: no source says where, or only a place around the region. */
export type Locality = 'local' | 'open' | 'elsewhere';

export function isWithin({ around }: ChainSlice, place: string, region: string): boolean {
  return place === region || around.get(place)?.has(region) === true;
}

/** By the place that the fact names, else by where its subject is; a place or park is where it is. */
export function localityOf(slice: ChainSlice, fact: Pick<SliceFact, 'at' | 'from'>, region: string): Locality {
  const place = fact.at ?? slice.entities.get(fact.from)?.place;
  if (place === undefined) return 'open';
  if (isWithin(slice, place, region)) return 'local';
  return isWithin(slice, region, place) ? 'open' : 'elsewhere';
}
