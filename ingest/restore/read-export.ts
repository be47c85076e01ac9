import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { GraphError } from '#graph-model/errors.ts';
import type { Passage } from '#graph-model/facts/passage.ts';
import { type RowOf, TABLES, type Table } from '#graph-model/rows.ts';
import { recordOnly } from '#graph-model/store/whole-version.ts';
import type { InputChanges } from '../publish/input-changes.ts';

/** What of an export is read back; the rest follows from it. */
const READ = {
  source: 'sources.jsonl',
  scope: 'scopes.jsonl',
  coverage: 'coverage.jsonl',
  passage: 'passages.jsonl',
  record: 'records.jsonl',
  statement: 'statements.jsonl',
  evidence: 'evidence.jsonl',
  decision: 'decisions.jsonl',
  anchor: 'anchors.jsonl',
  redirect: 'redirects.jsonl',
} as const satisfies { [T in Table]?: string };

const Manifest = z.object({
  format: z.literal(1),
  version: z.int(),
  visibility: z.enum(['public', 'internal']),
  files: z.record(z.string(), z.object({ rows: z.int(), sha256: z.string() })),
});
export type ExportFolder = { readonly manifest: z.infer<typeof Manifest>; readonly inputs: InputChanges };

/** The name by which a folder shows that it is an export: written last, so a cut-off export has none. */
export const MANIFEST = 'manifest.json';

/**
 * An export as the inputs of a first publication: everything a store needs to derive the same rows under the same ids.
 * @throws GraphError DATA_REFUSED naming file, line and cause
 */
export async function readExport(folder: string): Promise<ExportFolder> {
  const manifest = await readManifest(folder);
  const read = <T extends keyof typeof READ>(table: T) => readRows(folder, manifest, table);
  const [sources, coverage, passages, records] = [
    await read('source'),
    await read('coverage'),
    await read('passage'),
    await read('record'),
  ];
  const statements = (await read('statement')).map(({ statement }) => statement);
  const inputs: InputChanges = {
    source: { open: sources, close: [] },
    scope: { open: await read('scope'), close: [] },
    coverage: { open: coverage, close: [] },
    evidence: { open: await read('evidence'), close: [] },
    decision: { open: await read('decision'), close: [] },
    statements: new Map(statements.map((each) => [each.id, each])),
    records: new Map(records.map((row) => [row.id, recordOnly(row)])),
    passages: new Map(passages.map((each: Passage) => [each.id, each])),
    anchors: await read('anchor'),
    redirects: await read('redirect'),
  };
  return { manifest, inputs };
}

async function readManifest(folder: string): Promise<z.infer<typeof Manifest>> {
  const parsed = Manifest.safeParse(JSON.parse(await readFile(path.join(folder, MANIFEST), 'utf8')));
  if (!parsed.success) {
    throw new GraphError('DATA_REFUSED', { file: MANIFEST, cause: z.prettifyError(parsed.error) });
  }
  return parsed.data;
}

async function readRows<T extends keyof typeof READ>(
  folder: string,
  manifest: z.infer<typeof Manifest>,
  table: T,
): Promise<RowOf<T>[]> {
  const file = READ[table];
  const bytes = await readFile(path.join(folder, file));
  if (createHash('sha256').update(bytes).digest('hex') !== manifest.files[file]?.sha256) {
    throw new GraphError('DATA_REFUSED', { file, cause: '内容与 manifest.json 的校验和不符 / checksum differs' });
  }
  const schema = TABLES[table].schema as unknown as z.ZodType<RowOf<T>>;
  const lines = bytes.toString('utf8').split('\n').slice(0, -1);
  return lines.map((line, index) => {
    const parsed = schema.safeParse(JSON.parse(line));
    if (!parsed.success) {
      throw new GraphError('DATA_REFUSED', { file, line: index + 1, cause: z.prettifyError(parsed.error) });
    }
    return parsed.data;
  });
}
