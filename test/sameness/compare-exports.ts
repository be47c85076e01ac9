import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { TABLE_NAMES } from '#graph-model/rows.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { explain } from '#server/export/explain.ts';
import { wholeVersion } from '#server/export/export-rows.ts';
import { writeGraphml } from '#server/export/graphml.ts';
import { writeJsonLines } from '#server/export/json-lines.ts';
import { publicPart } from '#server/export/public-part.ts';
import { writeTables } from '#server/export/tables.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';

/** The files of an export by name. */
type Files = ReadonlyMap<string, Buffer>;

/** The names of the files of which two stores export other bytes, in both forms of an export, each with its form. */
export async function differingExports(a: GraphStore, b: GraphStore): Promise<readonly string[]> {
  const differing: string[] = [];
  for (const form of ['whole', 'public'] as const) {
    const [left, right] = [await exported(a, form), await exported(b, form)];
    for (const name of new Set([...left.keys(), ...right.keys()])) {
      const [mine, other] = [left.get(name), right.get(name)];
      if (mine === undefined || other === undefined || !mine.equals(other)) differing.push(`${form} ${name}`);
    }
  }
  return differing;
}

/** JSON Lines, CSV and GraphML of the newest version, as `longlian export` writes them. */
async function exported(store: GraphStore, form: 'whole' | 'public'): Promise<Files> {
  return withTempFolder(async (folder) => {
    const { version, visibility } = await store.head();
    const reader = await store.reader(version);
    const from = form === 'whole' ? wholeVersion(reader) : await publicPart(reader);
    const runs = form === 'whole' ? await store.runs() : [];
    await writeTables(folder, from);
    await writeGraphml(folder, from);
    await writeJsonLines(folder, from, { version, visibility, runs });
    const names = (await readdir(folder)).sort();
    return new Map(
      await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name))] as const)),
    );
  });
}

/** Ids that `longlian explain` tells otherwise of in two stores: a few of each table and version. */
export async function differingExplanations(a: GraphStore, b: GraphStore): Promise<readonly string[]> {
  const differing: string[] = [];
  const { version: head } = await a.head();
  for (let version = 1; version <= head; version++) {
    const [left, right] = [await a.reader(version), await b.reader(version)];
    for (const table of TABLE_NAMES) {
      // Ids of these stand in no table of their own: a scope is a word, an anchor a record, a redirect an entity.
      if (table === 'scope' || table === 'anchor' || table === 'redirect') continue;
      const { opened, closed } = await left.changes(table);
      for (const { row } of [...opened.slice(0, 3), ...closed.slice(0, 3)]) {
        const told = await Promise.all([left, right].map(async (at) => JSON.stringify(await explain(at, row.id))));
        if (told[0] !== told[1]) differing.push(`${version} ${row.id}`);
      }
    }
  }
  return differing;
}
