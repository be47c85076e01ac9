import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { TABLE_NAMES, type RowOf, type Table } from '#graph-model/rows.ts';
import type { GraphReader, GraphStore } from '#graph-model/store/port.ts';
import { explain } from '#server/export/explain.ts';
import { wholeVersion } from '#server/export/export-rows.ts';
import { writeGraphml } from '#server/export/graphml.ts';
import { writeJsonLines } from '#server/export/json-lines.ts';
import { publicPart } from '#server/export/public-part.ts';
import { writeTables } from '#server/export/tables.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';

/** The files of exports, by form and name. */
type Files = ReadonlyMap<string, Buffer>;

/** The names of the files of which two stores export other bytes, in both forms of an export, each with its form. */
export async function differingExports(a: GraphStore, b: GraphStore): Promise<readonly string[]> {
  const [left, right] = [await exported(a), await exported(b)];
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => {
    const [mine, other] = [left.get(name), right.get(name)];
    return mine === undefined || other === undefined || !mine.equals(other);
  });
}

/** JSON Lines, CSV and GraphML of the newest version, as `longlian export` writes them, whole and public. */
async function exported(store: GraphStore): Promise<Files> {
  const { version, visibility } = await store.head();
  const reader = scannedOnce(await store.reader(version));
  const whole = { from: wholeVersion(reader), runs: await store.runs() };
  const forms = { whole, public: { from: await publicPart(reader), runs: [] } };
  const files = new Map<string, Buffer>();
  for (const [form, { from, runs }] of Object.entries(forms)) {
    await withTempFolder(async (folder) => {
      await writeTables(folder, from);
      await writeGraphml(folder, from);
      await writeJsonLines(folder, from, { version, visibility, runs });
      for (const name of await readdir(folder)) files.set(`${form} ${name}`, await readFile(path.join(folder, name)));
    });
  }
  return files;
}

/** Reads each table once, however many files are written from it: over Bolt that is most of the time. */
function scannedOnce(reader: GraphReader): GraphReader {
  const kept = new Map<Table, RowOf<Table>[]>();
  async function* scan(table: Table): AsyncGenerator<readonly RowOf<Table>[]> {
    const rows = kept.get(table) ?? [];
    if (!kept.has(table)) for await (const batch of reader.scan(table)) rows.push(...batch);
    kept.set(table, rows);
    yield rows;
  }
  return new Proxy(reader, {
    get(target, name) {
      const value: unknown = name === 'scan' ? scan : Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
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
