import { allAround, partsOf, placeOf, readAround } from '../place-of.ts';
import { kindAt, type AnyProjection } from '../projection.ts';

/** Those of the offices that are known to be neither in the region nor around it. */
export function officesAway(projection: AnyProjection, region: string, offices: readonly string[]): readonly string[] {
  const { entities } = projection;
  const start = entities.indexOf(region);
  const near = new Set([start, ...partsOf(projection, [start]), ...allAround(projection, start)]);
  const asked = offices.map((id) => entities.indexOf(id)).filter((entity) => entity >= 0);
  readAround(projection, asked);
  return asked
    .filter((entity) => {
      const kind = kindAt(projection, entity);
      const at = kind === 'Place' || kind === 'Park' ? entity : placeOf(projection, entity);
      return at !== undefined && !near.has(at);
    })
    .map((entity) => entities.at(entity));
}
