import { around, asksOf, chainsAt, type Ask, type Plan, type PlanFact } from './plan.ts';

/** A plan seen from its columns: what every row asks of it, worked out once. */
export type Frame = {
  readonly plan: Plan;
  readonly zones: readonly string[];
  readonly asks: readonly Ask[];
  /** By chain: asks of the chain and of its segments, and all other facts that end there. */
  readonly asksOf: ReadonlyMap<string, readonly Ask[]>;
  readonly factsOf: ReadonlyMap<string, readonly PlanFact[]>;
  /** By area: passages that ask it for several industries at once. In such a list no industry is the subject. */
  readonly overviews: ReadonlyMap<string, ReadonlySet<string>>;
  /** A zone or inside one; around one; or outside all. */
  where(area: string): 'inside' | 'around' | 'outside';
  isIn(area: string, zone: string): boolean;
};

export function frameOf(plan: Plan, zones: readonly string[]): Frame {
  const asks = asksOf(plan);
  const contained = new Map<string, ReadonlySet<string>>();
  const containersOf = (area: string) => {
    const known = contained.get(area) ?? around(plan.placedIn, area);
    contained.set(area, known);
    return known;
  };
  const whole = new Set(zones.flatMap((zone) => [...around(plan.liesIn, zone)]));
  const isIn = (area: string, zone: string) => area !== zone && containersOf(area).has(zone);
  return {
    plan,
    zones,
    asks,
    asksOf: byChain(plan, asks, ({ fact }) => fact),
    factsOf: byChain(plan, plan.facts, (fact) => fact),
    overviews: overviewsOf(plan, asks),
    where: (area) =>
      zones.some((zone) => zone === area || isIn(area, zone)) ? 'inside' : whole.has(area) ? 'around' : 'outside',
    isIn,
  };
}

function byChain<T>(plan: Plan, items: readonly T[], factOf: (item: T) => PlanFact): ReadonlyMap<string, readonly T[]> {
  const by = new Map<string, T[]>();
  for (const item of items) {
    for (const chain of chainsAt(plan, factOf(item))) {
      const known = by.get(chain);
      if (known === undefined) by.set(chain, [item]);
      else known.push(item);
    }
  }
  return by;
}

function overviewsOf(plan: Plan, asks: readonly Ask[]): ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map<string, Map<string, Set<string>>>();
  for (const { fact, area } of asks) {
    const passages = named.get(area) ?? new Map<string, Set<string>>();
    named.set(area, passages);
    for (const passage of fact.passages) {
      passages.set(passage, new Set([...(passages.get(passage) ?? []), ...chainsAt(plan, fact)]));
    }
  }
  return new Map(
    [...named].map(([area, passages]) => [
      area,
      new Set([...passages].flatMap(([passage, chains]) => (chains.size > 1 ? [passage] : []))),
    ]),
  );
}
