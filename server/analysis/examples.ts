import { KIND_SETS } from '#graph-model/ontology/kinds.ts';
import type { Tie } from './tie.ts';

/** Something to look for: one entity, or the way from one to another. */
export type Example<Id> = { readonly from: Id; readonly to: Id | undefined };

const ORGANISATIONS: ReadonlySet<string> = new Set(KIND_SETS.organisation);

/**
 * What a newcomer may try, whatever the region: the chain or segment with the most actors; the way between the two
 * most told-of organisations of the consortium or project that has the most of them; the company and the park that
 * most is told of. Of equals the least id.
 */
export function createExamples<Id extends string | number>() {
  const told = new Map<Id, number>();
  const [companies, parks] = [new Set<Id>(), new Set<Id>()];
  const actorsOf = new Map<Id, Set<Id>>();
  const partiesOf = new Map<Id, Set<Id>>();
  const put = (into: Map<Id, Set<Id>>, key: Id, one: Id) => into.set(key, (into.get(key) ?? new Set()).add(one));
  const toldOf = (one: Id) => told.get(one) ?? 0;

  function note(entity: Id, kind: string): void {
    if (kind === 'Company') companies.add(entity);
    else if (kind === 'Park') parks.add(entity);
    told.set(entity, toldOf(entity) + 1);
  }

  return {
    /** Only of relationships that stand. */
    add({ type, from, to, fromKind, toKind }: Tie<Id>): void {
      note(from, fromKind);
      note(to, toKind);
      if (!ORGANISATIONS.has(fromKind)) return;
      if (type === 'ACTIVE_IN') put(actorsOf, to, from);
      else if (type === 'LEADS' || type === 'MEMBER_OF' || type === 'PARTNER_OF') put(partiesOf, to, from);
    },

    result(): readonly Example<Id>[] {
      const chain = greatest(actorsOf.keys(), (one) => actorsOf.get(one)?.size ?? 0);
      const joint = greatest(partiesOf.keys(), (one) => partiesOf.get(one)?.size ?? 0);
      const parties = joint === undefined ? [] : [...(partiesOf.get(joint) ?? [])];
      const first = greatest(parties, toldOf);
      const other = greatest(
        parties.filter((one) => one !== first),
        toldOf,
      );
      const company = greatest(
        [...companies].filter((one) => one !== first && one !== other),
        toldOf,
      );
      const alone = [chain, company, greatest(parks, toldOf)].filter((one) => one !== undefined);
      const way = first === undefined || other === undefined ? [] : [{ from: first, to: other }];
      return [...alone.slice(0, 1), ...way, ...alone.slice(1)].map((one) =>
        typeof one === 'object' ? one : { from: one, to: undefined },
      );
    },
  };
}

function greatest<Id extends string | number>(among: Iterable<Id>, measure: (one: Id) => number): Id | undefined {
  let best: Id | undefined;
  for (const one of among) {
    const order = best === undefined ? 1 : measure(one) - measure(best);
    if (order > 0 || (order === 0 && best !== undefined && one < best)) best = one;
  }
  return best;
}
