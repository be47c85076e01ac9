import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import { cellOf, type LayoutCell } from './cells.ts';
import type { Frame } from './frame.ts';
import { byName, byReading, inReadingOrder, mentionsOf, type Mention } from './mention.ts';
import { isArea, isToCome, type Plan, type PlanFact } from './plan.ts';

export type Industry = {
  readonly chain: string;
  /** The group of industries that the plan puts it in. */
  readonly group: string | undefined;
  /** Where the plan speaks of the industry by itself; where it only lists it, the lists. */
  readonly passages: readonly string[];
  /** One a zone, in the order of the zones. */
  readonly cells: readonly LayoutCell[];
  /** Laboratories, consortia, institutes, firms: research behind it, and whom it is to rest on. Its own passages first. */
  readonly bodies: readonly Mention[];
  /** Parks outside all zones that are to develop it. */
  readonly elsewhere: readonly Mention[];
  /** Cities and other areas outside the zones that are to develop it, or to work with the zones on it. */
  readonly partners: readonly Mention[];
  /** Its segments that the plan asks for, of whomever. */
  readonly segments: readonly Mention[];
  /** Projects that the zones, or what is around them, are to make of it: clusters, belts, bases. */
  readonly clusters: readonly Mention[];
  /** Target figures of it and of its clusters. In order of id. */
  readonly targets: readonly string[];
};

const BODIES: readonly Kind[] = KIND_SETS.body;
const CLUSTER_TIES: readonly RelationshipType[] = ['RESPONSIBLE_FOR', 'HOSTS'];

export function industryOf(frame: Frame, chain: string): Industry {
  const { plan, where, zones } = frame;
  const kindOf = (id: string) => plan.entities.get(id)?.kind;
  const asks = frame.asksOf.get(chain) ?? [];
  const placed = asks.filter(({ area }) => where(area) === 'inside');
  const items = inReadingOrder(
    plan,
    placed.flatMap(({ fact, area }) => fact.passages.filter((one) => frame.overviews.get(area)?.has(one) !== true)),
  );
  const lists = inReadingOrder(
    plan,
    placed.flatMap(({ fact }) => fact.passages),
  );
  const itemFacts = plan.facts.filter((fact) => isToCome(fact) && isIn(items, fact));
  const outside = asks.filter(({ fact, area }) => fact.to === chain && where(area) === 'outside');
  const partners = mentionsOf(plan, [
    ...outside.filter(({ area }) => kindOf(area) === 'Place').map(({ fact, area }) => [area, fact] as const),
    ...itemFacts.flatMap((fact) => partnerIn(frame, fact).map((area) => [area, fact] as const)),
  ]);
  const clusters = mentionsOf(
    plan,
    itemFacts
      .filter(({ type, from, to }) => CLUSTER_TIES.includes(type) && isArea(plan, from) && kindOf(to) === 'Project')
      .filter(({ from }) => where(from) !== 'outside')
      .map((fact) => [fact.to, fact]),
  );
  const subjects = new Set([chain, ...clusters.map(({ entity }) => entity)]);
  return {
    chain,
    group: groupOf(plan, chain),
    passages: items.length > 0 ? items : lists,
    cells: zones.map((zone) => cellOf(frame, chain, zone)),
    bodies: bodiesOf(frame, chain).toSorted((a, b) => Number(isIn(items, b)) - Number(isIn(items, a))),
    elsewhere: mentionsOf(
      plan,
      outside
        .filter(({ area }) => kindOf(area) === 'Park' && !partners.some(({ entity }) => entity === area))
        .map(({ fact, area }) => [area, fact]),
    ),
    partners,
    segments: mentionsOf(
      plan,
      asks.filter(({ fact }) => fact.to !== chain).map(({ fact }) => [fact.to, fact]),
    ),
    clusters,
    targets: plan.targets.filter(({ entity }) => subjects.has(entity)).map(({ id }) => id),
  };
}

function bodiesOf({ plan, factsOf }: Frame, chain: string): readonly Mention[] {
  return mentionsOf(
    plan,
    (factsOf.get(chain) ?? [])
      .filter((fact) => fact.type === 'SUPPORTS' || (fact.type === 'ACTIVE_IN' && isToCome(fact)))
      .filter(({ from }) => BODIES.includes(plan.entities.get(from)?.kind ?? 'Chain'))
      .map((fact) => [fact.from, fact]),
  );
}

function isIn(items: readonly string[], { passages }: { readonly passages: readonly string[] }): boolean {
  return passages.some((one) => items.includes(one));
}

/** The end of a tie between areas that lies outside the zones, when the other is a zone, in one or around one. */
function partnerIn({ plan, where }: Frame, { type, from, to }: PlanFact): readonly string[] {
  if (type !== 'COLLABORATES_WITH' || !isArea(plan, from) || !isArea(plan, to)) return [];
  const outside = [from, to].filter((area) => where(area) === 'outside');
  return outside.length === 1 ? outside : [];
}

/** The group of the plan that is named first. */
export function groupOf(plan: Plan, chain: string): string | undefined {
  return mentionsOf(
    plan,
    groupings(plan)
      .filter(({ from }) => from === chain)
      .map((fact) => [fact.to, fact]),
  )[0]?.entity;
}

/** That an industry is part of a group of industries. */
export function groupings({ facts, entities }: Plan): readonly PlanFact[] {
  return facts.filter(({ type, to }) => type === 'PART_OF' && entities.get(to)?.kind === 'Chain');
}

/** Groups in the order of reading, the ungrouped last; inside a group in the order of reading. */
export function inTableOrder(plan: Plan, industries: readonly Industry[]): readonly Industry[] {
  const groups = mentionsOf(
    plan,
    groupings(plan).map((fact) => [fact.to, fact]),
  ).map(({ entity }) => entity);
  const rank = ({ group }: Industry) => (group === undefined ? groups.length : groups.indexOf(group));
  return industries.toSorted(
    (a, b) => rank(a) - rank(b) || byReading(plan, a.passages, b.passages) || byName(plan, a.chain, b.chain),
  );
}
