import { type EntityId, type RecordId, entityId } from '../ids.ts';
import type { RowOf } from '../rows.ts';
import { compareText } from '../text.ts';

type Anchor = RowOf<'anchor'>;

export type Assigned = {
  readonly entityOf: ReadonlyMap<RecordId, EntityId>;
  readonly minted: readonly Anchor[];
  readonly redirects: readonly RowOf<'redirect'>[];
};

/**
 * Gives each component its entity. Of several anchored entities the least (first version, id) stays and the others
 * redirect to it; a component without one takes over `orphan`, or mints from its least record.
 * @param anchors of any record in the components
 * @param orphan the entity a component's records had, when no record that anchors it lives any more
 */
export function assignEntities<T extends { readonly id: RecordId }>(
  components: readonly (readonly T[])[],
  anchors: ReadonlyMap<string, Anchor>,
  orphan: (component: readonly T[]) => Pick<Anchor, 'entity' | 'first'> | undefined,
  version: number,
): Assigned {
  const entityOf = new Map<RecordId, EntityId>();
  const minted: Anchor[] = [];
  const redirects: RowOf<'redirect'>[] = [];
  for (const component of components) {
    const known = component.flatMap(({ id }) => anchors.get(id) ?? []);
    known.sort((a, b) => a.first - b.first || compareText(a.entity, b.entity));
    const kept = known[0]?.entity ?? mint(component, orphan(component));
    for (const { id } of component) entityOf.set(id, kept);
    const gone = new Set(known.map(({ entity }) => entity).filter((entity) => entity !== kept));
    for (const id of gone) redirects.push({ id, to: kept });
  }
  return { entityOf, minted, redirects };

  function mint(
    component: readonly T[],
    taken: Pick<Anchor, 'entity' | 'first'> | undefined,
  ): EntityId {
    const least = component.map(({ id }) => id).sort(compareText)[0] as RecordId;
    const entity = taken?.entity ?? entityId(least);
    minted.push({ id: least, entity, first: taken?.first ?? version });
    return entity;
  }
}
