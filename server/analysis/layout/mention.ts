import { compareLocators } from '#graph-model/facts/passage.ts';
import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import type { Plan, PlanFact } from './plan.ts';

/** A thing that the plan names somewhere, the relationships by which it does, and the passages that say so. */
export type Mention = {
  readonly entity: string;
  /** In order of id. */
  readonly relations: readonly string[];
  /** In the order of reading. */
  readonly passages: readonly string[];
};

/** One mention an entity, in the order of reading, then by kind, name and id. */
export function mentionsOf(plan: Plan, facts: Iterable<readonly [entity: string, fact: PlanFact]>): readonly Mention[] {
  const by = new Map<string, PlanFact[]>();
  for (const [entity, fact] of facts) {
    const known = by.get(entity);
    if (known === undefined) by.set(entity, [fact]);
    else known.push(fact);
  }
  return [...by]
    .map(([entity, said]) => ({
      entity,
      relations: sortedUnique(said.map(({ id }) => id)),
      passages: inReadingOrder(
        plan,
        said.flatMap(({ passages }) => passages),
      ),
    }))
    .sort((a, b) => byReading(plan, a.passages, b.passages) || byName(plan, a.entity, b.entity));
}

export function inReadingOrder(plan: Plan, passages: Iterable<string>): readonly string[] {
  return [...new Set(passages)].sort((a, b) => comparePassages(plan, a, b));
}

/** By the first passage of each; what stands in none comes last. */
export function byReading(plan: Plan, a: readonly string[], b: readonly string[]): number {
  const [one] = a;
  const [other] = b;
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  const [at, to] = [plan.locators.get(one), plan.locators.get(other)];
  return at === undefined || to === undefined ? 0 : compareLocators(at, to);
}

export function byName(plan: Plan, a: string, b: string): number {
  const [one, other] = [plan.entities.get(a), plan.entities.get(b)];
  const rank = (kind: (typeof KIND_NAMES)[number] | undefined) => (kind === undefined ? -1 : KIND_NAMES.indexOf(kind));
  return rank(one?.kind) - rank(other?.kind) || compareText(one?.name ?? '', other?.name ?? '') || compareText(a, b);
}

function comparePassages(plan: Plan, a: string, b: string): number {
  return byReading(plan, [a], [b]) || compareText(a, b);
}
