import type { Frame } from './frame.ts';
import { byName, byReading, inReadingOrder, mentionsOf, type Mention } from './mention.ts';
import { around, asksOf, isArea, type Plan } from './plan.ts';

export type ZonePark = {
  /** What says that it is part. */
  readonly park: Mention;
  /** Directly of the zone and, where the plan lists its parks in one passage with its industries, in that list. */
  readonly listed: boolean;
  /** An industry is asked of it by name. */
  readonly named: boolean;
  /** Its own parts of which one is asked. In order of name. */
  readonly namedParts: readonly string[];
};

export type Zone = {
  readonly zone: string;
  /** Passages that ask the zone for several industries at once. */
  readonly overview: readonly string[];
  /** Every area that the plan itself puts into the zone. In the order of reading. */
  readonly parks: readonly ZonePark[];
};

/**
 * The columns of a plan: the areas that some policy applies to by its word and that it asks for something, themselves
 * or through a part. Where it names none, the areas asked that no other asked area contains, or, when that is a single
 * area around others that hold asked areas again, those. An area that contains another column is none: it is the whole.
 */
export function zonesOf(plan: Plan): readonly string[] {
  const asked = new Set(asksOf(plan).map(({ area }) => area));
  const touched = new Set([...asked].flatMap((area) => [area, ...around(plan.placedIn, area)]));
  const applied = plan.facts.flatMap(({ type, to }) =>
    type === 'APPLIES_TO' && isArea(plan, to) && touched.has(to) ? [to] : [],
  );
  return inOrder(plan, applied.length > 0 ? innermost(plan, new Set(applied)) : outermost(plan, asked));
}

/** In the order in which the plan first asks them, or an area in them, for something. */
function inOrder(plan: Plan, zones: readonly string[]): readonly string[] {
  const asks = asksOf(plan).map(({ fact, area }) => ({ fact, in: new Set([area, ...around(plan.placedIn, area)]) }));
  const first = (zone: string) =>
    inReadingOrder(
      plan,
      asks.flatMap((ask) => (ask.in.has(zone) ? ask.fact.passages : [])),
    );
  const at = new Map(zones.map((zone) => [zone, first(zone)]));
  return zones.toSorted((a, b) => byReading(plan, at.get(a) ?? [], at.get(b) ?? []) || byName(plan, a, b));
}

function innermost(plan: Plan, areas: ReadonlySet<string>): readonly string[] {
  const whole = new Set([...areas].flatMap((area) => [...around(plan.liesIn, area)]));
  return [...areas].filter((area) => !whole.has(area));
}

function outermost(plan: Plan, areas: ReadonlySet<string>): readonly string[] {
  const outer = [...areas].filter((area) => ![...around(plan.placedIn, area)].some((one) => areas.has(one)));
  const [only] = outer;
  if (only === undefined || outer.length > 1) return outer;
  const within = new Set([...areas].filter((area) => around(plan.placedIn, area).has(only)));
  const holds = [...within].some((area) => [...around(plan.placedIn, area)].some((one) => within.has(one)));
  return holds ? outermost(plan, within) : outer;
}

/** A zone with what the plan says lies in it. */
export function zoneOf({ plan, asks, overviews, isIn }: Frame, zone: string): Zone {
  const overview = overviews.get(zone) ?? new Set();
  const asked = new Set(asks.map(({ area }) => area));
  const inside = plan.facts.filter(
    ({ type, from }) => (type === 'PART_OF' || type === 'LOCATED_IN') && isArea(plan, from) && isIn(from, zone),
  );
  const inOverview = ({ passages }: Mention) => passages.some((one) => overview.has(one));
  const direct = new Set(inside.flatMap(({ from, to }) => (to === zone ? [from] : [])));
  const parks = mentionsOf(
    plan,
    inside.map((fact) => [fact.from, fact]),
  );
  const isListing = parks.some((park) => direct.has(park.entity) && inOverview(park));
  return {
    zone,
    overview: inReadingOrder(plan, overview),
    parks: parks.map((park) => ({
      park,
      listed: direct.has(park.entity) && (!isListing || inOverview(park)),
      named: asked.has(park.entity),
      namedParts: [...asked].filter((area) => isIn(area, park.entity)).sort((a, b) => byName(plan, a, b)),
    })),
  };
}
