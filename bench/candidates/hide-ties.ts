import { partnerModel, partnersOf } from '#server/analysis/candidates/partners/scores.ts';
import type { PartnerTie, PartnerView } from '#server/analysis/candidates/partners/view.ts';
import { PLAIN, plainGraph, plainScores } from './plain-scores.ts';
import type { Ranked } from './figures.ts';
import { outcome, type Outcome } from './ranks.ts';

export const OURS = 'ours';
/** The plain indices over the graph with what bodies do and where they are, beside that of ties alone. */
export const WHOLE = PLAIN.filter((name) => name !== 'popularity').map((name) => `${name}, whole graph`);
const PEERS = 20;

/**
 * Hides whole ties, a fold at a time until each was hidden once, and ranks for every member who joins it there without
 * having been together with it elsewhere. Nobody in a tie with the one asked for that is left in can be named, nor
 * count as wrong who is hidden with it.
 */
export function hideTies(view: PartnerView, folds: number, random: () => number): Ranked {
  const ranked: Record<string, Outcome[]> = {};
  const ties = shuffled(
    view.ties.filter(({ members }) => members.length > 1),
    random,
  );
  const parts = Math.min(folds, ties.length);
  for (let fold = 0; fold < parts; fold++) {
    const hidden = ties.filter((_, n) => n % parts === fold);
    const kept = view.ties.filter((tie) => !hidden.includes(tie));
    judgeFold({ ...view, ties: kept }, hidden, random, (name, each) => (ranked[name] ??= []).push(each));
  }
  return ranked;
}

function judgeFold(
  view: PartnerView,
  hidden: readonly PartnerTie[],
  random: () => number,
  note: (name: string, each: Outcome) => void,
): void {
  const model = partnerModel(view);
  const at = new Map(model.bodies.map((id, n) => [id, n]));
  const together = model.bodies.map(
    (_, body) => new Set(model.tiesOf[body]?.flatMap((tie) => model.membersOf[tie] ?? [])),
  );
  const hiddenWith = new Map<number, Set<number>>();
  const numbers = hidden.map(({ members }) => [...new Set(members)].flatMap((id) => at.get(id) ?? []));
  for (const members of numbers) {
    for (const a of members) hiddenWith.set(a, new Set([...(hiddenWith.get(a) ?? []), ...members]));
  }
  const popularity = Float64Array.from(model.tiesOf, ({ length }) => length);
  const pairs = function* () {
    for (const members of model.membersOf) for (const a of members) for (const b of members) yield [a, b] as const;
  };
  const size = model.bodies.length;
  const byTies = plainGraph(size, pairs());
  const named = new Map<string, number>();
  const traitPairs = view.bodies.flatMap(({ id, segments, places }) =>
    [...segments, ...places].map((trait) => {
      if (!named.has(trait)) named.set(trait, size + named.size);
      return [at.get(id) as number, named.get(trait) as number] as const;
    }),
  );
  const whole = plainGraph(size + named.size, [...pairs(), ...traitPairs]);
  const degree = byTies.neighbours.map((set) => set.size);
  const byDegree = model.bodies.map((_, n) => n).sort((a, b) => (degree[a] ?? 0) - (degree[b] ?? 0) || a - b);
  const place = new Map(byDegree.map((body, n) => [body, n]));

  for (const [n, members] of numbers.entries()) {
    const group = hidden[n]?.id ?? '';
    for (const a of members) {
      const fresh = members.filter((b) => b !== a && together[a]?.has(b) !== true);
      if (fresh.length === 0) continue;
      const wrong = model.bodies
        .map((_, b) => b)
        .filter((b) => b !== a && together[a]?.has(b) !== true && hiddenWith.get(a)?.has(b) !== true);
      const isWrong = new Set(wrong);
      const scores: Record<string, Float64Array> = { [OURS]: ourScores(model, a, at) };
      const plain = plainScores(byTies, a, popularity);
      const wide = plainScores(whole, a, popularity);
      for (const name of PLAIN) scores[name] = plain[name];
      for (const name of PLAIN) if (name !== 'popularity') scores[`${name}, whole graph`] = wide[name];
      for (const b of fresh) {
        const peers = matched(byDegree, place.get(b) ?? 0, isWrong, random);
        for (const [name, of] of Object.entries(scores)) note(name, outcome(group, of, [...wrong, b], b, peers));
      }
    }
  }
}

function ourScores(model: ReturnType<typeof partnerModel>, from: number, at: ReadonlyMap<string, number>) {
  const scores = new Float64Array(model.bodies.length).fill(-Infinity);
  for (const { body, score } of partnersOf(model, { body: model.bodies[from] as string, first: Infinity })) {
    scores[at.get(body) as number] = score;
  }
  return scores;
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

export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const list = [...values];
  for (let n = list.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [list[n], list[other]] = [list[other] as T, list[n] as T];
  }
  return list;
}
