import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ownNeo4j } from '../own-neo4j.ts';
import { Child } from '../child.ts';
import type { Published, PublisherRequest } from './publisher.ts';
import type { LoopWatch, ServerRequest } from '../server.ts';
import { spread } from '../spread.ts';

/**
 * How soon a running server answers from a version that another process has published, with its projection, beside how
 * long it takes to read the whole graph into memory at its start.
 * Usage: npm run bench visible/run [relationships=500000] [rounds=5] [seed=1] [sqlite | neo4j]
 * With `neo4j` the store is a Neo4j of the bench's own. Prints one JSON line, times in ms: `wholeMs` from the
 * start of the server to its first answer; for versions of 10 and of 5,000 rows `visibleMs` from the commit to the
 * first answer when asked at once (`cpuMs`: what the server took of the processor for it, and how late its event loop
 * was meanwhile), `laterMs` how long an answer takes when asked a second later.
 */
const VERSIONS = { small: 10, medium: 5_000 };

const [relationships = 500_000, rounds = 5, seed = 1] = process.argv.slice(2, 5).map(Number);
const folder = await mkdtemp(path.join(tmpdir(), 'longlian-visible-'));
const own = process.argv[5] === 'neo4j' ? await ownNeo4j() : undefined;
const url = own?.url ?? path.join(folder, 'store.sqlite');

const publisher = new Child('./visible/publisher.ts');
const server = new Child('./server.ts');
try {
  const { entity } = await publish({ fill: url, relationships, seed });
  const started = Date.now();
  const endpoint = `${await server.ask<string>({ serve: url } satisfies ServerRequest)}graphql`;
  while ((await answeredVersion(endpoint, entity)) < 1);
  const wholeMs = Date.now() - started;
  const sizes: Record<string, unknown> = {};
  for (const [name, rows] of Object.entries(VERSIONS)) sizes[name] = await measured(endpoint, entity, rows);
  const { memory } = await howWasIt();
  console.log(
    JSON.stringify({
      store: own === undefined ? 'sqlite' : 'neo4j',
      relationships,
      rounds,
      seed,
      wholeMs,
      ...sizes,
      serverMemory: memory,
    }),
  );
} finally {
  await server.end();
  await publisher.end();
  await own?.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measured(endpoint: string, entity: string, rows: number) {
  const visible: number[] = [];
  const later: number[] = [];
  const watched: LoopWatch[] = [];
  for (let round = 0; round < rounds; round++) {
    await server.ask('watch the loop' satisfies ServerRequest);
    const { version, at } = await publish({ publish: rows });
    while ((await answeredVersion(endpoint, entity)) < version);
    visible.push(Date.now() - at);
    watched.push(await howWasIt());

    const next = await publish({ publish: rows });
    await sleep(1_000);
    const asked = performance.now();
    while ((await answeredVersion(endpoint, entity)) < next.version);
    later.push(performance.now() - asked);
  }
  return {
    visibleMs: spread(visible),
    laterMs: spread(later),
    cpuMs: spread(watched.map(({ cpu }) => cpu)),
    loopDelayMs: { p99: spread(watched.map(({ p99 }) => p99)).max, max: spread(watched.map(({ max }) => max)).max },
  };
}

async function publish(request: PublisherRequest): Promise<Published> {
  return publisher.ask(request);
}

async function howWasIt(): Promise<LoopWatch> {
  return server.ask('how was it' satisfies ServerRequest);
}

/** Asks for a degree, which is counted in the projection. @returns the version it was counted in */
async function answeredVersion(endpoint: string, id: string): Promise<number> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Company { degree } } }';
  const reply = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id } }),
  });
  const { data, errors, extensions } = (await reply.json()) as {
    data?: { node: { degree: number } | null } | null;
    errors?: readonly { extensions: { code: string } }[];
    extensions: { meta: { dataVersion: number } };
  };
  // A graph that is still being read is waited for no longer than any answer is.
  if (errors?.[0]?.extensions.code === 'DEADLINE_EXCEEDED') return -1;
  if (data?.node == null) throw new Error(JSON.stringify({ data, errors }));
  return extensions.meta.dataVersion;
}
