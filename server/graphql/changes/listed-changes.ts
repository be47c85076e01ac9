import { rowOf } from '#server/analysis/changes/changes.ts';
import type { ChangeList, ListedChange, ListedChanges, WithEntities } from '#server/analysis/changes/change-list.ts';
import type { ToldTable } from '#server/analysis/changes/aspects.ts';
import type { Told } from '#server/analysis/changes/told.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { View } from '../view.ts';
import { readChanges } from './read-changes.ts';

/** What changed between two versions, kept for the pages that follow, without the rows: those are read by the page. */
export async function listedChanges(before: View, now: View): Promise<ListedChanges> {
  const key = String(before.version);
  const known = now.kept?.changes.get(now.version, key);
  if (known !== undefined) return known;
  const list = withoutRows(await readChanges(before, now));
  now.kept?.changes.set(now.version, key, list);
  return list;
}

/** The kinds of all entities that the changes are about, as the later version has them, or else the earlier. */
export async function kindsIn(list: ListedChanges, before: View, now: View): Promise<ReadonlyMap<string, Kind>> {
  const key = String(before.version);
  const known = now.kept?.changedKinds.get(now.version, key);
  if (known !== undefined) return known;
  const ids = new Set(list.changes.flatMap(({ entities }) => entities));
  const today = await now.reader.get('entity', ids);
  const gone = [...ids].filter((id) => !today.has(id));
  const then = await before.reader.get('entity', gone);
  const kinds = new Map([...today.values(), ...then.values()].map(({ id, kind }) => [id as string, kind]));
  now.kept?.changedKinds.set(now.version, key, kinds);
  return kinds;
}

/** Some changes with their rows, in the order given. */
export async function withRows(
  some: readonly ListedChange[],
  before: View,
  now: View,
): Promise<readonly WithEntities[]> {
  const [then, today] = await Promise.all([rowsAt(before, some, 'before'), rowsAt(now, some, 'after')]);
  return some.map(({ table, change, aspects, version, reason, other, before: old, after: fresh, entities }) => ({
    told: {
      table,
      change,
      aspects,
      ...(version !== undefined && { version }),
      ...(reason !== undefined && { reason }),
      ...(other !== undefined && { other }),
      ...(old !== undefined && { before: then.get(`${table} ${old}`) }),
      ...(fresh !== undefined && { after: today.get(`${table} ${fresh}`) }),
    } as Told,
    entities,
  }));
}

function withoutRows({ changes, cuts }: ChangeList): ListedChanges {
  // The same ids stand in many rows, each time as a text of its own.
  const texts = new Map<string, string>();
  const once = (text: string): string => {
    const known = texts.get(text) ?? text;
    texts.set(known, known);
    return known;
  };
  const listed = changes.map(({ told, entities }): ListedChange => {
    const { before, after, other, ...rest } = told;
    return {
      ...rest,
      ...(before !== undefined && { before: once(before.id) }),
      ...(after !== undefined && { after: once(after.id) }),
      ...(other !== undefined && { other }),
      ...(told.table === 'relationship' && { type: (rowOf(told) as RowOf<'relationship'>).type }),
      entities: entities.map(once),
    };
  });
  return { changes: listed, cuts };
}

async function rowsAt(at: View, some: readonly ListedChange[], side: 'before' | 'after') {
  const ids = new Map<ToldTable, string[]>();
  for (const { table, [side]: id } of some) if (id !== undefined) ids.set(table, [...(ids.get(table) ?? []), id]);
  const rows = new Map<string, RowOf<ToldTable>>();
  for (const [table, wanted] of ids) {
    for (const [id, row] of await at.reader.get(table, wanted)) rows.set(`${table} ${id}`, row);
  }
  return rows;
}
