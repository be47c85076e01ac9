import type { PartialDate } from '#graph-model/dates.ts';
import { compareText } from '#graph-model/text.ts';
import type { Named } from './roles.ts';
import { isOver, type Relation } from './standing.ts';

/** A chain that a consortium serves, and its own relationships that say so: to the chain, or to a segment of it. */
export type ServedChain = {
  readonly chain: string;
  /** It serves the chain itself, not only a segment of it. */
  readonly whole: boolean;
  /** In order of id. */
  readonly relations: readonly Relation[];
};

/** Only what is said of the consortium itself: a product that it develops may belong to a chain that it does not serve. */
export const SERVES = ['SUPPORTS', 'ACTIVE_IN'];

/**
 * The chains that a consortium serves: those it serves as a whole first, then by name and id.
 * @param chainsOf the chains of a segment
 */
export function servedBy(
  consortium: string,
  relations: readonly Relation[],
  chainsOf: ReadonlyMap<string, readonly string[]>,
  named: ReadonlyMap<string, Named>,
  date: PartialDate,
): readonly ServedChain[] {
  const by = new Map<string, Relation[]>();
  const whole = new Set<string>();
  for (const relation of relations) {
    if (relation.from !== consortium || !SERVES.includes(relation.type) || isOver(relation, date)) continue;
    const isChain = named.get(relation.to)?.kind === 'Chain';
    if (isChain) whole.add(relation.to);
    for (const chain of isChain ? [relation.to] : (chainsOf.get(relation.to) ?? [])) {
      by.set(chain, [...(by.get(chain) ?? []), relation]);
    }
  }
  const nameOf = (id: string) => named.get(id)?.name ?? '';
  return [...by]
    .map(([chain, own]) => ({
      chain,
      whole: whole.has(chain),
      relations: own.toSorted((a, b) => compareText(a.id, b.id)),
    }))
    .sort(
      (a, b) =>
        Number(b.whole) - Number(a.whole) ||
        compareText(nameOf(a.chain), nameOf(b.chain)) ||
        compareText(a.chain, b.chain),
    );
}
