import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { KINDS } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIPS } from '#graph-model/ontology/relationships.ts';
import { MODALITIES } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf, Table } from '#graph-model/rows.ts';
import { csvText } from './csv.ts';
import type { ExportRows } from './export-rows.ts';

const RELATIONSHIP_COLUMNS =
  'id,type,modality,关系,状态,from,从,to,到,地点或产品,限定,validFrom,validTo,confidence,publishers,dispute,出处'.split(
    ',',
  );

/**
 * entities.csv and relationships.csv for spreadsheets: UTF-8 with BOM, CRLF, formulas guarded by an apostrophe, each
 * row with the sources behind it.
 */
export async function writeTables(folder: string, from: ExportRows): Promise<void> {
  const entities = await byId(from, 'entity');
  const sources = await sourcesByFact(from);
  const lines = [...entities.values()].map(({ id, kind, name }) => [id, kind, KINDS[kind].zh, name]);
  await writeCsv(path.join(folder, 'entities.csv'), ['id', 'kind', '类别', '名称'], lines);
  const nameOf = (id: string | undefined) => (id === undefined ? '' : (entities.get(id)?.name ?? ''));
  const facts: (string | number)[][] = [];
  for await (const rows of from.rows('relationship')) {
    for (const row of rows) {
      const readings = [RELATIONSHIPS[row.type].label.zh, MODALITIES[row.modality].zh];
      const details = [...row.identity, ...row.details].map(({ name, value }) => `${name}=${value}`).join('; ');
      const support = [row.confidence, row.publishers, row.dispute ?? '', sources.get(row.id) ?? ''];
      const ends = [row.from, nameOf(row.from), row.to, nameOf(row.to), nameOf(row.context)];
      const validity = [row.validFrom ?? '', row.validTo ?? ''];
      facts.push([row.id, row.type, row.modality, ...readings, ...ends, details, ...validity, ...support]);
    }
  }
  await writeCsv(path.join(folder, 'relationships.csv'), RELATIONSHIP_COLUMNS, facts);
}

/** `title date locator` of every supporting passage, by fact. */
async function sourcesByFact(from: ExportRows): Promise<ReadonlyMap<string, string>> {
  const sources = await byId(from, 'source');
  const passages = await byId(from, 'passage');
  const factOf = new Map<string, string>();
  for await (const rows of from.rows('statement')) for (const { id, fact } of rows) factOf.set(id, fact);
  const cited = new Map<string, Set<string>>();
  for await (const rows of from.rows('evidence')) {
    for (const { statement, passage, source, stance } of rows) {
      const fact = factOf.get(statement);
      const { title, date } = sources.get(source) ?? { title: '', date: '' };
      if (fact === undefined || stance !== 'supports') continue;
      const citation = `${title} ${date} ${passages.get(passage)?.locator ?? ''}`;
      cited.set(fact, (cited.get(fact) ?? new Set()).add(citation));
    }
  }
  return new Map([...cited].map(([fact, citations]) => [fact, [...citations].join('; ')]));
}

async function byId<T extends Table>(from: ExportRows, table: T): Promise<ReadonlyMap<string, RowOf<T>>> {
  const found = new Map<string, RowOf<T>>();
  for await (const rows of from.rows(table)) for (const row of rows) found.set(row.id, row);
  return found;
}

async function writeCsv(file: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]) {
  await writeFile(file, csvText([head, ...rows].map((cells) => cells.map(String))));
}
