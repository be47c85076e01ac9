import { mkdtemp, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { print, type DocumentNode } from 'graphql';
import { nameId, runId } from '#graph-model/ids.ts';
import { foldName } from '#graph-model/names.ts';
import type { Change } from '#graph-model/rows.ts';
import { openStore } from '#graph-model/store/open.ts';
import { seeded } from '#graph-model/seeded.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { neighbourhoodQuery } from '../../web/src/api/neighbourhood.ts';
import { pathsQuery } from '../../web/src/api/paths.ts';
import { boardWorld, type PlainFact } from '../board/world.ts';
import { Child } from '../child.ts';
import type { ServerRequest } from '../server.ts';
import { spread } from '../spread.ts';
import { expand, firstPath } from './deeds.ts';
import { panBoth, type Panned } from './pan.ts';
import { buildUncapped } from './uncapped.ts';

/**
 * How quick the explorer is in a headless browser without a GPU: the first path after Enter and what an expand brings,
 * over a generated world, beside the service's answer to the same question alone; panning big pictures, made up and laid
 * out beforehand, beside Cytoscape as it comes with the same nodes and edges.
 * Usage: npm run bench ui/run [entities=100000] [rounds=10] [seed=1]
 * Prints one JSON line for each of the two and each size of picture, times in ms.
 */
const PICTURES = [
  // The most that the explorer draws; beyond, it is built without that cap.
  [1_500, 3_000],
  [2_000, 4_000],
  [5_000, 10_000],
] as const;
const BATCH = 50_000;

const [entities = 100_000, rounds = 10, seed = 1] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(path.join(tmpdir(), 'longlian-ui-'));
const store = path.join(folder, 'store.sqlite');
const { changes, facts, regions } = boardWorld(entities, seed);
const server = new Child('./server.ts');
const found = await launchBrowser();
try {
  if (found === undefined) throw new Error('没有浏览器 no browser');
  await fill();
  const explorer = path.join(folder, 'explorer');
  await buildUncapped(explorer);
  const url = await server.ask<string>({ serve: store, explorer } satisfies ServerRequest);
  const of = { entities, relationships: facts.length, rounds, seed, browser: found.from };

  const paths = { enter: [] as number[], service: [] as number[] };
  for (const { from, to } of pairs(rounds)) {
    const input = {
      from: [from.id],
      to: [to.id],
      k: 5,
      maxHops: 4,
      places: false,
      modalities: ['operating', 'building'],
    };
    paths.service.push(await service(url, pathsQuery, { input, version: null }));
    paths.enter.push(await firstPath(found.browser, url, from.name, to.name));
  }
  console.log(JSON.stringify({ what: 'first path after Enter', ...of, ...beside(paths.enter, paths.service) }));

  const expands = { paint: [] as number[], service: [] as number[] };
  const filter = { modalities: ['operating', 'building'], direction: 'ANY' };
  for (const id of regions.slice(-rounds)) {
    expands.service.push(
      await service(url, neighbourhoodQuery, { input: { ids: [id], filter, limit: 50 }, version: null }),
    );
    expands.paint.push(await expand(found.browser, url, id));
  }
  console.log(JSON.stringify({ what: 'expand to paint', ...of, ...beside(expands.paint, expands.service) }));

  for (const picture of PICTURES) {
    const { ours, plain } = await panBoth(found.browser, url, picture);
    const [nodes, edges] = picture;
    console.log(
      JSON.stringify({ what: 'panning', nodes, edges, browser: found.from, ours, plain, times: times(ours, plain) }),
    );
  }
} finally {
  await found?.browser.close();
  await server.end();
  await rm(folder, { recursive: true, force: true });
}

async function fill(): Promise<void> {
  const into = await openStore(store);
  const lease = await into.lease({ host: hostname(), pid: process.pid });
  const rows = [...changes, ...changes.flatMap(nameOf)];
  for (let at = 0; at < rows.length; at += BATCH) await lease.write(rows.slice(at, at + BATCH));
  await lease.commit({ id: runId({ title: 'ui' }), owner: 'data/bench', title: 'ui', asOf: '2025' });
  await into.close();
}

/** The world of the boards is never searched: what a name finds is added here. */
function nameOf(change: Change): Change[] {
  if (change.table !== 'entity' || !('open' in change)) return [];
  const { id: entity, name: value } = change.open;
  const open = {
    id: nameId(entity, value),
    entity,
    value,
    folded: foldName(value),
    type: 'legal',
    lang: 'zh',
  } as const;
  return [{ table: 'name', open }];
}

type Named = { readonly id: string; readonly name: string };

/** Two that are active in one segment: a path of two hops lies between them, at least. */
function pairs(count: number): { from: Named; to: Named }[] {
  const random = seeded(seed);
  const names = new Map<string, string>();
  for (const change of changes)
    if (change.table === 'entity' && 'open' in change) names.set(change.open.id, change.open.name);
  const bySegment = new Map<string, PlainFact[]>();
  for (const fact of facts) {
    if (fact.type !== 'ACTIVE_IN' || fact.modality !== 'operating' || !names.get(fact.from)?.endsWith('单位')) continue;
    bySegment.set(fact.to, [...(bySegment.get(fact.to) ?? []), fact]);
  }
  const shared = [...bySegment.values()].filter((acts) => acts.length > 1);
  const named = (id: string | undefined) => ({ id: id ?? '', name: names.get(id ?? '') ?? '' });
  return Array.from({ length: count }, () => {
    const acts = shared[Math.floor(random() * shared.length)] ?? [];
    return { from: named(acts[0]?.from), to: named(acts.at(-1)?.from) };
  });
}

/** The service's answer alone, to its last byte. */
async function service(url: string, query: DocumentNode, variables: object): Promise<number> {
  const start = performance.now();
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: print(query), variables });
  const reply = await fetch(`${url}graphql`, { method: 'POST', headers, body });
  const { errors } = (await reply.json()) as { errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return performance.now() - start;
}

function beside(seen: readonly number[], alone: readonly number[]) {
  const [ms, serviceMs] = [spread(seen), spread(alone)];
  return { ms, serviceMs, timesTheService: ratio(ms.p50, serviceMs.p50) };
}

/** Frames per second as a multiple of plain Cytoscape's, the longest gap as a share of its. */
function times(ours: Panned, plain: Panned) {
  return {
    fps: ratio(ours.settled.fps, plain.settled.fps),
    longestGap: ratio(ours.settled.longestGapMs, plain.settled.longestGapMs),
  };
}

function ratio(one: number, other: number): number {
  return Math.round((one / Math.max(other, 0.001)) * 100) / 100;
}
