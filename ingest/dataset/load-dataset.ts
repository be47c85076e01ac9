import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PartialDate, latest } from '#graph-model/dates.ts';
import { type Source, identifySource } from '#graph-model/facts/source.ts';
import { didYouMean } from '#ingest/report/near.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import { checkTable } from './check-table.ts';
import { DatasetSpec, type SourceSpec } from './dataset-spec.ts';
import { decodeText } from './decode.ts';
import { type FileStamp, hashFile, isInside, unreadFiles } from './folder.ts';
import { reportSpecIssues } from './spec-issues.ts';
import { type TableSpec, tablesOf } from './table-spec.ts';
import { type YamlText, readYaml } from './yaml-text.ts';

/** A source with the text of its file, where the folder holds it. */
export type KnownSource = { readonly source: Source; readonly file?: string; readonly text?: string };

/** A data set folder whose dataset.yml holds: everything but its rows. */
export type Dataset = {
  readonly folder: string;
  readonly spec: DatasetSpec;
  readonly owner: string;
  /** In the order of dataset.yml. */
  readonly tables: readonly TableSpec[];
  readonly asOf: PartialDate;
  /** Sources by the word that tables use. */
  readonly sources: ReadonlyMap<string, KnownSource>;
  /** Every file that is read. */
  readonly files: readonly FileStamp[];
  readonly where: YamlText['where'];
};

export const DATASET_FILE = 'dataset.yml';
export const DECISIONS_FILE = 'decisions.jsonl';

/** Reads and checks dataset.yml and stamps the files it names. Whatever is wrong goes to the log; then undefined. */
export async function loadDataset(folder: string, log: IssueLog): Promise<Dataset | undefined> {
  const file = DATASET_FILE;
  if (!(await isInside(folder, file))) {
    log.add('FILE_MISSING', { file, value: file });
    return undefined;
  }
  const bytes = await readFile(join(folder, file));
  const text = decodeText(bytes, file, log);
  const yaml = text === undefined ? undefined : readYaml(text, file, log);
  if (!yaml) return undefined;
  const parsed = DatasetSpec.safeParse(yaml.value);
  if (!parsed.success) {
    reportSpecIssues(parsed.error.issues, yaml, file, log);
    return undefined;
  }

  const spec = parsed.data;
  const tables = tablesOf(spec.tables);
  checkNames(spec, tables, yaml, log);
  const files: FileStamp[] = [{ file, role: 'dataset', sha256: createHash('sha256').update(bytes).digest('hex') }];
  for (const table of tables) {
    if (!(await isInside(folder, table.file))) {
      log.add('FILE_MISSING', { file, ...yaml.where(table.filePath), value: table.file });
    } else files.push({ file: table.file, role: 'table', sha256: await hashFile(join(folder, table.file)) });
  }
  const sources = await loadSources(folder, spec, yaml, files, log);
  if (await isInside(folder, DECISIONS_FILE)) {
    files.push({ file: DECISIONS_FILE, role: 'decisions', sha256: await hashFile(join(folder, DECISIONS_FILE)) });
  }
  const read = new Set(files.map((stamp) => stamp.file));
  for (const unread of await unreadFiles(folder, read)) log.add('FILE_UNREAD', { file: unread, value: unread });
  if (log.errors > 0) return undefined;

  const lastDay = (source: SourceSpec) => latest(source.date);
  const asOf = spec.asOf ?? spec.sources.map(lastDay).reduce((a, b) => (a > b ? a : b));
  return { folder, spec, owner: `data/${spec.id}`, tables, asOf, sources, files, where: yaml.where };
}

/** Names given twice, and whatever the mappings of the tables have wrong. */
function checkNames(spec: DatasetSpec, tables: readonly TableSpec[], yaml: YamlText, log: IssueLog): void {
  const once = (list: readonly (readonly [string, readonly PropertyKey[]])[]) => {
    const first = new Map<string, number>();
    for (const [value, path] of list) {
      const at = yaml.where(path);
      const before = first.get(value);
      if (before === undefined) first.set(value, at.line);
      else log.add('NAMED_TWICE', { file: DATASET_FILE, ...at, value }, { first: before });
    }
  };
  const sources = spec.sources.map((source) => source.id);
  const scopes = spec.scopes.map((scope) => scope.id);
  once(sources.map((id, i) => [id, ['sources', i, 'id']]));
  once(scopes.map((id, i) => [id, ['scopes', i, 'id']]));
  once(tables.map((table) => [table.file, table.filePath]));
  once(spec.lookups.map((one, i) => [[one.table ?? '*', one.column, one.is].join(' '), ['lookups', i]]));
  const files = tables.map((table) => table.file);
  spec.lookups.forEach(({ table }, i) => {
    if (table === undefined || files.includes(table)) return;
    const place = { file: DATASET_FILE, ...yaml.where(['lookups', i, 'table']), value: table };
    const what = { zh: '所列的表', en: 'table listed here' };
    log.add('WORD_UNKNOWN', place, { what, near: didYouMean(table, files), known: files.join(' ') });
  });
  spec.tables.forEach((table, i) => {
    checkTable(table, { sources, scopes, log, where: (path) => yaml.where(['tables', i, ...path]) });
  });
}

async function loadSources(
  folder: string,
  spec: DatasetSpec,
  yaml: YamlText,
  files: FileStamp[],
  log: IssueLog,
): Promise<ReadonlyMap<string, KnownSource>> {
  const sources = new Map<string, KnownSource>();
  const byId = new Map<string, string>();
  for (const [i, { id: key, file, coverage: _coverage, ...described }] of spec.sources.entries()) {
    const at = (name: string) => ({ file: DATASET_FILE, ...yaml.where(['sources', i, name]) });
    let held: { sha256: string; text: string } | undefined;
    if (file !== undefined) {
      held = await loadNotes(folder, file, at('file'), files, log);
      if (!held) continue;
      if (described.contentHash !== undefined && described.contentHash !== held.sha256) {
        log.add('CONTENT_HASH_DIFFERS', { ...at('contentHash'), value: described.contentHash }, { file });
      }
    }
    const source = identifySource({ key, ...described, ...(held ? { contentHash: held.sha256 } : {}) });
    const other = byId.get(source.id);
    if (other !== undefined && other !== key) log.add('SOURCE_TWICE', { ...at('id'), value: key }, { other });
    byId.set(source.id, key);
    sources.set(key, { source, ...(file !== undefined && held ? { file, text: held.text } : {}) });
  }
  return sources;
}

async function loadNotes(
  folder: string,
  file: string,
  place: { file: string; line: number; column: number },
  files: FileStamp[],
  log: IssueLog,
): Promise<{ sha256: string; text: string } | undefined> {
  if (!(await isInside(folder, file))) {
    log.add('FILE_MISSING', { ...place, value: file });
    return undefined;
  }
  const bytes = await readFile(join(folder, file));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (!files.some((stamp) => stamp.file === file)) files.push({ file, role: 'notes', sha256 });
  const text = decodeText(bytes, file, log);
  return text === undefined ? undefined : { sha256, text };
}
