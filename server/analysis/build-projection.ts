import { latest } from '#graph-model/dates.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { assembled, emptyReadings, emptyRelations, isShown, pushReading, pushRelation } from './columns.ts';
import { halfEdges } from './half-edges.ts';
import { PackedIds } from './packed-ids.ts';
import { kindRank, type Projection, type ReadingColumns, type RelationColumns } from './projection.ts';
import { Turns } from './turns.ts';

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
  const halves = await halfEdges(entities.length, relations, new Turns());
  return assembled({ version: reader.version, entities, kinds, relations, readings, totals }, halves);
}

async function readRelations(reader: GraphReader, entities: PackedIds): Promise<RelationColumns> {
  const relations = emptyRelations(await reader.count('relationship'));
  for await (const batch of reader.scan('relationship')) {
    for (const row of batch) pushRelation(relations, row, entities);
  }
  return relations;
}

async function readReadings(reader: GraphReader, entities: PackedIds): Promise<ReadingColumns> {
  const rows: RowOf<'reading'>[] = [];
  for await (const batch of reader.scan('reading')) rows.push(...batch.filter(isShown));
  const readings = emptyReadings(rows.length);
  for (const row of rows) pushReading(readings, row, entities);
  return readings;
}

/** Documents and tables: a note of the project is never counted among what was looked in. */
export async function readTotals(reader: GraphReader): Promise<Projection['totals']> {
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
