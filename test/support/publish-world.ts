import path from 'node:path';
import type { Coverage } from '#graph-model/facts/coverage.ts';
import type { Decision } from '#graph-model/facts/decision.ts';
import type { Evidence } from '#graph-model/facts/evidence.ts';
import type { Passage } from '#graph-model/facts/passage.ts';
import type { Record } from '#graph-model/facts/record.ts';
import type { Scope } from '#graph-model/facts/scope.ts';
import type { Source } from '#graph-model/facts/source.ts';
import type { Statement } from '#graph-model/facts/statement.ts';
import { runId } from '#graph-model/ids.ts';
import type { Visibility } from '#graph-model/ontology/vocabulary.ts';
import { type RowOf, TABLE_NAMES, type Table } from '#graph-model/rows.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { openSqliteStore } from '#graph-model/store/sqlite/store.ts';
import { all } from '#graph-model/store/whole-version.ts';
import { compareText } from '#graph-model/text.ts';
import type { ItemTable, ItemTypes } from '#ingest/item.ts';
import type { StagedRun } from '#ingest/staged-run.ts';
import type { Work } from '#ingest/work.ts';
import { withTempFolder } from './temp-folder.ts';

/** What a run is fed, as lists; `owner` is who read it. */
export type RunContent = {
  readonly owner: string;
  readonly sources?: readonly Source[];
  readonly scopes?: readonly Scope[];
  readonly passages?: readonly Passage[];
  readonly records?: readonly Record[];
  readonly statements?: readonly Statement[];
  readonly evidence?: readonly Evidence[];
  readonly coverage?: readonly Coverage[];
  readonly decisions?: readonly Decision[];
  readonly reread?: StagedRun['reread'];
};

export const QUIET: Work = { signal: new AbortController().signal, progress: () => {}, reached: () => {} };

/**
 * A staged run in memory.
 * @param order how the items of one table follow each other; in order of id, as the contract has it, unless said
 */
export function stagedRun(content: RunContent, order: Order = byId): StagedRun {
  const { owner, reread = 'all' } = content;
  const told = {
    source: content.sources ?? [],
    scope: content.scopes ?? [],
    passage: content.passages ?? [],
    record: content.records ?? [],
    statement: content.statements ?? [],
    evidence: content.evidence ?? [],
    coverage: content.coverage ?? [],
    decision: content.decisions ?? [],
  };
  const items: { readonly [T in ItemTable]: readonly ItemTypes[T][] } = { ...told, crossDecision: [] };
  return {
    id: runId({ ...told, owner, reread }),
    owner,
    title: owner,
    asOf: '2025',
    reread,
    async *items(table) {
      const inOrder = order([...new Map(items[table].map((item) => [item.id as string, item])).values()]);
      for (let at = 0; at < inOrder.length; at += 3) yield inOrder.slice(at, at + 3);
    },
    count: async (table) => items[table].length,
    dispose: async () => {},
  };
}

type Order = <T extends { readonly id: string }>(items: readonly T[]) => readonly T[];

function byId<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => compareText(a.id, b.id));
}

/** An empty store of its own, gone after the work. Internal unless said. */
export async function withStore<T>(
  work: (store: GraphStore) => Promise<T>,
  visibility: Visibility = 'internal',
): Promise<T> {
  return withTempFolder(async (folder) => {
    const store = await openSqliteStore(path.join(folder, 'graph.sqlite'), { visibility });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}

/** Everything one version shows, by table in order of id. */
export type Shown = { readonly [T in Table]: readonly RowOf<T>[] };

export async function shown(store: GraphStore, version: number): Promise<Shown> {
  const reader = await store.reader(version);
  const tables: [string, unknown][] = [];
  for (const table of TABLE_NAMES) tables.push([table, await all(reader, table)]);
  return Object.fromEntries(tables) as Shown;
}
