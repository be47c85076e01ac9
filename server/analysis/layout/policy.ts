import { byName } from './mention.ts';
import type { Plan } from './plan.ts';

/** The policy that applies to most of the zones by the plan's own word: the plan itself, as a thing of the graph. */
export function policyOf(plan: Plan, zones: readonly string[]): string | undefined {
  const applies = new Map<string, Set<string>>();
  for (const { type, from, to } of plan.facts) {
    if (type !== 'APPLIES_TO' || !zones.includes(to)) continue;
    applies.set(from, new Set([...(applies.get(from) ?? []), to]));
  }
  const [most] = [...applies].sort(([a, one], [b, other]) => other.size - one.size || byName(plan, a, b));
  return most?.[0];
}
