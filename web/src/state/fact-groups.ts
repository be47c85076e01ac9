import type { RelationFull } from '../api/entity.ts';
import type { Label, Places } from '../api/fragments.ts';

export type Fact = {
  readonly relation: RelationFull;
  /** The end that is not the entity in question. */
  readonly other: RelationFull['from'];
  /** The first place that supports it. */
  readonly passage: Passage | null;
};

type Passage = Places['statements']['edges'][number]['node']['evidence'][number]['passage'];

export type FactGroup = { readonly key: string; readonly label: Label; readonly facts: readonly Fact[] };

/** Relationships of one entity by type and side, read from its end, in the order the service gave them. */
export function groupFacts(id: string, relations: readonly RelationFull[]): readonly FactGroup[] {
  const groups = new Map<string, { key: string; label: Label; facts: Fact[] }>();
  for (const relation of relations) {
    const outward = relation.from.id === id;
    // Without direction both sides read alike, and are one group.
    const isMutual = relation.label.zh === relation.inverse.zh;
    const key = isMutual ? relation.type : `${relation.type} ${outward ? 'OUT' : 'IN'}`;
    const group = groups.get(key) ?? { key, label: outward ? relation.label : relation.inverse, facts: [] };
    group.facts.push({ relation, other: outward ? relation.to : relation.from, passage: firstPassage(relation) });
    groups.set(key, group);
  }
  return [...groups.values()];
}

export function firstPassage(fact: { readonly provenance: Places }): Passage | null {
  const evidence = fact.provenance.statements.edges.flatMap((edge) => edge.node.evidence);
  const supporting = evidence.find((one) => one.stance === 'supports') ?? evidence[0];
  return supporting?.passage ?? null;
}
