import type { ChainPlaces, Region } from '../api/chain-places.ts';

const MOST_HINTS = 8;

/**
 * Regions worth looking at: those that a fact names, not all that contain them. The more facts lie in one, itself or
 * what it contains, the earlier it stands.
 */
export function regionHints({ mentions, around }: Pick<ChainPlaces, 'mentions' | 'around'>): readonly Region[] {
  const counts = new Map<string, { region: Region; facts: number }>();
  for (const place of mentions) {
    const reached = new Map([place, ...(around.get(place.id) ?? [])].map((region) => [region.id, region]));
    for (const region of reached.values()) {
      const entry = counts.get(region.id) ?? { region, facts: 0 };
      entry.facts += 1;
      counts.set(region.id, entry);
    }
  }
  const named = new Set(mentions.map(({ id }) => id));
  return [...counts.values()]
    .filter(({ region }) => named.has(region.id))
    .sort((one, other) => other.facts - one.facts || (one.region.id < other.region.id ? -1 : 1))
    .slice(0, MOST_HINTS)
    .map(({ region: { id, kind, name } }) => ({ id, kind, name }));
}
