import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
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
 * How long a board takes as the explorer asks it, over HTTP until its last byte, beside counts of the same cells by
 * plain SQL over plain tables and, with `neo4j`, by plain Cypher over the relationships drawn in the store. A chain
 * is asked in regions drawn by chance. Boards of the smallest chains warm the process up (`cold`: the very first); then
 * each other chain is met for the first time, in 6 regions (`first`: read from the store and worked out); then all are
 * asked in 1, 3 and 6 regions, in as many rounds as wished (`again`: worked out from what is kept of the chain).
 * Usage: npm run bench board/run [entities=100000] [rounds=3] [seed=1] [sqlite | neo4j]
 * Prints one JSON line, times in ms; of `again` the `slowest` with its cells and bytes, and how many were above the bar.
 */
const BAR_MS = 50;
const REGIONS = [1, 3, 6];
const BATCH = 50_000;
/** Boards, and the share of the chains that they are of: the last, which have the fewest bodies. */
const WARM_UP = { boards: 150, share: 0.2 };

type Answered = { readonly ms: number; readonly cells: number; readonly bytes: number };

const [entities = 100_000, rounds = 3, seed = 1] = process.argv.slice(2, 5).map(Number);
const folder = await mkdtemp(path.join(tmpdir(), 'longlian-board-'));
const own = process.argv[5] === 'neo4j' ? await ownNeo4j() : undefined;
const url = own?.url ?? path.join(folder, 'store.sqlite');
const server = new Child('./server.ts');
const agent = new Agent({ keepAlive: true });
const peers: { [name: string]: Peer } = {};
try {
  const { chains, regions, relationships } = await load();
  const endpoint = `${await server.ask<string>({ serve: url } satisfies ServerRequest)}graphql`;
  const random = seeded(seed);
  const unmet = chains.slice(0, -Math.ceil(chains.length * WARM_UP.share));
  const warmUp: Answered[] = [];
  while (warmUp.length < WARM_UP.boards) {
    for (const chain of chains.slice(unmet.length)) {
      for (const count of REGIONS) warmUp.push(await ask(endpoint, chain, sample(random, regions, count)));
    }
  }
  const first: Answered[] = [];
  for (const chain of unmet) first.push(await ask(endpoint, chain, sample(random, regions, Math.max(...REGIONS))));
  const again: Answered[] = [];
  const theirs: { [name: string]: number[] } = {};
  for (let round = 0; round < rounds; round++) {
    for (const chain of chains) {
      for (const count of REGIONS) {
        const asked = sample(random, regions, count);
        again.push(await ask(endpoint, chain, asked));
        for (const [name, peer] of Object.entries(peers)) (theirs[name] ??= []).push(await peer.count(chain, asked));
      }
    }
  }

  console.log(
    JSON.stringify({
      store: own === undefined ? 'sqlite' : 'neo4j',
      entities,
      relationships,
      chains: chains.length,
      rounds,
      seed,
      cellsABoard: Math.round(again.reduce((sum, { cells }) => sum + cells, 0) / again.length),
      cold: warmUp[0]?.ms,
      first: spread(first.map(({ ms }) => ms)),
      again: spread(again.map(({ ms }) => ms)),
      aboveBar: { of: again.length, count: again.filter(({ ms }) => ms > BAR_MS).length },
      slowest: again.reduce((a, b) => (b.ms > a.ms ? b : a)),
      peers: Object.fromEntries(Object.entries(theirs).map(([name, times]) => [name, spread(times)])),
    }),
  );
} finally {
  agent.destroy();
  await server.end();
  for (const peer of Object.values(peers)) await peer.close();
  await own?.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Writes the world and lets go of it: a heap of a million rows here would have its garbage collected beside the server. */
async function load() {
  const { changes, chains, regions, facts } = boardWorld(entities, seed);
  peers['sql'] = sqlPeer(folder, facts, regions);
  // On a busy machine the first answer of a server that has just started takes longer than a store waits for it.
  await own?.empty();
  const store = await openStore(url, own === undefined ? {} : { credentials: own.credentials });
  const lease = await store.lease({ host: hostname(), pid: process.pid });
  for (let at = 0; at < changes.length; at += BATCH) await lease.write(changes.slice(at, at + BATCH));
  await lease.commit({ id: runId({ title: 'board' }), owner: 'data/bench', title: 'board', asOf: '2025' });
  await store.close();
  if (own !== undefined) peers['cypher'] = cypherPeer(own.url, own.credentials);
  return { chains, regions, relationships: facts.length };
}

function sample(random: () => number, regions: readonly string[], count: number): string[] {
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(regions[Math.floor(random() * regions.length)] as string);
  return [...drawn];
}

/** The answer is read only after the clock has stopped. */
async function ask(endpoint: string, chain: string, regions: readonly string[]): Promise<Answered> {
  const body = JSON.stringify({ query: print(boardQuery), variables: { chain, regions } });
  const start = performance.now();
  const reply = await post(endpoint, body);
  const ms = performance.now() - start;
  const { data, errors } = JSON.parse(reply.toString()) as {
    data?: { board: { cells?: readonly unknown[] } };
    errors?: unknown;
  };
  if (data?.board.cells === undefined) throw new Error(JSON.stringify({ data, errors }));
  return { ms, cells: data.board.cells.length, bytes: reply.length };
}

/** Over one connection that stays open, as a browser has it. */
function post(endpoint: string, body: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const asked = request(endpoint, { agent, method: 'POST', headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.once('end', () => resolve(Buffer.concat(parts)));
      reply.once('error', reject);
    });
    asked.once('error', reject);
    asked.end(body);
  });
}
