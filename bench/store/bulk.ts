import { mkdtemp, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { runId } from '#graph-model/ids.ts';
import type { Change } from '#graph-model/rows.ts';
import { openStore } from '#graph-model/store/open.ts';
import { benchChanges } from './rows.ts';

/**
 * How fast the bare store takes relationships with all their rows, checked, indexed, searchable and durable, beside
 * the same JSON put into one plain table of the raw driver: what is between the two is the price of the store.
 * Usage: npm run bench store/bulk [relationships=50000] [batch=50000 rows] [rounds=3] [seed=1]
 * Prints one JSON line: relationships a second of each round's load, of loading the same again, and of the peer.
 */
const [relationships = 50_000, batch = 50_000, rounds = 3, seed = 1] = process.argv.slice(2).map(Number);

const changes = benchChanges(relationships, seed);
const folder = await mkdtemp(path.join(tmpdir(), 'longlian-bulk-'));
const rates: Record<'store' | 'again' | 'peer', number[]> = { store: [], again: [], peer: [] };
let bytes = 0;
for (let round = 0; round < rounds; round++) {
  const file = path.join(folder, `store-${round}.sqlite`);
  const store = await openStore(file);
  for (const step of ['store', 'again'] as const) {
    rates[step].push(await rate(() => publish(store, step)));
  }
  await store.close();
  bytes = (await stat(file)).size;
  rates.peer.push(await rate(() => insertPlainly(path.join(folder, `peer-${round}.sqlite`))));
}
console.log(JSON.stringify({ relationships, rows: changes.length, batch, seed, relationshipsPerSecond: rates, bytes }));
await rm(folder, { recursive: true, force: true });

async function publish(store: Awaited<ReturnType<typeof openStore>>, title: string): Promise<void> {
  const lease = await store.lease({ host: hostname(), pid: process.pid });
  for (const part of parts()) await lease.write(part);
  await lease.commit({ id: runId({ title }), owner: 'data/bench', title, asOf: '2025' });
}

async function insertPlainly(file: string): Promise<void> {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE plain (body TEXT)');
  const insert = db.prepare('INSERT INTO plain VALUES (?)');
  for (const part of parts()) {
    db.exec('BEGIN IMMEDIATE');
    for (const change of part) if ('open' in change) insert.run(JSON.stringify(change.open));
    db.exec('COMMIT');
  }
  db.close();
}

function* parts(): Iterable<readonly Change[]> {
  for (let at = 0; at < changes.length; at += batch) yield changes.slice(at, at + batch);
}

async function rate(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round((relationships / (performance.now() - start)) * 1000);
}
