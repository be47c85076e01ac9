import { partnerScores } from '#server/analysis/candidates/partners/scores.ts';
import type { PartnerView } from '#server/analysis/candidates/partners/view.ts';
import type { SegmentView } from '#server/analysis/candidates/relatedness.ts';
import type { Ranked } from '#server/analysis/candidates/measure/figures.ts';
import { hideMemberships, SIDES, type Side } from '#server/analysis/candidates/measure/hide-memberships.ts';
import { hideTies, type TieFold } from '#server/analysis/candidates/measure/hide-ties.ts';
import { PLAIN, plainGraph, plainScores, type PlainGraph } from '#server/analysis/candidates/measure/plain-scores.ts';
import { outcome, type Outcome } from '#server/analysis/candidates/measure/ranks.ts';
import { shuffled } from '#server/analysis/candidates/measure/shuffled.ts';

export const OURS = 'ours';
/** The plain indices over the graph with what bodies do and where they are, beside that of ties alone. */
export const WHOLE = PLAIN.filter((name) => name !== 'popularity').map((name) => `${name}, whole graph`);
const PEERS = 20;
/** Katz's damping, as in `plain-scores.ts`; between a body and a segment, walks have one or three steps. */
const BETA = 0.05;

/** Ranks what `hideTies` hides by ours, by the plain indices, and by these over the whole graph. */
export function rankTies(view: PartnerView, folds: number, random: () => number): Ranked {
  const ranked: Record<string, Outcome[]> = {};
  for (const fold of hideTies(view, folds, random)) {
    const { model, graph, popularity, cases } = fold;
    const whole = wholeGraph(fold);
    const degree = graph.neighbours.map((set) => set.size);
    const byDegree = [...model.bodies.keys()].sort((a, b) => (degree[a] ?? 0) - (degree[b] ?? 0) || a - b);
    const place = new Map(byDegree.map((body, n) => [body, n]));
    for (const { group, from, fresh, wrong } of cases) {
      const isWrong = new Set(wrong);
      const scores: Record<string, Float64Array> = { [OURS]: partnerScores(model, from) };
      const plain = plainScores(graph, from, popularity);
      const wide = plainScores(whole, from, popularity);
      for (const name of PLAIN) scores[name] = plain[name];
      for (const name of PLAIN) if (name !== 'popularity') scores[`${name}, whole graph`] = wide[name];
      for (const b of fresh) {
        const peers = matched(byDegree, place.get(b) ?? 0, isWrong, random);
        for (const [name, of] of Object.entries(scores)) {
          (ranked[name] ??= []).push(outcome(group, of, wrong, b, peers));
        }
      }
    }
  }
  return ranked;
}

function wholeGraph({ view, model }: TieFold): PlainGraph {
  const size = model.bodies.length;
  const named = new Map<string, number>();
  const traits = view.bodies.flatMap(({ id, segments, places }) =>
    [...segments, ...places].map((trait) => {
      if (!named.has(trait)) named.set(trait, size + named.size);
      return [model.numberOf.get(id) as number, named.get(trait) as number] as const;
    }),
  );
  const pairs = model.membersOf.flatMap((members) => members.flatMap((a) => members.map((b) => [a, b] as const)));
  return plainGraph(size + named.size, [...pairs, ...traits]);
}

/** Ranks what `hideMemberships` hides, on both sides, by ours and by the plain indices across. */
export function rankMemberships(view: SegmentView, most: number, random: () => number): Readonly<Record<Side, Ranked>> {
  const ranked: Record<Side, Record<string, Outcome[]>> = { segments: {}, bodies: {} };
  const { graph, cases } = hideMemberships(view, most, random);
  for (const { side, group, from, hidden, wrong, scores: ours } of cases(SIDES)) {
    const scores: Record<string, Float64Array> = { ...plainAcross(graph, from), [OURS]: ours };
    const peers = alike(graph, wrong, hidden, random);
    for (const [name, of] of Object.entries(scores)) {
      (ranked[side][name] ??= []).push(outcome(group, of, wrong, hidden, peers));
    }
  }
  return ranked;
}

/**
 * The five plain indices where one end has no neighbours in common with the other: through what a neighbour has besides
 * (body, segment, other body, segment), each pair of go-betweens counting once, as Adamic and Adar by how much both have.
 */
function plainAcross({ neighbours }: PlainGraph, from: number) {
  const scores = Object.fromEntries(PLAIN.map((name) => [name, new Float64Array(neighbours.length)])) as Record<
    (typeof PLAIN)[number],
    Float64Array
  >;
  const degree = (at: number) => neighbours[at]?.size ?? 0;
  const mine = neighbours[from] ?? new Set<number>();
  for (const first of mine) {
    for (const second of neighbours[first] ?? []) {
      if (second === from) continue;
      for (const at of neighbours[second] ?? []) {
        const add = (name: (typeof PLAIN)[number], value: number) => {
          scores[name][at] = (scores[name][at] ?? 0) + value;
        };
        add('common neighbours', 1);
        add('Adamic–Adar', 1 / Math.log(degree(first) + 1) / Math.log(degree(second) + 1));
        add('Katz', BETA ** 3);
      }
    }
  }
  for (const at of neighbours.keys()) {
    scores.popularity[at] = degree(at);
    scores['degree product'][at] = degree(from) * degree(at);
  }
  return scores;
}

/** Wrong ones of as many neighbours as the hidden one, or nearest to that; drawn among equals. */
function alike({ neighbours }: PlainGraph, wrong: readonly number[], to: number, random: () => number): number[] {
  const away = (at: number) => Math.abs((neighbours[at]?.size ?? 0) - (neighbours[to]?.size ?? 0));
  const sorted = shuffled(wrong, random).sort((a, b) => away(a) - away(b));
  return sorted.slice(0, PEERS);
}

/** Wrong ones whose number of partners is nearest: ranked beside it by that number, some on either side by chance. */
function matched(order: readonly number[], from: number, wrong: ReadonlySet<number>, random: () => number): number[] {
  const near: number[] = [];
  for (let step = 1; near.length < PEERS && step < order.length; step++) {
    const sides = random() < 0.5 ? [from - step, from + step] : [from + step, from - step];
    for (const side of sides) {
      const body = order[side];
      if (body !== undefined && wrong.has(body) && near.length < PEERS) near.push(body);
    }
  }
  return near;
}
