import { mkdtemp, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { print } from 'graphql';
import { runId } from '#graph-model/ids.ts';
import { openStore } from '#graph-model/store/open.ts';
import { seeded } from '#graph-model/seeded.ts';
import { boardQuery } from '../../web/src/api/board.ts';
import { ownNeo4j } from '../own-neo4j.ts';
import { Child } from '../child.ts';
import type { ServerRequest } from '../server.ts';
import { spread } from '../spread.ts';
import { cypherPeer, sqlPeer, type Peer } from './peers.ts';
import { boardWorld } from './world.ts';

/**
 * How long a board takes as the explorer asks it, over HTTP, beside counts of the same cells by plain SQL over plain
 * tables and, with `neo4j`, by plain Cypher over the relationships drawn in the store. Each chain of the world is asked
 * in 1, 3 and 6 regions drawn by chance: a first round (`first`) meets each chain for the first time after the server's
 * start, the others (`warm`) do not.
 * Usage: npm run bench board/run [entities=100000] [rounds=3] [seed=1] [sqlite | neo4j]
 * Prints one JSON line, times in ms.
 */
const REGIONS = [1, 3, 6];
const BATCH = 50_000;

const [entities = 100_000, rounds = 3, seed = 1] = process.argv.slice(2, 5).map(Number);
const folder = await mkdtemp(path.join(tmpdir(), 'longlian-board-'));
const own = process.argv[5] === 'neo4j' ? await ownNeo4j() : undefined;
const url = own?.url ?? path.join(folder, 'store.sqlite');
const { changes, chains, regions, facts } = boardWorld(entities, seed);
const peers: { [name: string]: Peer } = { sql: sqlPeer(folder, facts, regions) };
const server = new Child('./server.ts');
try {
  const store = await openStore(url, own === undefined ? {} : { credentials: own.credentials });
  const lease = await store.lease({ host: hostname(), pid: process.pid });
  for (let at = 0; at < changes.length; at += BATCH) await lease.write(changes.slice(at, at + BATCH));
  await lease.commit({ id: runId({ title: 'board' }), owner: 'data/bench', title: 'board', asOf: '2025' });
  await store.close();
  if (own !== undefined) peers['cypher'] = cypherPeer(own.url, own.credentials);

  const endpoint = `${await server.ask<string>({ serve: url } satisfies ServerRequest)}graphql`;
  const random = seeded(seed);
  const ours: { first: number[]; warm: number[] } = { first: [], warm: [] };
  const theirs: { [name: string]: number[] } = {};
  let cells = 0;
  for (let round = 0; round <= rounds; round++) {
    for (const chain of chains) {
      for (const count of REGIONS) {
        const asked = sample(random, count);
        const board = await ask(endpoint, chain, asked);
        ours[round === 0 ? 'first' : 'warm'].push(board.ms);
        if (round === 0) continue;
        cells += board.cells;
        for (const [name, peer] of Object.entries(peers)) (theirs[name] ??= []).push(await peer.count(chain, asked));
      }
    }
  }
  const of = Object.fromEntries(Object.entries(theirs).map(([name, times]) => [name, spread(times)]));

  console.log(
    JSON.stringify({
      store: own === undefined ? 'sqlite' : 'neo4j',
      entities,
      relationships: facts.length,
      chains: chains.length,
      rounds,
      seed,
      cellsABoard: Math.round(cells / ours.warm.length),
      first: spread(ours.first),
      warm: spread(ours.warm),
      peers: of,
    }),
  );
} finally {
  await server.end();
  for (const peer of Object.values(peers)) await peer.close();
  await own?.stop();
  await rm(folder, { recursive: true, force: true });
}

function sample(random: () => number, count: number): string[] {
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(regions[Math.floor(random() * regions.length)] as string);
  return [...drawn];
}

async function ask(endpoint: string, chain: string, asked: readonly string[]) {
  const body = JSON.stringify({ query: print(boardQuery), variables: { chain, regions: asked } });
  const start = performance.now();
  const reply = await fetch(endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { data, errors } = (await reply.json()) as {
    data?: { board: { cells?: readonly unknown[] } };
    errors?: unknown;
  };
  const ms = performance.now() - start;
  if (data?.board.cells === undefined) throw new Error(JSON.stringify({ data, errors }));
  return { ms, cells: data.board.cells.length };
}
