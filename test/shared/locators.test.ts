import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { corpusDocuments, HAS_CORPUS, type CorpusDocument } from '#test/support/corpus.ts';

const FOLDER = fileURLToPath(new URL('../../data/gansu', import.meta.url));
/** As far as these checks read a `dataset.yml`. */
const Dataset = z.object({
  sources: z.array(z.object({ id: z.string(), class: z.string(), contentHash: z.string().optional() })),
});
const Rows = z.array(z.record(z.string(), z.string()));

describe.skipIf(!HAS_CORPUS || !existsSync(FOLDER))('data/gansu against the documents it was read from', () => {
  const documents = HAS_CORPUS ? corpusDocuments() : [];

  test('every document is a source, known by the hash of its bytes, and every hash is a document', () => {
    const hashes = sources().flatMap((source) => source.contentHash ?? []);
    expect(hashes.sort()).toStrictEqual(documents.map((document) => document.hash).sort());
  });

  test('every paragraph and every range that a row names is in its document', () => {
    const byId = new Map(
      sources().map(({ id, contentHash }) => [id, documents.find(({ hash }) => hash === contentHash)]),
    );
    const cited = rows().filter((row) => row['passage'] && byId.get(row['source'] ?? ''));
    expect(cited.length).toBeGreaterThan(20);
    const lost = cited.filter((row) => {
      const document = byId.get(row['source'] ?? '');
      return document && !holds(document, row['passage'] ?? '');
    });
    expect(lost.map((row) => `${row['source']} ${row['passage']}`)).toStrictEqual([]);
  });
});

function sources() {
  return Dataset.parse(parseYaml(readFileSync(join(FOLDER, 'dataset.yml'), 'utf8'))).sources;
}

function rows() {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  const tables = files.filter((file) => file.endsWith('.csv'));
  return tables.flatMap((file) => Rows.parse(parse(readFileSync(join(FOLDER, file)), { columns: true, bom: true })));
}

/** Does the document have the place `¶36` or `120-164` (UTF-16 units, end not included)? */
function holds(document: CorpusDocument, locator: string): boolean {
  const paragraph = /^¶(\d+)$/.exec(locator)?.[1];
  if (paragraph !== undefined) return document.paragraphs[Number(paragraph) - 1] !== undefined;
  const [, from, to] = /^(\d+)-(\d+)$/.exec(locator) ?? [];
  return from !== undefined && to !== undefined && Number(from) < Number(to) && Number(to) <= document.text.length;
}
