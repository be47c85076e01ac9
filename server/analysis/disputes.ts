import type { RowOf } from '#graph-model/rows.ts';

export type DisputedFact =
  | { readonly table: 'relationship'; readonly row: RowOf<'relationship'> }
  | { readonly table: 'attribute'; readonly row: RowOf<'attribute'> }
  | { readonly table: 'indicator'; readonly row: RowOf<'indicator'> };

/** Facts that cannot all hold, or one that is denied, of one entity. */
export type Dispute = { readonly about: string; readonly facts: readonly DisputedFact[] };

/**
 * What is in dispute, put together by what it is about: an attribute of an entity, a figure of equal measure, scope,
 * period and sort. A relationship stands alone: what its statements differ in is in its details.
 * @param indicators in dispute, in order of id; the others likewise
 */
export function disputesOf(
  indicators: readonly RowOf<'indicator'>[],
  attributes: readonly RowOf<'attribute'>[],
  relationships: readonly RowOf<'relationship'>[],
): readonly Dispute[] {
  const groups = new Map<string, { about: string; facts: DisputedFact[] }>();
  const add = (about: string, key: readonly string[], fact: DisputedFact) => {
    const name = JSON.stringify([fact.table, about, ...key]);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { about, facts: [fact] });
    else group.facts.push(fact);
  };
  for (const row of indicators) {
    const { entity, measure, scope, period, figure } = row;
    add(entity, [measure, scope, period, figure, ...alone(row)], { table: 'indicator', row });
  }
  for (const row of attributes) add(row.entity, [row.name, ...alone(row)], { table: 'attribute', row });
  for (const row of relationships) add(row.from, [row.id], { table: 'relationship', row });
  return [...groups.values()];
}

/** A denied value is in dispute with its denial, not with the other values. */
function alone({ id, dispute }: { readonly id: string; readonly dispute?: string | undefined }): string[] {
  return dispute === 'denied' ? [id] : [];
}
