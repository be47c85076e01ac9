import { loadavg } from 'node:os';
import { UndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import { seeded } from '#graph-model/seeded.ts';
import { findPaths } from '#server/analysis/paths.ts';
import { degreeOf } from '#server/analysis/projection.ts';
import { commonNeighbours } from '#server/analysis/ties/common-neighbours.ts';
import { distances } from '#server/analysis/ties/distances.ts';
import { rings } from '#server/analysis/ties/rings.ts';
import { PLAIN_QUESTION } from '#test/server/support/plain-question.ts';
import { drawnPairs, edgesOf, plainGraph } from '../paths/graph.ts';
import { projectionOf } from '../paths/ours.ts';
import { spread } from '../spread.ts';

/**
 * How long questions about ties take, in process: paths through what they must pass (half of it hubs), how far twenty
 * are from twenty, what twenty hubs have in common, what lies around five. Beside graphology, of which there is the
 * shortest path of a pair (one after the other, for paths leg by leg in the order given, which may repeat an entity) and
 * the neighbours of an entity.
 * Usage: npm run bench ties/run [entities=100000] [relationships=500000] [rounds=40] [seed=1]
 * Prints one JSON line for each question, times in ms; `cut`: rounds in which the budget ended the search.
 */
const [entities = 100_000, relationships = 500_000, rounds = 40, seed = 1] = process.argv.slice(2).map(Number);
const HUBS = 200;

const graph = plainGraph({ entities, relationships, seed });
const projection = await projectionOf(graph);
const plain = new UndirectedGraph();
for (let entity = 0; entity < entities; entity++) plain.addNode(entity);
for (const { from, to } of edgesOf(graph)) plain.addEdge(from, to);

const random = seeded(seed + 7);
const below = (most: number) => Math.floor(random() * most);
const hubs = Array.from({ length: entities }, (_, at) => at)
  .sort((a, b) => degreeOf(projection, b) - degreeOf(projection, a))
  .slice(0, HUBS);
const anyOne = () => below(entities);
const anyHub = () => hubs[below(HUBS)] ?? 0;
const { k: _k, weight: _weight, disjoint: _disjoint, mustPass: _mustPass, ...rules } = PLAIN_QUESTION;
const filter = { modalities: PLAIN_QUESTION.modalities, ended: false };

const pairs = drawnPairs({ entities, relationships, seed }, rounds);
for (const weight of ['HOPS', 'COST'] as const) {
  for (const [k, maxHops] of [
    [5, 6],
    [50, 8],
  ] as const) {
    for (const count of [1, 2, 3]) {
      const asked = pairs.map(([from, to], at) => {
        const mustPass = distinct(count, () => (at % 2 === 0 ? anyHub() : anyOne()), [from, to]);
        return { ...PLAIN_QUESTION, from: [from], to: [to], k, maxHops, weight, mustPass };
      });
      const found = measured(asked, (question) => findPaths(projection, question));
      const legs = measured(asked, ({ from, to, mustPass }) => between([...from, ...mustPass, ...to]));
      say({ question: 'paths through', mustPass: count, weight, k, maxHops, ...found }, legs);
    }
  }
}
for (const [whose, one] of [
  ['any', anyOne],
  ['hubs', anyHub],
] as const) {
  const asked = pairs.map(() => ({ ...rules, from: distinct(20, one), to: distinct(20, one) }));
  const far = measured(asked, (question) => distances(projection, question));
  const bySingle = measured(asked, ({ from, to }) =>
    from.forEach((start) => to.forEach((end) => between([start, end]))),
  );
  say({ question: 'distances 20 x 20', of: whose, maxHops: rules.maxHops, ...far }, bySingle);
}
const twenty = pairs.map(() => distinct(20, anyHub));
const shared = measured(twenty, (some) =>
  commonNeighbours(projection, { entities: some, atLeast: 2, filter, first: 50 }),
);
const sets = measured(twenty, (some) => {
  const counts = new Map<string, number>();
  for (const one of some) plain.forEachNeighbor(one, (next) => counts.set(next, (counts.get(next) ?? 0) + 1));
  return [...counts].filter(([, count]) => count > 1).length;
});
say({ question: 'common neighbours of 20 hubs', ...shared }, sets);
for (const hops of [2, 4]) {
  const five = pairs.map(() => distinct(5, anyHub));
  const around = measured(five, (some) =>
    rings(projection, { entities: some, hops, filter, places: false, limit: 100 }),
  );
  say(
    { question: 'rings of 5 hubs', hops, ...around },
    measured(five, (some) => levels(some, hops)),
  );
}

function measured<Question>(asked: readonly Question[], answer: (question: Question) => unknown) {
  let cut = 0;
  const times = asked.map((question) => {
    const start = performance.now();
    const said = answer(question);
    const ms = performance.now() - start;
    if ((said as { truncated?: boolean } | undefined)?.truncated === true) cut++;
    return ms;
  });
  return { ...spread(times), cut };
}

function say(ours: object, { p50, p95, p99, max }: ReturnType<typeof spread>): void {
  const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  console.log(
    JSON.stringify({ entities, relationships, rounds, seed, ...ours, graphology: { p50, p95, p99, max }, load }),
  );
}

/** Entities that differ from each other and from these. */
function distinct(count: number, draw: () => number, others: readonly number[] = []): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) {
    const one = draw();
    if (!others.includes(one)) drawn.add(one);
  }
  return [...drawn];
}

function between(points: readonly number[]): number {
  return points.slice(1).reduce((hops, end, at) => hops + (bidirectional(plain, points[at], end)?.length ?? 0), 0);
}

function levels(some: readonly number[], hops: number): number {
  const seen = new Set(some.map(String));
  let level = [...seen];
  for (let hop = 0; hop < hops; hop++) {
    const next: string[] = [];
    for (const at of level) {
      plain.forEachNeighbor(at, (one) => {
        if (seen.size < seen.add(one).size) next.push(one);
      });
    }
    level = next;
  }
  return seen.size;
}
