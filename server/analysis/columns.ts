import { GraphError } from '#graph-model/errors.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { Halves } from './half-edges.ts';
import { firstDay, lastDay, NO_END } from './day-number.ts';
import { PackedIds } from './packed-ids.ts';
import {
  classBits,
  modalityRank,
  typeRank,
  type Projection,
  type ReadingColumns,
  type RelationColumns,
} from './projection.ts';

export type Ends = { readonly id: string; readonly from: string; readonly to: string };

/** What a projection keeps of a relationship. */
export type KeptRelation = Ends &
  Pick<RowOf<'relationship'>, 'type' | 'modality' | 'classes' | 'confidence' | 'ended' | 'validFrom' | 'validTo'>;

export function emptyRelations(count: number): RelationColumns {
  return {
    ...emptyReadings(count),
    types: new Uint8Array(count),
    modalities: new Uint8Array(count),
    classes: new Uint16Array(count),
    confidences: new Uint16Array(count),
    ended: new Uint8Array(count),
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
  };
}

export function emptyReadings(count: number): ReadingColumns {
  return { ids: new PackedIds(count), from: new Uint32Array(count), to: new Uint32Array(count) };
}

/** Adds a relationship after all others. @throws GraphError STORE_BROKEN when it names an entity that is not there */
export function pushRelation(into: RelationColumns, row: KeptRelation, entities: PackedIds): void {
  const at = into.ids.length;
  pushReading(into, row, entities);
  into.types[at] = typeRank(row.type);
  into.modalities[at] = modalityRank(row.modality);
  into.classes[at] = classBits(row.classes);
  into.confidences[at] = row.confidence;
  into.ended[at] = row.ended === true ? 1 : 0;
  into.starts[at] = row.validFrom === undefined ? 0 : firstDay(row.validFrom);
  into.ends[at] = row.validTo === undefined ? NO_END : lastDay(row.validTo);
}

/** Adds a reading after all others. @throws GraphError STORE_BROKEN when it names an entity that is not there */
export function pushReading(into: ReadingColumns, row: Ends, entities: PackedIds): void {
  const at = into.ids.length;
  const [from, to] = [entities.indexOf(row.from), entities.indexOf(row.to)];
  if (from < 0 || to < 0) throw endMissing(row.id, from < 0 ? row.from : row.to);
  into.ids.push(row.id);
  into.from[at] = from;
  into.to[at] = to;
}

export function endMissing(row: string, missing: string): GraphError {
  return new GraphError('STORE_BROKEN', { row, missing });
}

/** A reading of an entity as itself is left by a merge: nothing to show. */
export function isShown(reading: Ends): boolean {
  return reading.from !== reading.to;
}

type Columns = Pick<Projection, 'version' | 'entities' | 'kinds' | 'relations' | 'readings' | 'totals'>;

/** Puts the parts of a projection together. */
export function assembled(columns: Columns, halves: Halves): Projection {
  const { entities, kinds, relations, readings } = columns;
  const { offsets, neighbours, rows, sides } = halves;
  const sized = [
    [entities, kinds, offsets, neighbours, rows, sides],
    Object.values(relations),
    Object.values(readings),
  ].flat();
  const bytes = sized.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return { ...columns, bytes, offsets, neighbours, rows, sides };
}
