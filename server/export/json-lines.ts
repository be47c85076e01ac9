import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Table } from '#graph-model/rows.ts';
import type { Run } from '#graph-model/store/port.ts';
import { canonicalJson } from '#graph-model/text.ts';
import type { ExportRows } from './export-rows.ts';

/** The files of an export, in the order they are written. */
const FILES = {
  'sources.jsonl': 'source',
  'scopes.jsonl': 'scope',
  'coverage.jsonl': 'coverage',
  'passages.jsonl': 'passage',
  'records.jsonl': 'record',
  'statements.jsonl': 'statement',
  'evidence.jsonl': 'evidence',
  'decisions.jsonl': 'decision',
  'anchors.jsonl': 'anchor',
  'entities.jsonl': 'entity',
  'redirects.jsonl': 'redirect',
  'names.jsonl': 'name',
  'relationships.jsonl': 'relationship',
  'attributes.jsonl': 'attribute',
  'indicators.jsonl': 'indicator',
  'readings.jsonl': 'reading',
} as const satisfies Record<string, Table>;

export const EXPORT_FORMAT = 1;

export type ExportManifest = {
  readonly format: typeof EXPORT_FORMAT;
  readonly version: number;
  readonly visibility: string;
  readonly runs: readonly Run[];
  readonly files: { readonly [name: string]: { readonly rows: number; readonly sha256: string } };
};

/**
 * Writes every table as JSON Lines: one canonical JSON value a line, in order of id, no clock and no path, so that equal
 * data give equal bytes. The manifest is written last: a folder without one is not an export.
 */
export async function writeJsonLines(
  folder: string,
  from: ExportRows,
  about: Omit<ExportManifest, 'format' | 'files'>,
): Promise<ExportManifest> {
  const files: Record<string, { rows: number; sha256: string }> = {};
  for (const [name, table] of Object.entries(FILES)) files[name] = await writeTable(folder, name, table, from);
  const manifest = { format: EXPORT_FORMAT, ...about, files } as const;
  await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function writeTable(folder: string, name: string, table: Table, from: ExportRows) {
  const target = path.join(folder, name);
  const file: FileHandle = await open(`${target}.part`, 'w');
  const hash = createHash('sha256');
  let rows = 0;
  try {
    for await (const batch of from.rows(table)) {
      const text = batch.map((row) => `${canonicalJson(row)}\n`).join('');
      rows += batch.length;
      hash.update(text);
      await file.write(text);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${target}.part`, target);
  return { rows, sha256: hash.digest('hex') };
}
