import { mkdtemp, rm } from 'node:fs/promises';
import { hostname, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { print, type DocumentNode } from 'graphql';
import { coreOf } from '#graph-model/legal-forms.ts';
import { foldName } from '#graph-model/names.ts';
import { openStore } from '#graph-model/store/open.ts';
import { changesQuery } from '../../web/src/api/changes.ts';
import { matchQuery } from '../../web/src/api/match.ts';
import { mayBeQuery } from '../../web/src/api/may-be.ts';
import { searchQuery } from '../../web/src/api/search.ts';
import { Child } from '../child.ts';
import type { LoopWatch, ServerRequest } from '../server.ts';
import { spread } from '../spread.ts';
import { nameWorld, officeList, RUN, type NamedThing } from './name-world.ts';

/**
 * How long a list of 500 names takes as the explorer asks it, over HTTP, a search as it is typed, and what a text may be
 * that nothing holds; beside one query of SQLite's own full-text index of three characters (trigram, bm25) for each name
 * without its legal form, over a plain table. And what changed since nothing, page by page.
 * Usage: npm run bench ties/names [entities=100000] [rounds=5] [seed=1]
 * Prints one JSON line for each, times in ms; `loopMs`: how late the server's event loop was at worst.
 */
const [entities = 100_000, rounds = 5, seed = 1] = process.argv.slice(2).map(Number);
const NAMES = 500;
const BATCH = 50_000;

const folder = await mkdtemp(path.join(tmpdir(), 'longlian-names-'));
const url = path.join(folder, 'store.sqlite');
const { changes, things } = nameWorld(entities, seed);
const server = new Child('./server.ts');
try {
  const store = await openStore(url);
  const lease = await store.lease({ host: hostname(), pid: process.pid });
  for (let at = 0; at < changes.length; at += BATCH) await lease.write(changes.slice(at, at + BATCH));
  await lease.commit(RUN);
  await store.close();
  const peer = trigrams(things);
  const endpoint = `${await server.ask<string>({ serve: url } satisfies ServerRequest)}graphql`;

  await server.ask('watch the loop' satisfies ServerRequest);
  const lists = Array.from({ length: rounds }, (_, round) => officeList(things, NAMES, seed + round));
  const matched = await timed(lists, (names) => ask(endpoint, matchQuery, { names, version: null }));
  const { max: loopMs } = await server.ask<LoopWatch>('how was it' satisfies ServerRequest);
  say(`reconcile ${NAMES}`, { ...matched, loopMs, fts5: await timed(lists, async (names) => names.forEach(peer)) });

  const single = officeList(things, rounds * 20, seed + 99);
  const one = await timed(single, (text) => ask(endpoint, mayBeQuery, { text, version: null, kinds: null }));
  say('may be, one text', { ...one, fts5: await timed(single, async (text) => peer(text)) });
  const typed = single.flatMap((name) => [name.slice(0, 1), name.slice(0, 2), name.slice(2, 5)]);
  const hits = await timed(typed, (text) => ask(endpoint, searchQuery, { text, first: 8, version: null, kinds: null }));
  say('search as it is typed', { ...hits, fts5: await timed(typed, async (text) => peer(text)) });

  const pages = Array.from({ length: rounds + 1 }, (_, at) => at);
  const pageMs: number[] = [];
  let after: string | null = null;
  for (const _ of pages) {
    const start = performance.now();
    const data = await ask(endpoint, changesQuery, { since: 0, first: 50, after, version: null, filter: null });
    pageMs.push(performance.now() - start);
    after = (data as { changes: { pageInfo: { endCursor: string } } }).changes.pageInfo.endCursor;
  }
  say('changes since 0', { first: pageMs[0], further: spread(pageMs.slice(1)) });
} finally {
  await server.end();
  await rm(folder, { recursive: true, force: true });
}

function say(question: string, figures: object): void {
  const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  console.log(JSON.stringify({ question, entities, rounds, seed, ...figures, load }));
}

async function timed<One>(list: readonly One[], run: (one: One) => Promise<unknown>) {
  const times: number[] = [];
  for (const one of list) {
    const start = performance.now();
    await run(one);
    times.push(performance.now() - start);
  }
  return spread(times);
}

async function ask(endpoint: string, query: DocumentNode, variables: object): Promise<unknown> {
  const body = JSON.stringify({ query: print(query), variables });
  const reply = await fetch(endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data, errors } = (await reply.json()) as { data?: unknown; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** The best six of one name. */
function trigrams(all: readonly NamedThing[]): (name: string) => unknown {
  const db = new DatabaseSync(':memory:');
  db.exec(`CREATE VIRTUAL TABLE name USING fts5(folded, tokenize = 'trigram')`);
  db.exec('BEGIN');
  const insert = db.prepare('INSERT INTO name VALUES (?)');
  for (const { name } of all) insert.run(foldName(name));
  db.exec('COMMIT');
  const query = db.prepare('SELECT folded FROM name WHERE name MATCH ? ORDER BY bm25(name) LIMIT 6');
  return (name) => {
    const folded = Array.from(coreOf(foldName(name)) ?? foldName(name));
    const grams = folded.slice(2).map((_, at) => `"${folded.slice(at, at + 3).join('')}"`);
    return grams.length === 0 ? [] : query.all(grams.join(' OR '));
  };
}
