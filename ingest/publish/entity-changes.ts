import { entityNames, entityRow } from '#graph-model/derive/entity-names.ts';
import { keepRedirects } from '#graph-model/derive/entities.ts';
import { readings } from '#graph-model/derive/readings.ts';
import type { EntityId, RecordId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import type { Ahead } from './inputs-ahead.ts';
import type { FactChanges } from './fact-changes.ts';
import type { Resolution } from './resolution.ts';

/** Rows that should stand for some entities, beside those that stand now: what differs is the change. */
export type EntityChanges = {
  readonly entities: Side<'entity'>;
  readonly names: Side<'name'>;
  readonly redirects: Side<'redirect'>;
  readonly readings: Side<'reading'>;
};

export type Side<T extends 'entity' | 'name' | 'redirect' | 'reading'> = {
  readonly before: readonly RowOf<T>[];
  readonly after: readonly RowOf<T>[];
};

export async function entityChanges(ahead: Ahead, resolution: Resolution, facts: FactChanges): Promise<EntityChanges> {
  const { reader } = ahead;
  const resolved = new Set<EntityId>();
  for (const rows of [resolution.before, resolution.after])
    for (const { entity } of rows.values()) resolved.add(entity);
  const entities = new Set(resolved);
  const goneAttributes = await reader.get('attribute', facts.gone.keys());
  for (const row of [...facts.attributes, ...goneAttributes.values()])
    if (row.name === 'name') entities.add(row.entity);

  const records = await recordsByEntity(reader, entities, resolution);
  const attributes = await attributesByEntity(reader, entities, facts);
  const names: RowOf<'name'>[] = [];
  const rows: RowOf<'entity'>[] = [];
  for (const entity of entities) {
    const members = records.get(entity);
    if (members === undefined) continue;
    const own = entityNames(entity, members, attributes.get(entity) ?? []);
    names.push(...own);
    rows.push(entityRow(entity, (members[0] as RowOf<'record'>).kind, own));
  }
  const nowEntities = await reader.get('entity', entities);
  return {
    entities: { before: [...nowEntities.values()], after: rows },
    names: { before: await reader.find('name', 'entity', entities), after: names },
    redirects: await redirectSides(ahead, resolved, resolution),
    readings: await readingSides(ahead, resolved, resolution),
  };
}

async function recordsByEntity(
  reader: GraphReader,
  entities: ReadonlySet<EntityId>,
  { after, before }: Resolution,
): Promise<ReadonlyMap<EntityId, readonly RowOf<'record'>[]>> {
  const stayed = (await reader.find('record', 'entity', entities)).filter(({ id }) => !before.has(id));
  const byEntity = new Map<EntityId, RowOf<'record'>[]>();
  for (const row of [...after.values(), ...stayed]) {
    const known = byEntity.get(row.entity);
    if (known === undefined) byEntity.set(row.entity, [row]);
    else known.push(row);
  }
  return byEntity;
}

async function attributesByEntity(
  reader: GraphReader,
  entities: ReadonlySet<EntityId>,
  facts: FactChanges,
): Promise<ReadonlyMap<EntityId, readonly RowOf<'attribute'>[]>> {
  const after = new Map<string, RowOf<'attribute'>>();
  for (const row of await reader.find('attribute', 'entity', entities)) after.set(row.id, row);
  for (const id of facts.gone.keys()) after.delete(id);
  for (const row of facts.attributes) after.set(row.id, row);
  const byEntity = new Map<EntityId, RowOf<'attribute'>[]>();
  for (const row of after.values()) byEntity.set(row.entity, [...(byEntity.get(row.entity) ?? []), row]);
  return byEntity;
}

async function redirectSides(
  { reader, inputs }: Ahead,
  resolved: ReadonlySet<EntityId>,
  { redirects, after }: Resolution,
): Promise<Side<'redirect'>> {
  const from = await reader.get('redirect', [...resolved, ...redirects.map(({ id }) => id)]);
  const to = await reader.find('redirect', 'to', resolved);
  const now = new Map([...from.values(), ...to].map((row) => [row.id, row]));
  const brought = inputs.redirects ?? [];
  const elsewhere = await reader.get(
    'entity',
    brought.flatMap(({ id, to }) => [id, to]),
  );
  const alive = new Set<string>([...elsewhere.keys()].filter((id) => !resolved.has(id as EntityId)));
  for (const { entity } of after.values()) alive.add(entity);
  return {
    before: [...now.values()],
    after: keepRedirects(redirects, [...brought, ...now.values()], (id) => alive.has(id)),
  };
}

/** Readings that start or end at these entities; every decision about their records is in the resolution. */
async function readingSides(
  ahead: Ahead,
  resolved: ReadonlySet<EntityId>,
  { after, before, decisions }: Resolution,
): Promise<Side<'reading'>> {
  const { reader } = ahead;
  const [from, to] = [await reader.find('reading', 'from', resolved), await reader.find('reading', 'to', resolved)];
  const now = new Map([...from, ...to].map((row) => [row.id, row]));
  const outside = decisions
    .flatMap(({ left, right }) => [left, right])
    .filter((id) => !before.has(id) && !after.has(id));
  const rows = await reader.get('record', outside);
  const entityOf = (id: RecordId) => after.get(id)?.entity ?? (before.has(id) ? undefined : rows.get(id)?.entity);
  return { before: [...now.values()], after: readings(decisions, entityOf) };
}
