import type { Locator } from '#graph-model/facts/passage.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';

/** A relationship that the plan supports. */
export type PlanFact = {
  readonly id: string;
  readonly type: RelationshipType;
  readonly modality: Modality;
  readonly from: string;
  readonly to: string;
  /** The place, park or facility that is part of what it says. */
  readonly at: string | undefined;
  /** Passages of the plan that say it. */
  readonly passages: readonly string[];
};

type PlanEntity = { readonly id: string; readonly kind: Kind; readonly name: string };

export type Extent = 'register' | 'list' | 'mention';

/**
 * All that one source says of who is to develop what where, and what the graph knows around it. Ids are of entities,
 * passages of passages. Nothing of another source is in `facts`.
 */
export type Plan = {
  readonly facts: readonly PlanFact[];
  readonly entities: ReadonlyMap<string, PlanEntity>;
  readonly locators: ReadonlyMap<string, Locator>;
  /** What directly contains an area: by the plan's own word, or where it has none, by that of other sources. */
  readonly placedIn: ReadonlyMap<string, readonly string[]>;
  /** What directly contains an area, by any source. */
  readonly liesIn: ReadonlyMap<string, readonly string[]>;
  /** The chains of a segment, by any source. */
  readonly chainsOf: ReadonlyMap<string, readonly string[]>;
  /** What the plan claims to cover: a chain or a segment, for a place. */
  readonly coverage: readonly { readonly subject: string; readonly place: string; readonly extent: Extent }[];
  /** Target figures that the plan gives. */
  readonly targets: readonly { readonly id: string; readonly entity: string }[];
};

const AREAS: readonly Kind[] = ['Place', 'Park'];

export function isArea(plan: Plan, id: string): boolean {
  return AREAS.includes(plan.entities.get(id)?.kind ?? 'Chain');
}

/** What is to come is laid out; what operates or is being built is no layout. */
export function isToCome({ modality }: PlanFact): boolean {
  return modality === 'planned' || modality === 'proposed';
}

/** That an area is to develop a chain or a segment, or wants it. */
export type Ask = { readonly fact: PlanFact; readonly area: string };

const ASKING: readonly RelationshipType[] = ['ACTIVE_IN', 'TARGETS'];
const ASKED_FOR: readonly Kind[] = ['Chain', 'Segment'];

export function asksOf(plan: Plan): readonly Ask[] {
  return plan.facts.flatMap((fact) => {
    if (!ASKING.includes(fact.type) || !isToCome(fact) || !isArea(plan, fact.from)) return [];
    if (!ASKED_FOR.includes(plan.entities.get(fact.to)?.kind ?? 'Company')) return [];
    const area = fact.at !== undefined && isArea(plan, fact.at) ? fact.at : fact.from;
    return [{ fact, area }];
  });
}

/** All that contains an area, itself left out even where the data run in a circle. */
export function around(containers: Plan['placedIn'], area: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...(containers.get(area) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === area || found.has(next)) continue;
    found.add(next);
    open.push(...(containers.get(next) ?? []));
  }
  return found;
}

/** The chains that a fact speaks of: the chain at its `to` end, or those of the segment there. */
export function chainsAt(plan: Plan, { to }: PlanFact): readonly string[] {
  return plan.entities.get(to)?.kind === 'Chain' ? [to] : (plan.chainsOf.get(to) ?? []);
}
