import { mkdtemp, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { runId } from '#graph-model/ids.ts';
import type { Change } from '#graph-model/rows.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { publishRun } from '#ingest/publish/publish.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import type { Work } from '#ingest/work.ts';
import { writeGeneratedFolder } from '../../test/support/generated-folder.ts';
import { ownNeo4j } from '../own-neo4j.ts';
import { freshStore } from './fresh-store.ts';
import { recording } from './recording.ts';

/**
 * How fast a data set folder becomes a published version, step by step, beside the bare store given exactly the same
 * batches of changes, and beside the same bodies put into one plain table of the raw driver: what is between is spent
 * on reading, checking, resolving and deriving.
 * Usage: npm run bench ingest/run [relationships=50000] [rounds=3] [seed=1] [sqlite | neo4j]
 * With `neo4j` the store is a Neo4j of the bench's own, whose first rounds also pay for its compiler.
 * Prints one JSON line: relationships a second, and seconds of processor, of each round: on a shared machine the latter
 * tell more. `resolve` reads the staged run and derives the changes, `write` hands them to the store; the two are
 * `publish`, and with `stage` they are `together`.
 */
const [relationships = 50_000, rounds = 3, seed = 1] = process.argv.slice(2, 5).map(Number);
const own = process.argv[5] === 'neo4j' ? await ownNeo4j() : undefined;

/** One row in five of a generated folder declares a thing. */
const ROWS_FOR_EACH = 5 / 4;

const SILENT: Work = { signal: new AbortController().signal, progress: () => {}, reached: () => {} };

const folder = await mkdtemp(path.join(tmpdir(), 'longlian-ingest-'));
const data = path.join(folder, 'data');
await writeGeneratedFolder(data, Math.round(relationships * ROWS_FOR_EACH), seed);

const rates = perStep();
const cpu = perStep();
let rows = 0;
for (let round = 0; round < rounds; round++) {
  const batches = await ingest(round);
  rows = batches.reduce((sum, batch) => sum + batch.length, 0);
  const store = await freshStore(own, folder, `bare-${round}`);
  const start = now();
  await writeAlone(store, batches);
  const alone = now();
  insertPlainly(path.join(folder, `plain-${round}.sqlite`), batches);
  note('bareStore', start, alone);
  note('plainInserts', alone, now());
  await store.close();
}
const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  JSON.stringify({
    store: own === undefined ? 'sqlite' : 'neo4j',
    relationships,
    rows,
    seed,
    relationshipsPerSecond: rates,
    cpuSeconds: cpu,
    peakMiB,
  }),
);
await own?.stop();
await rm(folder, { recursive: true, force: true });

/** As `longlian ingest` does it, in this process. @returns what was written, in the batches in which it was */
async function ingest(round: number): Promise<readonly (readonly Change[])[]> {
  const store = await freshStore(own, folder, `ingested-${round}`);
  const home = path.join(folder, `home-${round}`);
  const batches: (readonly Change[])[] = [];
  const start = now();
  const { run } = await stageDataset(data, { home, work: SILENT });
  const staged = now();
  let derived = staged;
  const shown = recording(store, (batch) => {
    if (batches.length === 0) derived = now();
    batches.push(batch);
  });
  await publishRun(shown, run, SILENT);
  const published = now();
  await run.dispose();
  note('stage', start, staged);
  note('resolve', staged, derived);
  note('write', derived, published);
  note('publish', staged, published);
  note('together', start, now());
  await store.close();
  return batches;
}

async function writeAlone(store: GraphStore, batches: readonly (readonly Change[])[]): Promise<void> {
  const lease = await store.lease({ host: hostname(), pid: process.pid });
  for (const batch of batches) await lease.write(batch);
  await lease.commit({ id: runId({ bare: seed }), owner: 'data/bench', title: 'bench', asOf: '2025' });
}

function insertPlainly(file: string, batches: readonly (readonly Change[])[]): void {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE plain (body TEXT)');
  const insert = db.prepare('INSERT INTO plain VALUES (?)');
  for (const batch of batches) {
    db.exec('BEGIN IMMEDIATE');
    for (const change of batch) if ('open' in change) insert.run(JSON.stringify(change.open));
    db.exec('COMMIT');
  }
  db.close();
}

type Step = 'stage' | 'resolve' | 'write' | 'publish' | 'together' | 'bareStore' | 'plainInserts';

type Moment = { readonly clock: number; readonly cpu: number };

/** Milliseconds. */
function now(): Moment {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), cpu: (user + system) / 1000 };
}

function note(step: Step, from: Moment, to: Moment): void {
  rates[step].push(Math.round((relationships / (to.clock - from.clock)) * 1000));
  cpu[step].push(Math.round((to.cpu - from.cpu) / 10) / 100);
}

function perStep(): { readonly [S in Step]: number[] } {
  return { stage: [], resolve: [], write: [], publish: [], together: [], bareStore: [], plainInserts: [] };
}
