import type { Kind } from '#graph-model/ontology/kinds.ts';

/** An area that is asked, or that lies around one. */
export type SurveyArea = { readonly id: string; readonly kind: Kind; readonly name: string };

/** Of each office that is asked, whatever of the list is shown. */
export type SurveyPlaces = {
  readonly cities: ReadonlyMap<string, string | undefined>;
  readonly spans: ReadonlyMap<string, readonly string[]>;
};

/** What the names of cities and prefectures end with: there somebody answers for the parks too. A county is in one. */
const CITY = /[市州盟]$/;

/**
 * The city that signs for an office: the outermost one that it is, or that lies around it. Undefined for a province,
 * and for a zone that lies in several.
 */
function cityOf(
  office: string,
  around: ReadonlyMap<string, ReadonlySet<string>>,
  areas: ReadonlyMap<string, SurveyArea>,
): string | undefined {
  const cities = [office, ...(around.get(office) ?? [])].flatMap((id) => {
    const area = areas.get(id);
    return area?.kind === 'Place' && CITY.test(area.name) ? [id] : [];
  });
  const inside = (id: string) => cities.some((other) => other !== id && around.get(id)?.has(other) === true);
  const outermost = [...new Set(cities)].filter((id) => !inside(id)).sort();
  return outermost.length === 1 ? outermost[0] : undefined;
}

/** Cities that an area without one reaches into by the parks in it that are asked: none of them can sign for all of it. */
function citiesSpanned(
  office: string,
  cities: ReadonlyMap<string, string | undefined>,
  around: ReadonlyMap<string, ReadonlySet<string>>,
  areas: ReadonlyMap<string, SurveyArea>,
): readonly string[] {
  if (areas.get(office)?.kind !== 'Park' || cities.get(office) !== undefined) return [];
  const inside = [...cities].flatMap(([id, city]) =>
    city !== undefined && around.get(id)?.has(office) === true ? [city] : [],
  );
  const found = [...new Set(inside)].sort();
  return found.length > 1 ? found : [];
}

export function surveyPlaces(
  offices: readonly string[],
  around: ReadonlyMap<string, ReadonlySet<string>>,
  areas: ReadonlyMap<string, SurveyArea>,
): SurveyPlaces {
  const cities = new Map(offices.map((office) => [office, cityOf(office, around, areas)]));
  return { cities, spans: new Map(offices.map((office) => [office, citiesSpanned(office, cities, around, areas)])) };
}
