import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GraphStore } from '#graph-model/store/port.ts';
import { wholeVersion } from '#server/export/export-rows.ts';
import { writeJsonLines } from '#server/export/json-lines.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';

/** Never closed, whatever is rolled back. */
const KEPT = ['anchors.jsonl', 'passages.jsonl'];

/** The files of an export of the newest version, but for what tells its runs and what is never closed. */
export async function contentOf(store: GraphStore): Promise<Readonly<Record<string, string>>> {
  return withTempFolder(async (folder) => {
    const { version, visibility } = await store.head();
    await writeJsonLines(folder, wholeVersion(await store.reader(version)), { version, visibility, runs: [] });
    const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl') && !KEPT.includes(name)).sort();
    const texts = await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')]));
    return Object.fromEntries(texts) as Record<string, string>;
  });
}
