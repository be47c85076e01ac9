import { recordsDecided } from '#graph-model/derive/decisions.ts';
import type { EntityId, RecordId } from '#graph-model/ids.ts';
import { recordsOf } from '#graph-model/facts/statement.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { canonicalJson } from '#graph-model/text.ts';
import { differingAspects, type ToldTable } from '#server/analysis/changes/aspects.ts';
import {
  BOUNDS,
  type Bounds,
  type ChangeList,
  type Cut,
  type WithEntities,
} from '#server/analysis/changes/change-list.ts';
import { changesBetween, type Nets } from '#server/analysis/changes/changes.ts';
import { counterpartIds, type Counterparts } from '#server/analysis/changes/facts-changed.ts';
import { movesOf, type FactTable, type Moves } from '#server/analysis/changes/moves.ts';
import { netOf, type Net } from '#server/analysis/changes/net.ts';
import type { Told } from '#server/analysis/changes/told.ts';
import type { View } from '../view.ts';
import { firstNets } from './first-nets.ts';

/** Entities of records, and records of decisions. */
type Named = {
  readonly entityOf: ReadonlyMap<RecordId, EntityId>;
  readonly decided: ReadonlyMap<string, readonly RecordId[]>;
};

const TABLES: readonly ToldTable[] = [
  'entity',
  'relationship',
  'attribute',
  'indicator',
  'name',
  'source',
  'coverage',
  'decision',
];

/** What changed between two versions, read off the rows that opened and closed between them. */
export async function readChanges(before: View, now: View, bounds = BOUNDS): Promise<ChangeList> {
  const cuts: Cut[] = [];
  const nets: Partial<Record<ToldTable, readonly Net<ToldTable>[]>> = {};
  for (const table of TABLES) nets[table] = await readNets(before, now, table, bounds, cuts);
  return { changes: await tell(before, now, nets as unknown as Nets), cuts };
}

async function readNets<T extends ToldTable>(
  before: View,
  now: View,
  table: T,
  bounds: Bounds,
  cuts: Cut[],
): Promise<readonly Net<T>[]> {
  const rows = await now.reader.changes(table, bounds.rows, before.version);
  if (Math.max(rows.opened.length, rows.closed.length) <= bounds.rows) {
    return netOf(rows, before.version, (a, b) => differingAspects(table, a, b).length === 0);
  }
  const first = await firstNets(before.reader, now.reader, table, bounds.listed, bounds.looked);
  if (!first.whole) {
    const [then, today] = await Promise.all([before.reader.count(table), now.reader.count(table)]);
    cuts.push({ table, before: then, after: today, listed: first.nets.length });
  }
  return first.nets;
}

async function tell(before: View, now: View, nets: Nets): Promise<readonly WithEntities[]> {
  const redirects = await now.reader.changes('redirect', Infinity, before.version);
  const moves = movesOf(netOf(redirects, before.version, (a, b) => canonicalJson(a) === canonicalJson(b)));
  const [relationship, attribute, indicator] = await Promise.all([
    readCounterparts(before, now, 'relationship', nets, moves),
    readCounterparts(before, now, 'attribute', nets, moves),
    readCounterparts(before, now, 'indicator', nets, moves),
  ]);
  const decided = await readDecided(before, now, nets);
  const entityOf = await readEntities(before, now, nets, decided, moves);
  const sourceKeys = new Map(
    nets.source.map(({ before: then, after }) => {
      const row = (after ?? then) as NonNullable<typeof after>;
      return [row.id as string, row.key];
    }),
  );
  const counterparts = { relationship, attribute, indicator };
  const told = changesBetween({ nets, moves, counterparts, entityOf, sourceKeys });
  return told.map((one) => ({ told: one, entities: entitiesOf(one, moves, { entityOf, decided }) }));
}

async function readCounterparts<T extends FactTable>(
  before: View,
  now: View,
  table: T,
  nets: Nets,
  moves: Moves,
): Promise<Counterparts<T>> {
  const ids = counterpartIds(table, nets[table] as readonly Net<T>[], moves);
  return { later: await now.reader.get(table, ids.later), earlier: await before.reader.get(table, ids.earlier) };
}

/** The records that each changed decision is about: of one about a statement, those that the statement names. */
async function readDecided(
  before: View,
  now: View,
  { decision }: Nets,
): Promise<ReadonlyMap<string, readonly RecordId[]>> {
  const rows = decision.map((net) => (net.after ?? net.before) as RowOf<'decision'>);
  const ids = rows.flatMap(({ statement }) => statement ?? []);
  const [then, today] = await Promise.all([before.reader.get('statement', ids), now.reader.get('statement', ids)]);
  return new Map(
    rows.map((row) => {
      const told = row.statement === undefined ? undefined : (today.get(row.statement) ?? then.get(row.statement));
      return [row.id as string, told === undefined ? recordsDecided(row.decision) : recordsOf(told.statement)];
    }),
  );
}

/** What the records that changed coverage and decisions name are part of. */
async function readEntities(
  before: View,
  now: View,
  { coverage }: Nets,
  decided: ReadonlyMap<string, readonly RecordId[]>,
  moves: Moves,
): Promise<ReadonlyMap<RecordId, EntityId>> {
  const records = new Set<RecordId>([...decided.values()].flat());
  for (const net of coverage) {
    for (const row of [net.before, net.after]) if (row !== undefined) records.add(row.subject).add(row.place);
  }
  const [then, today] = await Promise.all([before.reader.get('record', records), now.reader.get('record', records)]);
  const entities = new Map<RecordId, EntityId>();
  for (const { id, entity } of then.values()) entities.set(id, moves.later(entity));
  for (const { id, entity } of today.values()) entities.set(id, entity);
  return entities;
}

/** What it is about, as it is called later. Of what merged or split off, both sides by their own ids. */
function entitiesOf(told: Told, moves: Moves, named: Named): readonly string[] {
  if (told.table === 'entity') {
    const row = told.after ?? told.before;
    return [...(row === undefined ? [] : [row.id]), ...(told.other === undefined ? [] : [told.other])];
  }
  return [...new Set([...entitiesIn(told, 'before', named), ...entitiesIn(told, 'after', named)].map(moves.later))];
}

function entitiesIn(told: Exclude<Told, { table: 'entity' }>, side: 'before' | 'after', named: Named): EntityId[] {
  const entitiesOfAll = (records: readonly RecordId[]) => records.flatMap((id) => named.entityOf.get(id) ?? []);
  if (told[side] === undefined) return [];
  switch (told.table) {
    case 'relationship': {
      const { from, to, context } = told[side];
      return [from, to, ...(context === undefined ? [] : [context])];
    }
    case 'coverage':
      return entitiesOfAll([told[side].subject, told[side].place]);
    case 'decision':
      return entitiesOfAll(named.decided.get(told[side].id) ?? []);
    case 'source':
      return [];
    default:
      return [told[side].entity];
  }
}
