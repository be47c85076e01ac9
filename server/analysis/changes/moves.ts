import { attributeId, indicatorId, relationshipId, type EntityId } from '#graph-model/ids.ts';
import { specOf } from '#graph-model/ontology/relationships.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import type { Net } from './net.ts';

export type FactTable = 'relationship' | 'attribute' | 'indicator';

/** Which entities merged and which split off between two versions: what an id of one is in the other. */
export type Moves = {
  /** The entity that one of the earlier version is part of later: mostly itself. */
  readonly later: (id: EntityId) => EntityId;
  /** The entity that one of the later version was part of earlier. */
  readonly earlier: (id: EntityId) => EntityId;
};

export function movesOf(redirects: readonly Net<'redirect'>[]): Moves {
  const later = new Map<string, EntityId>();
  const earlier = new Map<string, EntityId>();
  for (const { before, after } of redirects) {
    if (after !== undefined) later.set(after.id, after.to);
    if (before !== undefined) earlier.set(before.id, before.to);
  }
  return { later: (id) => later.get(id) ?? id, earlier: (id) => earlier.get(id) ?? id };
}

/** The id that a fact would have if each of its entities were another one. */
export function factIdUnder<T extends FactTable>(table: T, row: RowOf<T>, of: (id: EntityId) => EntityId): string {
  const fact = { table, row } as { [F in FactTable]: { table: F; row: RowOf<F> } }[FactTable];
  switch (fact.table) {
    case 'relationship': {
      const { type, modality, context, identity } = fact.row;
      let [from, to] = [of(fact.row.from), of(fact.row.to)];
      if (specOf(type).symmetric && compareText(from, to) > 0) [from, to] = [to, from];
      return relationshipId({ type, from, to, modality, identity, context: context && of(context) });
    }
    case 'attribute': {
      const { entity, name: predicate, value, details } = fact.row;
      return attributeId({ entity: of(entity), predicate, value, details });
    }
    case 'indicator': {
      const { entity, measure, value, unit, period, figure, scope } = fact.row;
      return indicatorId({ entity: of(entity), measure, value, unit, period, figure, scope });
    }
  }
}
