import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import type { EntityId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { compareText } from '#graph-model/text.ts';
import { publishRun, rollbackRun } from '#ingest/publish/publish.ts';
import { COUNTED_ASPECTS, differingAspects, type ToldTable } from '#server/analysis/changes/aspects.ts';
import type { ChangeList } from '#server/analysis/changes/change-list.ts';
import { factIdUnder, type FactTable } from '#server/analysis/changes/moves.ts';
import { readChanges } from '#server/graphql/changes/read-changes.ts';
import { createKept } from '#server/graphql/kept.ts';
import { createViews } from '#server/graphql/views.ts';
import { storeTopologies } from '#server/analysis/topologies.ts';
import { Folder } from '#test/ingest/publish/folder.ts';
import { firmHistories, histories, OWNERS, type Step } from '#test/ingest/publish/histories.ts';
import { QUIET, shown, stagedRun, withStore, type Shown } from '#test/support/publish-world.ts';

const RUNS = Number(process.env['LONGLIAN_HISTORIES'] ?? 25);
const SEED = Number(process.env['LONGLIAN_SEED'] ?? 20261126);
const FACTS = ['relationship', 'attribute', 'indicator'] as const;

test.each([
  ['whatever is said and taken back', histories],
  ['however firms merge and part', firmHistories],
])(
  '%s, what changed between any two versions makes the one of the other',
  { timeout: 120_000 + RUNS * 1_000 },
  async (_what, steps) => {
    const property = fc.asyncProperty(steps, (history) =>
      withStore(async (store) => {
        await play(store, history);
        const { version: newest } = await store.head();
        const versions: Shown[] = [];
        for (let version = 0; version <= newest; version++) versions.push(await shown(store, version));
        for (const [since, then] of versions.entries()) {
          for (const [version, now] of versions.entries()) {
            if (version > since) isMadeOf(now, then, await changesOf(store, since, version));
          }
        }
      }),
    );
    await fc.assert(property, { numRuns: RUNS, seed: SEED });
  },
);

async function play(store: GraphStore, steps: readonly Step[]): Promise<void> {
  const folders = new Map(OWNERS.map((owner) => [owner, new Folder(owner)]));
  const everLive = new Set<string>();
  for (const step of steps) {
    if (step.does === 'run') {
      const folder = folders.get(step.owner) as Folder;
      for (const edit of step.edits) folder.edit(edit, [...everLive].sort(compareText) as never);
      try {
        await publishRun(store, stagedRun(folder.content(step.partial)), QUIET);
      } catch (error) {
        if (!(error instanceof GraphError && error.code === 'SOURCE_DIFFERS')) throw error;
      }
    } else {
      const runs = await store.runs();
      const run = runs[step.does === 'roll back' ? step.which % Math.max(runs.length, 1) : runs.length - 1];
      if (run !== undefined) await rollbackRun(store, run.id, QUIET);
    }
    const { version } = await store.head();
    for (const { id } of (await shown(store, version)).statement) everLive.add(id);
  }
}

async function changesOf(store: GraphStore, since: number, version: number): Promise<ChangeList> {
  const { signal } = new AbortController();
  const view = createViews(store, storeTopologies(store), createKept(), signal);
  return readChanges(await view(since), await view(version));
}

/** The rows of the earlier version with the changes made. */
function applied<T extends ToldTable>(table: T, then: Shown, { changes }: ChangeList): readonly RowOf<T>[] {
  const rows = new Map<string, RowOf<T>>(then[table].map((row) => [row.id, row as unknown as RowOf<T>]));
  const told = changes.flatMap((one) => (one.told.table === table ? [one.told] : []));
  for (const { before } of told) if (before !== undefined) expect(rows.delete(before.id)).toBe(true);
  for (const { after } of told) if (after !== undefined) rows.set(after.id, after as RowOf<T>);
  return [...rows.values()].sort((a, b) => compareText(a.id, b.id));
}

function isMadeOf(now: Shown, then: Shown, list: ChangeList): void {
  expect(list.cuts).toStrictEqual([]);
  for (const { told } of list.changes) {
    if (told.before !== undefined && told.after !== undefined) expect(told.aspects).not.toStrictEqual([]);
  }
  for (const table of ['entity', 'source', 'decision'] as const) {
    expect(counted(table, applied(table, then, list))).toStrictEqual(counted(table, now[table]));
  }
  const one = meaning(then, now);
  for (const table of FACTS) {
    const wanted = groups(table, now[table], one);
    const made = groups(table, applied(table, then, list), one);
    expect([...made.keys()].sort()).toStrictEqual([...wanted.keys()].sort());
    for (const [key, rows] of made) {
      const [left, right] = [rows[0], wanted.get(key)?.[0]];
      if (rows.length > 1 || wanted.get(key)?.length !== 1 || left === undefined || right === undefined) continue;
      expect(differingAspects(table, left, right)).toStrictEqual([]);
    }
  }
  const stays = new Set<string>(
    then.entity.map(({ id }) => id).filter((id) => now.entity.some((two) => two.id === id)),
  );
  const names = (rows: readonly RowOf<'name'>[]) =>
    [
      ...new Set(
        rows.flatMap(({ entity, value }) => (stays.has(entity) ? [`${one(entity as EntityId)} ${value}`] : [])),
      ),
    ].sort();
  expect(names(applied('name', then, list)).filter(isOfNoMove)).toStrictEqual(names(now.name).filter(isOfNoMove));

  /** What moved with a merge or a split may stand by either. */
  function isOfNoMove(name: string): boolean {
    const whose = name.split(' ')[0] ?? '';
    const moved: string[] = [...then.redirect, ...now.redirect].flatMap(({ id, to }) => [one(id), one(to)]);
    return !moved.includes(whose);
  }
}

/** What is counted of the rows, by id. */
function counted<T extends ToldTable & ('entity' | 'source' | 'decision')>(table: T, rows: readonly unknown[]) {
  const aspects = Object.values(COUNTED_ASPECTS[table]) as ((row: unknown) => unknown)[];
  return rows.map((row) => [(row as { id: string }).id, ...aspects.map((of) => of(row) ?? null)]);
}

/** Facts by what they say once all that is one in either version is one. */
function groups<T extends FactTable>(table: T, rows: readonly unknown[], one: (id: EntityId) => EntityId) {
  const found = new Map<string, RowOf<T>[]>();
  for (const row of rows as readonly RowOf<T>[]) {
    if (table === 'attribute' && (row as RowOf<'attribute'>).name === 'name') continue;
    const key = factIdUnder(table, row, one);
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

/** One id for all entities that are one in either version. */
function meaning(then: Pick<Shown, 'redirect'>, now: Pick<Shown, 'redirect'>): (id: EntityId) => EntityId {
  const links = [...then.redirect, ...now.redirect];
  const group = new Map<string, EntityId>();
  for (const { id, to } of links) for (const each of [id, to]) group.set(each, each);
  const least = () =>
    links.some(({ id, to }) => {
      const [a, b] = [group.get(id), group.get(to)];
      if (a === undefined || b === undefined || a === b) return false;
      const [keep, other] = compareText(a, b) < 0 ? [a, b] : [b, a];
      for (const [key, value] of group) if (value === other) group.set(key, keep);
      return true;
    });
  while (least());
  return (id) => group.get(id) ?? id;
}
