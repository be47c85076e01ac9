import type { ChainSlice, SliceEntity, SliceFact } from '#server/analysis/board/slice.ts';
import { meantPlaceOf, placeOf, readAround, standsOnlyAsMeant } from '#server/analysis/place-of.ts';
import type { View } from '../view.ts';
import { areasOf } from './read-areas.ts';

/** Who the facts speak of, where they are, what lies around each place that is named, and how far parks reach. */
export async function readPeople(
  at: View,
  facts: readonly SliceFact[],
  places: ReadonlySet<string>,
): Promise<Pick<ChainSlice, 'entities' | 'meantAreas' | 'around' | 'reach'>> {
  const subjects = new Set(facts.map(({ from }) => from));
  const named = new Set([...places, ...facts.flatMap((fact) => fact.at ?? [])]);
  const rows = await at.load.rows('entity', new Set([...subjects, ...named]));
  const areas = new Set(rows.filter(({ kind }) => kind === 'Place' || kind === 'Park').map(({ id }) => id as string));
  const ids = rows.map(({ id }) => id as string);
  const located = await at.topology.analyse(ids, (projection) => {
    const idAt = (entity: number) => projection.entities.at(entity);
    readAround(
      projection,
      ids.map((id) => projection.entities.indexOf(id)),
    );
    const where = ids.map((id) => {
      const entity = projection.entities.indexOf(id);
      const place = areas.has(id) ? entity : placeOf(projection, entity);
      return [id, place === undefined ? undefined : idAt(place)] as const;
    });
    const meant = ids.map((id) => {
      const place = meantPlaceOf(projection, projection.entities.indexOf(id));
      return [id, place === undefined ? undefined : idAt(place)] as const;
    });
    const inner = new Set([...[...where, ...meant].flatMap(([, place]) => place ?? []), ...named]);
    const meantAreas = meant.flatMap(([id, by]) =>
      by !== undefined && areas.has(id) && standsOnlyAsMeant(projection, projection.entities.indexOf(id))
        ? [[id, by] as const]
        : [],
    );
    return {
      where: new Map(where),
      meant: new Map(meant),
      meantAreas: new Map(meantAreas),
      ...areasOf(projection, inner),
    };
  });
  // Whoever plans such an area answers for it, whether or not anything else is said of it.
  const planning = await at.load.rows(
    'entity',
    new Set([...located.meantAreas.values()].filter((id) => !ids.includes(id))),
  );
  const entities = await Promise.all(
    rows.map(async ({ id, kind, name }): Promise<SliceEntity> => {
      const attributes = areas.has(id) ? [] : await at.load.by('attribute', 'entity', id);
      const recognised = attributes.some((one) => one.name === 'recognition' && one.details['revoked'] !== 'true');
      const [place, meantPlace] = [located.where.get(id), located.meant.get(id)];
      return { id, kind, name, place, meantPlace, recognised };
    }),
  );
  for (const { id, kind, name } of planning) {
    entities.push({ id, kind, name, place: id, meantPlace: undefined, recognised: false });
  }
  return {
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    meantAreas: located.meantAreas,
    around: located.around,
    reach: located.reach,
  };
}
