import { type RunFile, removeRunFile } from '#graph-model/store/sqlite/run-file.ts';
import type { RunId } from '#graph-model/ids.ts';
import type { Dataset } from '#ingest/dataset/load-dataset.ts';
import type { ItemTable, ItemTypes } from '#ingest/item.ts';
import type { StagedRun } from '#ingest/staged-run.ts';
import type { Kept } from './kept.ts';

const PAGE = 1_000;

/** A finished run file as what publishing reads. @param kept what it holds, where this process staged all of it */
export function stagedRun(id: RunId, dataset: Dataset, file: RunFile, path: string, kept: Kept | undefined): StagedRun {
  async function* items<T extends ItemTable>(table: T, order?: 'any'): AsyncGenerator<readonly ItemTypes[T][]> {
    if (kept !== undefined) {
      const all = order === 'any' ? kept.all(table) : kept.sorted(table);
      for (let at = 0; at < all.length; at += PAGE) yield all.slice(at, at + PAGE);
      return;
    }
    let after = '';
    for (;;) {
      const page = file.page(table, after, PAGE);
      if (!page) return;
      yield JSON.parse(page.values) as ItemTypes[T][];
      after = page.last;
    }
  }
  return {
    id,
    owner: dataset.owner,
    title: dataset.spec.title.zh,
    asOf: dataset.asOf,
    reread: 'all',
    items,
    count: (table) => Promise.resolve(file.count(table)),
    async dispose() {
      await file.close();
      removeRunFile(path);
    },
  };
}
