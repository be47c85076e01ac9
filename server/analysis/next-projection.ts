import { sortedUnique } from '#graph-model/text.ts';
import { assembled, emptyReadings, emptyRelations, endMissing, pushReading, pushRelation } from './columns.ts';
import { allGone, GONE, type Moved } from './moved.ts';
import { nextHalves } from './next-halves.ts';
import { PackedIds } from './packed-ids.ts';
import type { ProjectionChanges, RowChanges } from './projection-changes.ts';
import { kindRank, type Projection, type ReadingColumns, type RelationColumns } from './projection.ts';
import { Turns } from './turns.ts';

/**
 * The projection of a later version from an earlier one and what changed since: array by array what buildProjection
 * reads for it. Arrays that did not change are shared. Gives way to other work on the way.
 * @throws GraphError STORE_BROKEN when a row names an entity that is not there
 */
export async function nextProjection(base: Projection, changes: ProjectionChanges): Promise<Projection> {
  const turns = new Turns();
  const { version, totals } = changes;
  const { entities, kinds, moved } = await nextEntities(base, changes.entities, turns);
  const ends = { entities, moved, were: base.entities, turns };
  const { relations, moves } = await nextRelations(base.relations, changes.relations, ends);
  const readings = await nextReadings(base.readings, changes.readings, ends);
  const halves = moves === undefined ? base : await nextHalves(base, relations, entities.length, moved, moves, turns);
  return assembled({ version, entities, kinds, relations, readings, totals }, halves);
}

type Ends = {
  readonly entities: PackedIds;
  readonly moved: Moved;
  /** The entities as they were. */
  readonly were: PackedIds;
  readonly turns: Turns;
};

async function nextEntities(base: Projection, changes: RowChanges<'entity'>, turns: Turns) {
  if (changes.size === 0) return { entities: base.entities, kinds: base.kinds, moved: undefined };
  const edits = editsOf(base.entities, changes);
  const entities = new PackedIds(countAfter(base.entities, edits));
  const kinds = new Uint8Array(countAfter(base.entities, edits));
  const moved = allGone(base.entities.length);
  await merge(base.entities, edits, turns, {
    keep(start, end) {
      const at = entities.length;
      kinds.set(base.kinds.subarray(start, end), at);
      for (let old = start; old < end; old++) moved[old] = at + old - start;
      entities.append(base.entities, start, end);
    },
    add(row, old) {
      if (old !== undefined) moved[old] = entities.length;
      kinds[entities.length] = kindRank(row.kind);
      entities.push(row.id);
    },
  });
  return { entities, kinds, moved };
}

const CARRIED = ['types', 'modalities', 'classes', 'confidences', 'ended', 'starts', 'ends'] as const;

async function nextRelations(base: RelationColumns, changes: RowChanges<'relationship'>, ends: Ends) {
  if (changes.size === 0 && ends.moved === undefined) return { relations: base, moves: undefined };
  const edits = editsOf(base.ids, changes);
  const relations = emptyRelations(countAfter(base.ids, edits));
  const rows = allGone(base.ids.length);
  const added: number[] = [];
  await merge(base.ids, edits, ends.turns, {
    keep(start, end) {
      const at = relations.ids.length;
      for (const name of CARRIED) relations[name].set(base[name].subarray(start, end), at);
      for (let old = start; old < end; old++) rows[old] = at + old - start;
      keepEnds(base, relations, start, end, ends);
    },
    add(row) {
      added.push(relations.ids.length);
      pushRelation(relations, row, ends.entities);
    },
  });
  return { relations, moves: { rows, added } };
}

async function nextReadings(base: ReadingColumns, changes: RowChanges<'reading'>, ends: Ends) {
  if (changes.size === 0 && ends.moved === undefined) return base;
  const edits = editsOf(base.ids, changes);
  const readings = emptyReadings(countAfter(base.ids, edits));
  await merge(base.ids, edits, ends.turns, {
    keep: (start, end) => keepEnds(base, readings, start, end, ends),
    add: (row) => pushReading(readings, row, ends.entities),
  });
  return readings;
}

function keepEnds(base: ReadingColumns, into: ReadingColumns, start: number, end: number, { moved, were }: Ends): void {
  const at = into.ids.length;
  into.ids.append(base.ids, start, end);
  for (const side of ['from', 'to'] as const) {
    const [ends, next] = [base[side], into[side]];
    if (moved === undefined) next.set(ends.subarray(start, end), at);
    else {
      for (let row = start; row < end; row++) {
        const entity = moved[ends[row] ?? 0] ?? GONE;
        if (entity === GONE) throw endMissing(base.ids.at(row), were.at(ends[row] ?? 0));
        next[at + row - start] = entity;
      }
    }
  }
}

/** One place of a sorted list where it changes: a row that goes, one that comes, or both. */
type Edit<Row> = { readonly at: number; readonly drops: boolean; readonly row: Row | undefined };

function editsOf<Row>(ids: PackedIds, changes: ReadonlyMap<string, Row | undefined>): Edit<Row>[] {
  return sortedUnique(changes.keys()).map((id) => {
    const at = ids.rank(id);
    return { at, drops: at < ids.length && ids.at(at) === id, row: changes.get(id) };
  });
}

function countAfter<Row>(ids: PackedIds, edits: readonly Edit<Row>[]): number {
  return edits.reduce((count, { drops, row }) => count - Number(drops) + Number(row !== undefined), ids.length);
}

type Merging<Row> = {
  /** Takes over the old rows from `start` up to `end`. */
  keep(start: number, end: number): void;
  /** @param old the index of the row that it replaces */
  add(row: Row, old: number | undefined): void;
};

async function merge<Row>(ids: PackedIds, edits: readonly Edit<Row>[], turns: Turns, { keep, add }: Merging<Row>) {
  let next = 0;
  for (const { at, drops, row } of edits) {
    for await (const [start, end] of turns.slices(next, at)) keep(start, end);
    if (row !== undefined) add(row, drops ? at : undefined);
    next = drops ? at + 1 : at;
  }
  for await (const [start, end] of turns.slices(next, ids.length)) keep(start, end);
}
