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
 * records are all gone goes on in the component of its least record among those without any, else it redirects. Where
 * components lay claim to one entity, it stays with the anchoring record that was part of it; the others go to their
 * next, or mint anew.
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
  const placeOf = (id: RecordId) => componentOf.get(id) as number;
  const records = [...componentOf.keys()].sort(compareText);
  const held = new Map<RecordId, Anchor>();
  for (const id of records) {
    const anchor = anchors.get(id);
    if (anchor !== undefined) held.set(id, anchor);
  }
  const { taken, left } = orphans(records, held, former, placeOf);
  const minted = new Map(taken.map((anchor) => [anchor.id, anchor]));
  for (const anchor of taken) held.set(anchor.id, anchor);

  const kept = new Map<number, Pick<Anchor, 'entity' | 'first'>>();
  const keeper = new Set<EntityId>();
  const lost: RecordId[] = [];
  const claims = claimsOf(held.values());
  for (const { entity, first, by } of claims) {
    const free = by.filter(({ id }) => !kept.has(placeOf(id)));
    const [winner, ...others] = free.sort((a, b) => closeness(a, former) - closeness(b, former) || ofOne(a, b));
    if (winner === undefined) continue;
    kept.set(placeOf(winner.id), { entity, first });
    keeper.add(entity);
    lost.push(...others.map(({ id }) => id).filter((id) => placeOf(id) !== placeOf(winner.id)));
  }
  components.forEach((component, i) => {
    if (kept.has(i)) return;
    const ids = component.map(({ id }) => id).sort(compareText);
    const id = ids.find((each) => !held.has(each)) ?? (ids[0] as RecordId);
    const anchor = { id, entity: entityId(id, held.get(id)?.entity), first: version };
    minted.set(id, anchor);
    kept.set(i, anchor);
  });
  const own = (id: RecordId) => kept.get(placeOf(id)) as Pick<Anchor, 'entity' | 'first'>;
  for (const id of lost) minted.set(id, { id, entity: own(id).entity, first: own(id).first });
  const merged = claims.filter(({ entity }) => !keeper.has(entity));
  const redirects = [
    ...merged.map(({ entity, by }) => ({ id: entity, to: own((by.sort(ofOne)[0] as Anchor).id).entity })),
    ...left.map(({ id, entity }) => ({ id: entity, to: own(id).entity })),
  ];
  return { entityOf: new Map(records.map((id) => [id, own(id).entity])), minted: [...minted.values()], redirects };
}

/**
 * Entities that no living record anchors, each with the least of its living records: `taken` where that record's
 * component has no entity of its own, `left` where every one has.
 */
function orphans(
  records: readonly RecordId[],
  held: ReadonlyMap<RecordId, Anchor>,
  former: FormerEntity,
  placeOf: (id: RecordId) => number,
): { readonly taken: readonly Anchor[]; readonly left: readonly Anchor[] } {
  const anchored = new Set([...held.values()].map(({ entity }) => entity));
  const homeless = records.flatMap((id) => {
    const was = former(id);
    return was === undefined || anchored.has(was.entity) ? [] : [{ id, ...was }];
  });
  const occupied = new Set([...held.keys()].map(placeOf));
  const taken: Anchor[] = [];
  const left: Anchor[] = [];
  for (const { by } of claimsOf(homeless)) {
    const heir = by.find(({ id }) => !occupied.has(placeOf(id)));
    if (heir === undefined) left.push(by[0] as Anchor);
    else {
      taken.push(heir);
      occupied.add(placeOf(heir.id));
    }
  }
  return { taken, left };
}

type Claim = { readonly entity: EntityId; first: number; readonly by: Anchor[] };

/** By entity, in order of (first version, id). */
function claimsOf(anchors: Iterable<Anchor>): readonly Claim[] {
  const claims = new Map<EntityId, Claim>();
  for (const anchor of anchors) {
    const { entity, first } = anchor;
    const known = claims.get(entity);
    if (known === undefined) claims.set(entity, { entity, first, by: [anchor] });
    else {
      known.first = Math.min(known.first, first);
      known.by.push(anchor);
    }
  }
  return [...claims.values()].sort((a, b) => a.first - b.first || compareText(a.entity, b.entity));
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
