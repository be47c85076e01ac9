import type { ChainPlaces, Region } from '../api/chain-places.ts';

const MOST_HINTS = 8;

/** Regions worth looking at: those that facts name, most often named first; then those that only contain named ones. */
export function regionHints({ mentions, around }: Pick<ChainPlaces, 'mentions' | 'around'>): readonly Region[] {
  const counts = new Map<string, { region: Region; named: number; held: number }>();
  const entryOf = (region: Region) => {
    const entry = counts.get(region.id) ?? { region, named: 0, held: 0 };
    counts.set(region.id, entry);
    return entry;
  };
  for (const place of mentions) {
    entryOf(place).named += 1;
    const containers = new Map((around.get(place.id) ?? []).map((region) => [region.id, region]));
    for (const region of containers.values()) entryOf(region).held += 1;
  }
  return [...counts.values()]
    .sort(
      (one, other) => other.named - one.named || other.held - one.held || (one.region.id < other.region.id ? -1 : 1),
    )
    .slice(0, MOST_HINTS)
    .map(({ region: { id, kind, name, nameEn } }) => ({ id, kind, name, nameEn }));
}
