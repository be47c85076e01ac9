import { frameOf, type Frame } from './frame.ts';
import { groupings, groupOf, industryOf, inTableOrder, type Industry } from './industries.ts';
import { mentionsOf, type Mention } from './mention.ts';
import { chainsAt, type Extent, type Plan, type PlanFact } from './plan.ts';
import { zoneOf, zonesOf, type Zone } from './zones.ts';

/** An industry of which the plan speaks without asking a zone, or a park in one, for it. */
export type Unplaced = {
  readonly chain: string;
  readonly group: string | undefined;
  /** Who is asked: the whole that contains the zones, a city, a park elsewhere. */
  readonly asked: readonly Mention[];
  readonly passages: readonly string[];
};

export type Layout = {
  readonly zones: readonly Zone[];
  readonly industries: readonly Industry[];
  readonly unplaced: readonly Unplaced[];
  /** What the plan claims to cover of the industries shown: pairs of industry and area, by extent. */
  readonly claims: readonly { readonly extent: Extent; readonly count: number }[];
  /** How many there are of each list; more than are shown where it was cut. */
  readonly totals: { readonly zones: number; readonly industries: number; readonly unplaced: number };
};

/** Columns side by side: a sheet of A3 holds no more. */
export const MOST_ZONES = 12;
/** Rows: the national catalogue of strategic industries has fewer. */
export const MOST_INDUSTRIES = 60;

/**
 * One plan as a table: industries, and for each zone the parks that are to develop them, as the plan says it.
 * @param chosen the columns and their order; the plan's own zones where not said
 */
export function layoutOf(plan: Plan, chosen?: readonly string[]): Layout {
  const columns = chosen ?? zonesOf(plan);
  const frame = frameOf(plan, columns.slice(0, MOST_ZONES));
  const { asks, where } = frame;
  const groups = new Set(groupings(plan).map(({ to }) => to));
  const placed = new Set(
    asks.filter(({ area }) => where(area) === 'inside').flatMap(({ fact }) => rowsOf(plan, fact, groups)),
  );
  const rows = inTableOrder(
    plan,
    [...placed].map((chain) => industryOf(frame, chain)),
  );
  const unplaced = unplacedOf(frame, placed, groups);
  const industries = rows.slice(0, MOST_INDUSTRIES);
  return {
    zones: frame.zones.map((zone) => zoneOf(frame, zone)),
    industries,
    unplaced: unplaced.slice(0, MOST_INDUSTRIES),
    claims: claimsOf(plan, new Set(industries.map(({ chain }) => chain))),
    totals: { zones: columns.length, industries: rows.length, unplaced: unplaced.length },
  };
}

/** Of a segment that an industry and a whole group of industries both have, the industry alone is asked. */
function rowsOf(plan: Plan, fact: PlanFact, groups: ReadonlySet<string>): readonly string[] {
  const chains = chainsAt(plan, fact);
  const industries = chains.filter((chain) => chain === fact.to || !groups.has(chain));
  return industries.length > 0 ? industries : chains;
}

function unplacedOf(
  { plan, asks }: Frame,
  inTable: ReadonlySet<string>,
  groups: ReadonlySet<string>,
): readonly Unplaced[] {
  const others = asks.filter(
    ({ fact: { to } }) => plan.entities.get(to)?.kind === 'Chain' && !inTable.has(to) && !groups.has(to),
  );
  const chains = mentionsOf(
    plan,
    others.map(({ fact }) => [fact.to, fact]),
  );
  return chains.map(({ entity, passages }) => ({
    chain: entity,
    group: groupOf(plan, entity),
    asked: mentionsOf(
      plan,
      others.filter(({ fact }) => fact.to === entity).map(({ fact, area }) => [area, fact]),
    ),
    passages,
  }));
}

function claimsOf({ coverage }: Plan, chains: ReadonlySet<string>): Layout['claims'] {
  const extents = ['register', 'list', 'mention'] as const;
  return extents.flatMap((extent) => {
    const claims = coverage.filter((one) => one.extent === extent && chains.has(one.subject));
    const pairs = new Set(claims.map(({ subject, place }) => `${subject} ${place}`));
    return pairs.size === 0 ? [] : [{ extent, count: pairs.size }];
  });
}
