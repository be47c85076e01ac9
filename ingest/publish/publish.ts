import { hostname } from 'node:os';
import { GraphError } from '#graph-model/errors.ts';
import { type RunId, runId } from '#graph-model/ids.ts';
import type { Change, Table } from '#graph-model/rows.ts';
import { NOTHING } from '#graph-model/store/nothing.ts';
import type { GraphReader, GraphStore, Head, Run } from '#graph-model/store/port.ts';
import { compareText } from '#graph-model/text.ts';
import type { ExportFolder } from '../restore/read-export.ts';
import type { StagedRun } from '../staged-run.ts';
import type { Work } from '../work.ts';
import { ChangeWriter } from './change-writer.ts';
import { deriveChanges, deriveParts } from './derive-changes.ts';
import { heldWhile } from './held-while.ts';
import type { InputChanges } from './input-changes.ts';
import { invertedChanges } from './inverted-changes.ts';
import { stagedChanges } from './staged-changes.ts';

export type Published = {
  /** The version after it: the one before when nothing changed. */
  readonly version: number;
  readonly run: RunId;
  readonly counts: ChangeCounts;
};

/** Opened and closed rows by table; a superseded row counts as opened. */
export type ChangeCounts = { readonly [T in Table]?: { opened: number; closed: number } };

/** Publishes a staged run as the next data version; nothing when it changes nothing. */
export async function publishRun(store: GraphStore, run: StagedRun, work: Work): Promise<Published> {
  const about = { id: run.id, owner: run.owner, title: run.title, asOf: run.asOf };
  return publish(store, about, work, (reader, head) => stagedChanges(reader, head, run, 'any'));
}

/** What publishing a staged run would change. Nothing is written. */
export async function previewRun(
  store: Pick<GraphStore, 'head' | 'reader'>,
  run: StagedRun,
): Promise<readonly Change[]> {
  const head = await store.head();
  const reader = await standing(store, head.version);
  return deriveChanges(reader, await stagedChanges(reader, head, run), head.version + 1);
}

/** Publishes the undoing of a run: what it opened goes, what it closed returns, later runs stand. */
export async function rollbackRun(store: GraphStore, id: RunId, work: Work): Promise<Published> {
  const run = (await store.runs()).filter((each) => each.id === id).at(-1);
  if (run === undefined) throw new GraphError('RUN_UNKNOWN', { run: id });
  const about = {
    id: runId({ undoes: id, version: run.version }),
    owner: run.owner,
    title: run.title,
    asOf: run.asOf,
    undoes: id,
  };
  return publish(store, about, work, async (reader) => invertedChanges(await store.reader(run.version), reader));
}

/**
 * Publishes an export as the first version of an empty store: the same rows under the same ids.
 * @throws GraphError USAGE when the store holds something already, INTERNAL_SOURCE
 */
export async function publishExport(
  store: GraphStore,
  { manifest, inputs }: ExportFolder,
  work: Work,
): Promise<Published> {
  const about = { id: runId(manifest), owner: 'export', title: `export ${manifest.version}`, asOf: newest(inputs) };
  return publish(store, about, work, async (reader, head) => {
    if (reader.version !== 0) throw new GraphError('USAGE', { cause: '导出只能载入空库 / the store is not empty' });
    const internal = inputs.source.open.filter(({ visibility }) => visibility === 'internal');
    if (head.visibility === 'public' && internal.length > 0) {
      throw new GraphError('INTERNAL_SOURCE', { sources: internal.map(({ key }) => key) });
    }
    return inputs;
  });
}

function newest({ source }: InputChanges): string {
  return (
    source.open
      .map(({ date }) => date)
      .sort(compareText)
      .at(-1) ?? ''
  );
}

async function publish(
  store: GraphStore,
  about: Omit<Run, 'version'>,
  work: Work,
  inputsOf: (reader: GraphReader, head: Head) => Promise<InputChanges>,
): Promise<Published> {
  const lease = await store.lease({ host: hostname(), pid: process.pid });
  let committed = false;
  try {
    work.reached('publish:leased');
    const writer = new ChangeWriter(lease, work);
    const counted = new Map<Table, { opened: number; closed: number }>();
    await heldWhile(lease, async () => {
      const reader = await standing(store, lease.base, work.signal);
      const inputs = await inputsOf(reader, await store.head());
      work.progress('resolve', 0);
      for await (const { changes, ready } of deriveParts(reader, inputs, lease.base + 1)) {
        count(changes, counted);
        await writer.add(changes, ready);
      }
    });
    const counts: ChangeCounts = Object.fromEntries(counted);
    const total = [...counted.values()].reduce((sum, { opened, closed }) => sum + opened + closed, 0);
    if (total === 0) return { version: lease.base, run: about.id, counts };
    await writer.end(total);
    const version = await lease.commit(about);
    committed = true;
    work.reached('publish:committed');
    return { version, run: about.id, counts };
  } finally {
    // Committing gives the lease back. Without it, what happened is the news: a lease that is left ends with this process.
    if (!committed) await lease.release().catch(() => undefined);
  }
}

/** What changes are laid over. */
async function standing(
  store: Pick<GraphStore, 'reader'>,
  version: number,
  signal?: AbortSignal,
): Promise<GraphReader> {
  return version === 0 ? NOTHING : store.reader(version, signal);
}

export function countsOf(changes: readonly Change[]): ChangeCounts {
  const counted = new Map<Table, { opened: number; closed: number }>();
  count(changes, counted);
  return Object.fromEntries(counted);
}

function count(changes: readonly Change[], counted: Map<Table, { opened: number; closed: number }>): void {
  for (const change of changes) {
    let of = counted.get(change.table);
    if (of === undefined) counted.set(change.table, (of = { opened: 0, closed: 0 }));
    if ('open' in change) of.opened += 1;
    else of.closed += 1;
  }
}
