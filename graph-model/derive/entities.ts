import { type EntityId, type RecordId, entityId } from '../ids.ts';
import type { RowOf } from '../rows.ts';
import { compareText } from '../text.ts';

type Anchor = RowOf<'anchor'>;
type Named = { readonly id: RecordId };

/** The entity that a record had before, and the version that first showed it. */
export type FormerEntity = (record: RecordId) => Pick<Anchor, 'entity' | 'first'> | undefined;

export type Assigned = {
  readonly entityOf: ReadonlyMap<RecordId, EntityId>;
  /** Anchors that are new, or that now hold another entity. */
  readonly minted: readonly Anchor[];
  readonly redirects: readonly RowOf<'redirect'>[];
};

/**
 * Gives each component its entity, no two the same. Of several anchored entities the least (first version, id) stays
 * and the others redirect to it; a component without any mints from its least record. An entity whose anchoring
 * records are all gone goes on with the least of its records that anchors none. Where components lay claim to one
 * entity, it stays with the anchoring record that was part of it; the others go to their next, or mint anew.
 * @param anchors of any record in the components, and no need of others
 */
export function assignEntities(
  components: readonly (readonly Named[])[],
  anchors: ReadonlyMap<string, Anchor>,
  former: FormerEntity,
  version: number,
): Assigned {
  const componentOf = new Map<RecordId, number>();
  components.forEach((component, i) => component.forEach(({ id }) => componentOf.set(id, i)));
  const records = [...componentOf.keys()].sort(compareText);
  const minted = new Map<RecordId, Anchor>();
  const held = heldAnchors(records, anchors, former, minted);
  const kept = new Map<number, Pick<Anchor, 'entity' | 'first'>>();
  const keeper = new Map<EntityId, number>();
  const lost: Anchor[] = [];
  const claims = [...claimsOf(held)].sort(([, a], [, b]) => a.first - b.first || compareText(a.entity, b.entity));
  for (const [entity, { first, by }] of claims) {
    const free = by.filter(({ id }) => !kept.has(componentOf.get(id) as number));
    const [winner, ...others] = free.sort((a, b) => closeness(a, former) - closeness(b, former) || ofOne(a, b));
    if (winner === undefined) continue;
    const component = componentOf.get(winner.id) as number;
    kept.set(component, { entity, first });
    keeper.set(entity, component);
    lost.push(...others.filter(({ id }) => componentOf.get(id) !== component));
  }
  components.forEach((component, i) => {
    if (kept.has(i)) return;
    const ids = component.map(({ id }) => id).sort(compareText);
    const id = ids.find((each) => !held.has(each)) ?? (ids[0] as RecordId);
    const anchor = { id, entity: entityId(id, held.get(id)?.entity), first: version };
    minted.set(id, anchor);
    kept.set(i, anchor);
  });
  const own = (id: RecordId) => kept.get(componentOf.get(id) as number) as Pick<Anchor, 'entity' | 'first'>;
  for (const { id } of lost) minted.set(id, { id, entity: own(id).entity, first: own(id).first });
  const redirects = claims
    .filter(([entity]) => !keeper.has(entity))
    .map(([id, { by }]) => ({ id, to: own((by.sort(ofOne)[0] as Anchor).id).entity }));
  return { entityOf: new Map(records.map((id) => [id, own(id).entity])), minted: [...minted.values()], redirects };
}

/**
 * Redirects as they will be: those that follow from anchors, and those that stand though no living record anchors what
 * was merged away. The latter follow their target; one whose target is gone goes with it.
 * @param standing redirects now, of the same surroundings
 */
export function keepRedirects(
  derived: readonly RowOf<'redirect'>[],
  standing: Iterable<RowOf<'redirect'>>,
  isAlive: (entity: EntityId) => boolean,
): RowOf<'redirect'>[] {
  const to = new Map(derived.map((row) => [row.id, row.to]));
  for (const row of standing) if (!to.has(row.id) && !isAlive(row.id)) to.set(row.id, row.to);
  const targetOf = (id: EntityId): EntityId | undefined => {
    const seen = new Set<EntityId>();
    let target = to.get(id);
    while (target !== undefined && !isAlive(target) && !seen.has(target)) {
      seen.add(target);
      target = to.get(target);
    }
    return target !== undefined && isAlive(target) ? target : undefined;
  };
  const kept = [...to.keys()].sort(compareText);
  return kept.flatMap((id) => {
    const target = targetOf(id);
    return target === undefined ? [] : [{ id, to: target }];
  });
}

/** The anchors of living records, with those that take over an entity whose own are gone. */
function heldAnchors(
  records: readonly RecordId[],
  anchors: ReadonlyMap<string, Anchor>,
  former: FormerEntity,
  minted: Map<RecordId, Anchor>,
): ReadonlyMap<RecordId, Anchor> {
  const held = new Map<RecordId, Anchor>();
  for (const id of records) {
    const anchor = anchors.get(id);
    if (anchor !== undefined) held.set(id, anchor);
  }
  const anchored = new Set([...held.values()].map(({ entity }) => entity));
  for (const id of records) {
    const was = former(id);
    if (was === undefined || held.has(id) || anchored.has(was.entity)) continue;
    const anchor = { id, entity: was.entity, first: was.first };
    held.set(id, anchor);
    minted.set(id, anchor);
    anchored.add(was.entity);
  }
  return held;
}

type Claim = { first: number; by: Anchor[] };

function claimsOf(held: ReadonlyMap<RecordId, Anchor>): Map<EntityId, Claim & { entity: EntityId }> {
  const claims = new Map<EntityId, Claim & { entity: EntityId }>();
  for (const anchor of held.values()) {
    const { entity, first } = anchor;
    const known = claims.get(entity);
    if (known === undefined) claims.set(entity, { entity, first, by: [anchor] });
    else {
      known.first = Math.min(known.first, first);
      known.by.push(anchor);
    }
  }
  return claims;
}

/** Was the anchoring record part of the entity (0), of another (1), or of none (2)? */
function closeness({ id, entity }: Anchor, former: FormerEntity): number {
  const was = former(id)?.entity;
  return was === entity ? 0 : was === undefined ? 2 : 1;
}

/** Of two anchors of one entity the record that minted it goes first, then the lesser id. */
function ofOne(a: Anchor, b: Anchor): number {
  return Number(isMinter(b)) - Number(isMinter(a)) || compareText(a.id, b.id);
}

function isMinter({ id, entity }: Anchor): boolean {
  return entityId(id) === entity;
}
