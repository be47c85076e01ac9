import { latest } from '#graph-model/dates.ts';
import { GraphError } from '#graph-model/errors.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { PackedIds } from './packed-ids.ts';
import {
  classBits,
  kindRank,
  modalityRank,
  typeRank,
  type Projection,
  type ReadingColumns,
  type RelationColumns,
} from './projection.ts';

type Ends = { readonly id: string; readonly from: string; readonly to: string };

/**
 * Reads one data version into a projection: three scans in order of id. Gives way to other work between batches.
 * @throws GraphError STORE_BROKEN when a row names an entity that is not there.
 */
export async function buildProjection(reader: GraphReader): Promise<Projection> {
  const entities = new PackedIds(await reader.count('entity'));
  const kinds = new Uint8Array(await reader.count('entity'));
  for await (const batch of reader.scan('entity')) {
    for (const row of batch) {
      kinds[entities.length] = kindRank(row.kind);
      entities.push(row.id);
    }
  }
  const relations = await readRelations(reader, entities);
  const readings = await readReadings(reader, entities);
  const totals = await readTotals(reader);
  const halves = halfEdges(entities.length, relations);
  const parts = [kinds, relations.from, relations.to, relations.types, relations.modalities, relations.classes];
  const more = [relations.confidences, relations.ended, readings.from, readings.to, ...Object.values(halves)];
  let bytes = entities.byteLength + relations.ids.byteLength + readings.ids.byteLength;
  for (const array of [...parts, ...more]) bytes += array.byteLength;
  return { version: reader.version, entities, kinds, relations, readings, totals, bytes, ...halves };
}

async function readRelations(reader: GraphReader, entities: PackedIds): Promise<RelationColumns> {
  const count = await reader.count('relationship');
  const ids = new PackedIds(count);
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  const [types, modalities, ended] = [new Uint8Array(count), new Uint8Array(count), new Uint8Array(count)];
  // A bit a source class.
  const classes = new Uint16Array(count);
  const confidences = new Uint16Array(count);
  for await (const batch of reader.scan('relationship')) {
    for (const row of batch) {
      const at = ids.length;
      ids.push(row.id);
      [from[at], to[at]] = endsOf(row, entities);
      types[at] = typeRank(row.type);
      modalities[at] = modalityRank(row.modality);
      classes[at] = classBits(row.classes);
      confidences[at] = row.confidence;
      ended[at] = row.ended === true ? 1 : 0;
    }
  }
  return { ids, from, to, types, modalities, classes, confidences, ended };
}

/** A reading of an entity as itself is left by a merge: nothing to show. */
async function readReadings(reader: GraphReader, entities: PackedIds): Promise<ReadingColumns> {
  const rows: Ends[] = [];
  for await (const batch of reader.scan('reading')) rows.push(...batch.filter((row) => row.from !== row.to));
  const ids = new PackedIds(rows.length);
  const from = new Uint32Array(rows.length);
  const to = new Uint32Array(rows.length);
  rows.forEach((row, at) => {
    ids.push(row.id);
    [from[at], to[at]] = endsOf(row, entities);
  });
  return { ids, from, to };
}

/** Documents and tables: a note of the project is never counted among what was looked in. */
async function readTotals(reader: GraphReader): Promise<Projection['totals']> {
  let sources = 0;
  let newestSource: string | undefined;
  for await (const batch of reader.scan('source')) {
    for (const row of batch) {
      if (row.class === 'project_note') continue;
      sources++;
      if (newestSource === undefined || latest(row.date) > latest(newestSource)) newestSource = row.date;
    }
  }
  return { sources, newestSource };
}

function endsOf(row: Ends, entities: PackedIds): [number, number] {
  const from = entities.indexOf(row.from);
  const to = entities.indexOf(row.to);
  if (from < 0 || to < 0) throw new GraphError('STORE_BROKEN', { row: row.id, missing: from < 0 ? row.from : row.to });
  return [from, to];
}

type Halves = Pick<Projection, 'offsets' | 'neighbours' | 'rows' | 'sides'>;

/** Counting sort twice: by relationship, then (as a transposition, which keeps that order) by neighbour. */
function halfEdges(entityCount: number, relations: RelationColumns): Halves {
  const { from, to, types } = relations;
  const offsets = new Uint32Array(entityCount + 1);
  const bump = (entity: number) => (offsets[entity + 1] = (offsets[entity + 1] ?? 0) + 1);
  for (let row = 0; row < from.length; row++) {
    bump(from[row] ?? 0);
    bump(to[row] ?? 0);
  }
  for (let i = 0; i < entityCount; i++) offsets[i + 1] = (offsets[i + 1] ?? 0) + (offsets[i] ?? 0);
  const first = emptyHalves(offsets, from.length * 2);
  const putFirst = appender(first);
  for (let row = 0; row < from.length; row++) {
    const side = (types[row] ?? 0) * 2;
    // In this order the transposition leaves the two halves of a loop with the `from` side first.
    putFirst(to[row] ?? 0, from[row] ?? 0, row, side + 1);
    putFirst(from[row] ?? 0, to[row] ?? 0, row, side);
  }
  const sorted = emptyHalves(offsets, from.length * 2);
  const putSorted = appender(sorted);
  for (let entity = 0; entity < entityCount; entity++) {
    for (let half = offsets[entity] ?? 0; half < (offsets[entity + 1] ?? 0); half++) {
      putSorted(first.neighbours[half] ?? 0, entity, first.rows[half] ?? 0, (first.sides[half] ?? 0) ^ 1);
    }
  }
  return sorted;
}

function emptyHalves(offsets: Uint32Array, count: number): Halves {
  return { offsets, neighbours: new Uint32Array(count), rows: new Uint32Array(count), sides: new Uint8Array(count) };
}

function appender(halves: Halves): (entity: number, neighbour: number, row: number, side: number) => void {
  const next = halves.offsets.slice();
  return (entity, neighbour, row, side) => {
    const at = next[entity] ?? 0;
    next[entity] = at + 1;
    halves.neighbours[at] = neighbour;
    halves.rows[at] = row;
    halves.sides[at] = side;
  };
}
