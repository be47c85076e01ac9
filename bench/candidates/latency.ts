import { mkdtemp, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { runId } from '#graph-model/ids.ts';
import { openStore } from '#graph-model/store/open.ts';
import { seeded } from '#graph-model/seeded.ts';
import { boardWorld } from '../board/world.ts';
import { Child } from '../child.ts';
import type { ServerRequest } from '../server.ts';
import { spread } from '../spread.ts';
import { plainPeer } from './plain-peer.ts';

/**
 * How long candidates for a segment take over HTTP, with everything that a list of them shows, beside the same bodies
 * by plain SQL. A first round meets each segment for the first time after the server's start (`first`), the others do
 * not (`warm`). Usage: npm run bench candidates/latency [entities=100000] [segments=100] [rounds=3] [seed=1]
 * Prints one JSON line, times in ms.
 */
const BATCH = 50_000;
const QUERY = `query Candidates($for: CandidatesFor!) { candidates(for: $for) { ... on Candidates {
  seen { zh } date ledgerLabel { zh } lack { label { zh } }
  named { cut rows { ...row } } ties { cut rows { ...row } } results { cut rows { ...row } }
  leftOut { reason count bodies { id name } }
  ranking { measured { measure } cut rows { body { id name } rank best worst total products { name } terms { term value weight contribution } } carriedBy { title } }
} } }
fragment row on CandidateRow {
  body { id name kind } fit fitLabel { zh } modality segments { id name } products { id name }
  relations { id type } ties { kind label { zh } through { name } } silences { silence label { zh } }
  contacts { id } sources { id title date } passages { locator }
}`;

const [entities = 100_000, segments = 100, rounds = 3, seed = 1] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(path.join(tmpdir(), 'longlian-candidates-'));
const url = path.join(folder, 'store.sqlite');
const { changes, regions, facts } = boardWorld(entities, seed);
const peer = plainPeer(folder, facts, regions);
const server = new Child('./server.ts');
try {
  const store = await openStore(url, {});
  const lease = await store.lease({ host: hostname(), pid: process.pid });
  for (let at = 0; at < changes.length; at += BATCH) await lease.write(changes.slice(at, at + BATCH));
  await lease.commit({ id: runId({ title: 'candidates' }), owner: 'data/bench', title: 'candidates', asOf: '2025' });
  await store.close();

  const endpoint = `${await server.ask<string>({ serve: url } satisfies ServerRequest)}graphql`;
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const all = facts.filter(({ type }) => type === 'SEGMENT_OF').map(({ from }) => from);
  const asked = Array.from({ length: segments }, () => ({ segment: pick(all), region: pick(regions) }));
  const first: number[] = [];
  const warm: number[] = [];
  const theirs: number[] = [];
  let rows = 0;
  for (let round = 0; round <= rounds; round++) {
    for (const each of asked) {
      const answer = await ask(endpoint, each);
      (round === 0 ? first : warm).push(answer.ms);
      if (round === 0) rows += answer.rows;
      else theirs.push(peer.list(each.segment, each.region));
    }
  }
  console.log(
    JSON.stringify({
      entities,
      relationships: facts.length,
      asked: segments,
      rounds,
      seed,
      rowsAnAnswer: Math.round(rows / segments),
      first: spread(first),
      warm: spread(warm),
      sql: spread(theirs),
    }),
  );
} finally {
  await server.end();
  peer.close();
  await rm(folder, { recursive: true, force: true });
}

type List = { readonly rows: readonly unknown[] };

async function ask(endpoint: string, what: { readonly segment: string; readonly region: string }) {
  const body = JSON.stringify({ query: QUERY, variables: { for: what } });
  const start = performance.now();
  const reply = await fetch(endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data, errors } = (await reply.json()) as {
    data?: { candidates: { named?: List; ties: List; results: List } };
    errors?: unknown;
  };
  const ms = performance.now() - start;
  const { named, ties, results } = data?.candidates ?? {};
  if (named === undefined || ties === undefined || results === undefined) {
    throw new Error(JSON.stringify({ data, errors }));
  }
  return { ms, rows: named.rows.length + ties.rows.length + results.rows.length };
}
