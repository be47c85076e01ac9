import type { Decision } from '#graph-model/facts/decision.ts';
import type { Record } from '#graph-model/facts/record.ts';
import { type EntityId, entityId, type RecordId } from '#graph-model/ids.ts';
import { foldName } from '#graph-model/names.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { recordOnly } from '#graph-model/store/whole-version.ts';
import { compareText } from '#graph-model/text.ts';

type Anchor = RowOf<'anchor'>;

/**
 * The anchors that a public part may keep: of its own records, for ids that its own records minted. An id that an
 * internal record minted would tell whoever guesses that record that he is right; and an id that went from one record
 * to another because somebody inside took them for one thing would tell that.
 * @param isOpen of a live record, whether its source is public
 */
export async function publicAnchors(
  reader: GraphReader,
  all: readonly Anchor[],
  isOpen: (record: RecordId) => boolean,
  decisions: readonly Decision[],
): Promise<ReadonlyMap<string, Anchor>> {
  const own = all.filter(({ id }) => isOpen(id));
  const minters = await mintersOf(reader, all);
  const same = new Set(decisions.flatMap((one) => (one.about === 'records' ? [`${one.left} ${one.right}`] : [])));
  const kept: Anchor[] = [];
  for (const anchor of own) {
    const minter = minters.get(anchor.entity);
    if (minter === undefined) continue;
    if (minter !== anchor.id) {
      const [from, to] = [await recordOf(reader, minter), await recordOf(reader, anchor.id)];
      if (from === undefined || to === undefined || !(await isPublic(reader, from))) continue;
      const told = same.has(`${from.id} ${to.id}`) || same.has(`${to.id} ${from.id}`);
      if (!told && !(from.kind === to.kind && foldName(from.name) === foldName(to.name))) continue;
    }
    kept.push(anchor);
  }
  return new Map(kept.map((anchor) => [anchor.id, anchor]));
}

/** By entity, the record that its id was minted from. Anchors are never closed: every one that minted is among them. */
async function mintersOf(reader: GraphReader, all: readonly Anchor[]): Promise<ReadonlyMap<EntityId, RecordId>> {
  const minters = new Map<EntityId, RecordId>();
  for (const { id, entity } of all) {
    const first = entityId(id);
    minters.set(first, id);
    if (entity === first) continue;
    for (const { row } of await reader.history('anchor', id)) minters.set(entityId(id, row.entity), id);
  }
  return minters;
}

async function recordOf(reader: GraphReader, id: RecordId): Promise<Record | undefined> {
  const last = (await reader.history('record', id)).at(-1);
  return last === undefined ? undefined : recordOnly(last.row);
}

async function isPublic(reader: GraphReader, { source }: Record): Promise<boolean> {
  return (await reader.history('source', source)).every(({ row }) => row.visibility === 'public');
}

/**
 * Anchors for the entities that have none left, as a store would have minted them that never saw the rest: each from the
 * least of the records that came first.
 * @param minted what was minted without regard to when records came
 * @param entityOf the entity of each record, before
 */
export async function mintedAnew(
  reader: GraphReader,
  minted: readonly Anchor[],
  entityOf: readonly Pick<RowOf<'record'>, 'id' | 'entity'>[],
  held: ReadonlyMap<string, Anchor>,
): Promise<readonly Anchor[]> {
  const fresh = new Set(minted.flatMap(({ id, entity }) => (entityId(id) === entity ? [entity] : [])));
  const groups = new Map<EntityId, RecordId[]>();
  for (const { id, entity } of entityOf) {
    if (fresh.has(entity) && !held.has(id)) groups.set(entity, [...(groups.get(entity) ?? []), id]);
  }
  const since = await reader.since('record', [...groups.values()].flat());
  return [...groups.values()].flatMap((ids) => {
    const [id] = ids.toSorted((a, b) => (since.get(a) ?? 0) - (since.get(b) ?? 0) || compareText(a, b));
    return id === undefined ? [] : [{ id, entity: entityId(id), first: since.get(id) ?? 1 }];
  });
}

/** The versions in which ids were minted, numbered from 1: in between, others may have published what is left out. */
export function renumbered(anchors: Iterable<Anchor>): readonly Anchor[] {
  const all = [...anchors];
  const versions = [...new Set(all.map(({ first }) => first))].sort((a, b) => a - b);
  const numbered = all.map((anchor) => ({ ...anchor, first: versions.indexOf(anchor.first) + 1 }));
  return numbered.sort((a, b) => compareText(a.id, b.id));
}
