import { mkdtemp, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { runId } from '#graph-model/ids.ts';
import { openStore } from '#graph-model/store/open.ts';
import { seeded } from '#graph-model/seeded.ts';
import { ANALYSIS_MODES } from '#server/analysis/topologies.ts';
import { boardWorld } from '../board/world.ts';
import { Child } from '../child.ts';
import { ownNeo4j } from '../own-neo4j.ts';
import type { LoopWatch, ServerRequest } from '../server.ts';
import { spread } from '../spread.ts';

/**
 * How long the partners of a body take over HTTP, in memory and read from the store: the first question after the
 * server's start (`first`), then others (`warm`); the answers of both modes are compared byte for byte.
 * Usage: npm run bench candidates/partners [entities=100000] [consortia=3000] [bodies=20] [seed=1] [sqlite | neo4j]
 * Prints one JSON line, times in ms.
 */
const BATCH = 50_000;
const QUERY = `query Partners($for: CandidatesFor!) { candidates(for: $for) { ... on Candidates {
  lack { lack label { zh } }
  partners { cut weighed unlisted { reason count } rows { body { id name } score terms { reason value known rests { id } } } }
} } }`;

const [entities = 100_000, consortia = 3_000, bodies = 20, seed = 1] = process.argv.slice(2, 6).map(Number);
const folder = await mkdtemp(path.join(tmpdir(), 'longlian-partners-'));
const own = process.argv[6] === 'neo4j' ? await ownNeo4j() : undefined;
const url = own?.url ?? path.join(folder, 'store.sqlite');
try {
  const { asked, relationships } = await load();
  const modes: { [mode: string]: object } = {};
  const answers: string[][] = [];
  for (const analysis of ANALYSIS_MODES) {
    const server = new Child('./server.ts');
    try {
      const endpoint = `${await server.ask<string>({ serve: url, analysis } satisfies ServerRequest)}graphql`;
      await ready(endpoint);
      await server.ask('watch the loop');
      const told: { ms: number; text: string }[] = [];
      for (const body of asked) told.push(await ask(endpoint, body));
      const { max, memory } = await server.ask<LoopWatch>('how was it');
      const [first, ...warm] = told.map(({ ms }) => ms);
      modes[analysis] = { first, warm: spread(warm), latestTick: Math.round(max), megabytes: Math.round(memory / 1e6) };
      answers.push(told.map(({ text }) => text));
    } finally {
      await server.end();
    }
  }
  const [one = [], other = []] = answers;
  const differ = one.filter((text, n) => text !== other[n]).length;
  const store = own === undefined ? 'sqlite' : 'neo4j';
  console.log(
    JSON.stringify({ store, entities, relationships, consortia, asked: asked.length, seed, ...modes, differ }),
  );
} finally {
  await own?.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Writes the world and lets go of it; who is asked about leads a consortium. */
async function load() {
  const { changes, facts } = boardWorld(entities, seed, consortia);
  await own?.empty();
  const store = await openStore(url, own === undefined ? {} : { credentials: own.credentials });
  const lease = await store.lease({ host: hostname(), pid: process.pid });
  for (let at = 0; at < changes.length; at += BATCH) await lease.write(changes.slice(at, at + BATCH));
  await lease.commit({ id: runId({ title: 'partners' }), owner: 'data/bench', title: 'partners', asOf: '2025' });
  await store.close();
  const random = seeded(seed);
  const leaders = facts.filter(({ type }) => type === 'LEADS').map(({ from }) => from);
  const asked = Array.from({ length: bodies }, () => leaders[Math.floor(random() * leaders.length)] as string);
  return { asked, relationships: facts.length };
}

/** Until the version is in memory, where it is to be. */
async function ready(endpoint: string): Promise<void> {
  while (!(await fetch(endpoint.replace('graphql', 'readyz'))).ok) await new Promise((done) => setTimeout(done, 100));
}

async function ask(endpoint: string, body: string) {
  const asked = JSON.stringify({ query: QUERY, variables: { for: { body } } });
  const headers = { 'content-type': 'application/json' };
  const start = performance.now();
  const reply = await fetch(endpoint, { method: 'POST', headers, body: asked });
  const text = await reply.text();
  const ms = performance.now() - start;
  const { data, errors } = JSON.parse(text) as {
    data?: { candidates: { partners: unknown } | null };
    errors?: unknown;
  };
  if (errors !== undefined || data === undefined) console.error(text.slice(0, 500));
  return { ms, text: JSON.stringify(data) };
}
