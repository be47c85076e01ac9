import { expect } from 'vitest';
import { statementVerdicts } from '#graph-model/derive/decisions.ts';
import { GraphError } from '#graph-model/errors.ts';
import type { StatementId } from '#graph-model/ids.ts';
import type { Change, RowOf, Table } from '#graph-model/rows.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { verifyVersion } from '#graph-model/store/verify.ts';
import { canonicalJson, compareText } from '#graph-model/text.ts';
import { previewRun, publishRun, rollbackRun } from '#ingest/publish/publish.ts';
import { QUIET, type RunContent, type Shown, shown, stagedRun } from '#test/support/publish-world.ts';
import { Folder } from './folder.ts';
import { OWNERS, type Step } from './histories.ts';

/** What the folders said last, by owner: what must be live. undefined once an older run was taken back. */
type Said = ReadonlyMap<string, RunContent> | undefined;

/** Plays a history on an empty store and holds every promise of publishing after each step. */
export async function playHistory(store: GraphStore, steps: readonly Step[]): Promise<void> {
  const folders = new Map(OWNERS.map((owner) => [owner, new Folder(owner)]));
  const versions: Shown[] = [await shown(store, 0)];
  const said: Said[] = [new Map()];
  const everLive = new Set<StatementId>();
  for (const step of steps) {
    const version = versions.length - 1;
    const before = versions[version] as Shown;
    if (step.does === 'run') {
      const folder = folders.get(step.owner) as Folder;
      for (const edit of step.edits) folder.edit(edit, [...everLive].sort(compareText));
      const content = folder.content(step.partial);
      if (!(await published(store, content))) continue;
      if ((await store.head()).version === version) continue;
      const last = said[version];
      said.push(
        last && new Map([...last, [step.owner, step.partial ? merged(last.get(step.owner), content) : content]]),
      );
    } else {
      const runs = await store.runs();
      const at = step.does === 'roll back' ? step.which % Math.max(runs.length, 1) : runs.length - 1;
      const run = runs[at];
      if (run === undefined) continue;
      await rollbackRun(store, run.id, QUIET);
      if ((await store.head()).version === version) continue;
      const isNewest = run.version === version;
      said.push(isNewest ? said[version - 1] : undefined);
      if (isNewest) isAsBefore(await shown(store, version + 1), versions[version - 1] as Shown);
    }
    const now = await shown(store, version + 1);
    versions.push(now);
    expect(await verifyVersion(await store.reader(version + 1))).toStrictEqual([]);
    keepsIds(before, now);
    isSound(now);
    holdsWhatWasSaid(now, said[version + 1]);
    for (const { id } of now.statement) everLive.add(id as StatementId);
  }
  for (const [version, then] of versions.entries()) expect(await shown(store, version)).toStrictEqual(then);
}

/** Publishes a run; the order of its items and a second time must make no difference. @returns false when refused */
async function published(store: GraphStore, content: RunContent): Promise<boolean> {
  try {
    const changes = await previewRun(store, stagedRun(content));
    expect(
      inOrder(
        await previewRun(
          store,
          stagedRun(content, (items) => items.toReversed()),
        ),
      ),
    ).toStrictEqual(inOrder(changes));
    await publishRun(store, stagedRun(content), QUIET);
  } catch (error) {
    if (error instanceof GraphError && error.code === 'SOURCE_DIFFERS') return false;
    throw error;
  }
  expect(await previewRun(store, stagedRun(content))).toStrictEqual([]);
  return true;
}

function inOrder(changes: readonly Change[]): readonly string[] {
  return changes.map(canonicalJson).sort(compareText);
}

/** A document that was read anew, laid over the rest of what its owner had said. */
function merged(last: RunContent | undefined, content: RunContent): RunContent {
  const anew = new Set<string>(content.sources?.map(({ id }) => id));
  const kept = <T extends { readonly source: string }>(rows: readonly T[] = []) =>
    rows.filter((r) => !anew.has(r.source));
  return {
    ...content,
    sources: [...(last?.sources ?? []).filter(({ id }) => !anew.has(id)), ...(content.sources ?? [])],
    evidence: [...kept(last?.evidence), ...(content.evidence ?? [])],
    coverage: [...kept(last?.coverage), ...(content.coverage ?? [])],
    decisions: last?.decisions ?? [],
    records: [...(last?.records ?? []).filter(({ source }) => !anew.has(source)), ...(content.records ?? [])],
  };
}

const ROLLED_BACK = [
  'source',
  'record',
  'entity',
  'name',
  'statement',
  'evidence',
  'coverage',
  'decision',
  'relationship',
  'attribute',
  'indicator',
  'reading',
] as const satisfies readonly Table[];

/** All but redirects of ids that the undone version minted: who saw those still finds the entity. */
function isAsBefore(now: Shown, then: Shown): void {
  for (const table of ROLLED_BACK) expect(now[table]).toStrictEqual(then[table]);
  const kept = new Map(now.redirect.map(({ id, to }) => [id, to]));
  for (const { id, to } of then.redirect) expect([id, kept.get(id)]).toStrictEqual([id, to]);
}

/** An entity that keeps all its records, and gains none, keeps its id. */
function keepsIds(before: Shown, now: Shown): void {
  const now_ = new Map(recordSets(now).map(([entity, records]) => [records, entity]));
  for (const [entity, records] of recordSets(before)) {
    const after = now_.get(records);
    if (after !== undefined) expect(after).toBe(entity);
  }
}

function recordSets({ record }: Shown): [entity: string, records: string][] {
  const sets = new Map<string, string[]>();
  for (const { id, entity } of record) sets.set(entity, [...(sets.get(entity) ?? []), id]);
  return [...sets].map(([entity, ids]) => [entity, ids.join(' ')]);
}

/** Redirects lead from what is no entity to one that is; a living record anchors every entity. */
function isSound({ entity, redirect, record, anchor }: Shown): void {
  const standing = new Set<string>(entity.map(({ id }) => id));
  for (const { id, to } of redirect) expect([standing.has(id), standing.has(to)]).toStrictEqual([false, true]);
  const live = new Set<string>(record.map(({ id }) => id));
  const anchored = new Set<string>(anchor.filter(({ id }) => live.has(id)).map((row) => row.entity));
  for (const id of standing) expect([id, anchored.has(id)]).toStrictEqual([id, true]);
}

/** The inputs are exactly what the folders say together: nothing lost, nothing left over. */
function holdsWhatWasSaid(now: Shown, said: Said): void {
  if (said === undefined) return;
  const contents = [...said.values()];
  const evidence = contents.flatMap((content) => content.evidence ?? []);
  expect(now.evidence.map(({ batch: _batch, ...row }) => row)).toStrictEqual(byId(evidence));
  const coverage = contents.flatMap((content) => content.coverage ?? []);
  expect(now.coverage.map(({ batch: _batch, ...row }) => row)).toStrictEqual(byId(coverage));
  const decisions = contents.flatMap((content) => content.decisions ?? []);
  expect(now.decision.map(({ decision }) => decision)).toStrictEqual(byId(decisions));
  expect(now.source.map(({ id }) => id)).toStrictEqual(
    byId(contents.flatMap((content) => content.sources ?? [])).map(({ id }) => id),
  );
  const printed = new Set(contents.flatMap((content) => content.records ?? []).map(({ id, name }) => `${id} ${name}`));
  expect(now.record.filter(({ id, name }) => !printed.has(`${id} ${name}`))).toStrictEqual([]);
  const verdicts = statementVerdicts(decisions);
  const living = new Set(evidence.map(({ statement }) => statement).filter((id) => verdicts.get(id) !== 'reject'));
  expect(now.statement.map((row: RowOf<'statement'>) => row.id)).toStrictEqual([...living].sort(compareText));
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.id as string, row])).values()].sort((a, b) => compareText(a.id, b.id));
}
