import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { openStore } from '#graph-model/store/open.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import type { StoreHarness } from '#test/store-contract/harness.ts';

/** A store file in a folder of its own. */
export async function sqliteHarness(): Promise<StoreHarness & { readonly file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'longlian-store-'));
  const file = join(folder, 'store.sqlite');
  const opened: GraphStore[] = [];
  return {
    file,
    url: `sqlite:${file}`,
    async open(options) {
      const store = await openStore(`sqlite:${file}`, options);
      opened.push(store);
      return store;
    },
    async ageLease(seconds) {
      change(file, `UPDATE lease SET heartbeat = ${Date.now() - seconds * 1000}`);
    },
    async raiseFormat() {
      change(file, `UPDATE meta SET value = value + 1 WHERE key = 'format'`);
    },
    async content() {
      return createHash('sha256').update(readFileSync(file)).digest('hex');
    },
    async destroy() {
      for (const store of opened) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Changes the file behind the store's back. */
export function change(file: string, sql: string): void {
  const db = new DatabaseSync(file, { timeout: 5_000 });
  db.exec(sql);
  db.close();
}
