import type { ChainSlice, SliceFact } from './slice.ts';

/** Is what a fact speaks of in the region? `open`: no source says where, or only an area around the region or across its border. */
export type Locality = 'local' | 'open' | 'elsewhere';

export function isWithin({ around }: ChainSlice, place: string, region: string): boolean {
  return place === region || around.get(place)?.has(region) === true;
}

/**
 * By the place that the fact names, else by where its subject is; a place or park is where it is. What is planned of a
 * thing that does not stand yet is where the plan puts the thing.
 */
export function localityOf(
  slice: ChainSlice,
  fact: Pick<SliceFact, 'at' | 'from' | 'modality'>,
  region: string,
): Locality {
  const subject = slice.entities.get(fact.from);
  const meant = fact.modality === 'planned' || fact.modality === 'proposed' ? subject?.meantPlace : undefined;
  if (fact.at === undefined && meant !== undefined && isWithin(slice, meant, region)) return 'local';
  const said = fact.at ?? subject?.place;
  if (said === undefined) return 'open';
  if (isWithin(slice, said, region)) return 'local';
  // A facility is no area that a region could lie in: what counts is the area that it is known to be in.
  const area = fact.at === undefined ? said : slice.entities.get(fact.at)?.place;
  return area === undefined || couldShare(slice, area, region) ? 'open' : 'elsewhere';
}

/** The region lies in the area, or a part of one of them, which is a park, lies in the other. */
function couldShare(slice: ChainSlice, area: string, region: string): boolean {
  const { reach } = slice;
  return (
    isWithin(slice, region, area) || reach.get(area)?.has(region) === true || reach.get(region)?.has(area) === true
  );
}
