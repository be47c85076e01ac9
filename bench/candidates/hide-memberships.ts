import { bodiesNear, segmentModel, segmentsNear, type SegmentView } from '#server/analysis/candidates/relatedness.ts';
import { OURS, shuffled } from './hide-ties.ts';
import { PLAIN, plainGraph, type PlainGraph } from './plain-scores.ts';
import { outcome, type Outcome } from './ranks.ts';

const PEERS = 20;
/** Katz's damping, as in `plain-scores.ts`; between a body and a segment, walks have one or three steps. */
const BETA = 0.05;

export type Hidden = { readonly segments: Record<string, Outcome[]>; readonly bodies: Record<string, Outcome[]> };

/**
 * Hides one membership each of so many bodies that have others, all at once, and ranks (i) the segments for the body,
 * (ii) the bodies for the segment. What the body is active in besides, hidden or not, counts neither for nor against.
 */
export function hideMemberships(view: SegmentView, most: number, random: () => number): Hidden {
  const of = new Map<string, string[]>();
  for (const { body, segment } of view.active) of.set(body, [...(of.get(body) ?? []), segment]);
  const several = [...of].filter(([, segments]) => new Set(segments).size > 1).map(([body]) => body);
  const hidden = shuffled(several.sort(), random)
    .slice(0, most)
    .map((body) => ({ body, segment: shuffled(of.get(body) ?? [], random)[0] as string }));
  const gone = new Map(hidden.map(({ body, segment }) => [body, segment]));
  const active = view.active.filter(({ body, segment }) => gone.get(body) !== segment);
  const model = segmentModel({ ...view, active });
  const truth = new Set(view.active.map(({ body, segment }) => `${body}\n${segment}`));

  const bodies = [...of.keys()].sort();
  const segments = [...new Set(view.active.map(({ segment }) => segment))].sort();
  const at = new Map([...bodies, ...segments].map((id, n) => [id, n]));
  const numberOf = (id: string) => at.get(id) as number;
  const graph = plainGraph(
    at.size,
    active.map(({ body, segment }) => [numberOf(body), numberOf(segment)] as const),
  );
  const result: Hidden = { segments: {}, bodies: {} };
  for (const { body, segment } of hidden) {
    const near = {
      segments: segmentsNear(model, body, { first: Infinity }),
      bodies: bodiesNear(model, segment, { first: Infinity }),
    };
    for (const side of ['segments', 'bodies'] as const) {
      const [from, to, others] = side === 'segments' ? [body, segment, segments] : [segment, body, bodies];
      const pair = (other: string) => (side === 'segments' ? `${body}\n${other}` : `${other}\n${segment}`);
      const wrong = others.filter((other) => !truth.has(pair(other))).map(numberOf);
      const scores: Record<string, Float64Array> = {
        ...plainAcross(graph, numberOf(from)),
        [OURS]: new Float64Array(at.size),
      };
      for (const { id, score } of near[side]) (scores[OURS] as Float64Array)[at.get(id) ?? -1] = score;
      const peers = alike(graph, wrong, numberOf(to), random);
      for (const [name, of] of Object.entries(scores)) {
        (result[side][name] ??= []).push(
          outcome(`${body}\n${segment}`, of, [...wrong, numberOf(to)], numberOf(to), peers),
        );
      }
    }
  }
  return result;
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
