import { compareText, sortedUnique } from '#graph-model/text.ts';
import { partnerModel, type PartnerModel } from '../partners/scores.ts';
import type { PartnerTie, PartnerView } from '../partners/view.ts';
import { plainGraph, type PlainGraph } from './plain-scores.ts';
import { shuffled } from './shuffled.ts';

/** What is left when some ties are hidden, and what is to be found again. */
export type TieFold = {
  readonly view: PartnerView;
  readonly model: PartnerModel;
  /** Who is together with whom in a tie left in, by the numbers of the model; and in how many ties each is. */
  readonly graph: PlainGraph;
  readonly popularity: Float64Array;
  readonly cases: Iterable<TieCase>;
};

/** Who joins a member in a hidden tie, as numbers of the model. */
export type TieCase = {
  /** The hidden tie. */
  readonly group: string;
  readonly from: number;
  readonly fresh: readonly number[];
  /** In no tie with the one asked for, left in or hidden. */
  readonly wrong: Uint32Array;
};

/** How many are looked at, drawn at random. */
export type TieSample = {
  readonly ties: number;
  /** Members of a tie that are asked, and of those who join one. */
  readonly members: number;
};

/** Ties of two bodies or more, in order of id: of these alone can anything be hidden. */
export function hideable({ bodies, ties }: PartnerView): readonly PartnerTie[] {
  const known = new Set(bodies.map(({ id }) => id));
  const several = ties.filter(({ members }) => new Set(members.filter((id) => known.has(id))).size > 1);
  return several.sort((a, b) => compareText(a.id, b.id));
}

/**
 * Hides whole ties, a fold at a time until each was hidden once; of a sample as large a part at a time. To be found again
 * is, for every member, who joins it there without having been together with it elsewhere. Nobody in a tie with the one
 * asked for that is left in can be named, nor count as wrong who is hidden with it.
 */
export function* hideTies(
  view: PartnerView,
  folds: number,
  random: () => number,
  sample?: TieSample,
): Generator<TieFold> {
  const inOrder = view.ties.toSorted((a, b) => compareText(a.id, b.id));
  const all = shuffled(hideable(view), random);
  const ties = all.slice(0, sample?.ties);
  const parts = Math.min(ties.length, Math.ceil((folds * ties.length) / all.length));
  for (let fold = 0; fold < parts; fold++) {
    const hidden = ties.filter((_, n) => n % parts === fold);
    const out = new Set(hidden);
    const some = <T>(list: readonly T[]) =>
      sample === undefined || list.length <= sample.members ? list : shuffled(list, random).slice(0, sample.members);
    yield foldOf({ ...view, ties: inOrder.filter((tie) => !out.has(tie)) }, hidden, some);
  }
}

type Some = <T>(list: readonly T[]) => readonly T[];

function foldOf(view: PartnerView, hidden: readonly PartnerTie[], some: Some): TieFold {
  const model = partnerModel(view);
  const pairs = function* () {
    for (const members of model.membersOf) for (const a of members) for (const b of members) yield [a, b] as const;
  };
  return {
    view,
    model,
    graph: plainGraph(model.bodies.length, pairs()),
    popularity: Float64Array.from(model.tiesOf, ({ length }) => length),
    cases: casesOf(model, hidden, some),
  };
}

function* casesOf(model: PartnerModel, hidden: readonly PartnerTie[], some: Some): Generator<TieCase> {
  const together = (body: number) => new Set(model.tiesOf[body]?.flatMap((tie) => model.membersOf[tie] ?? []));
  // In order of id, as sums of shares depend on the order they are added in.
  const numbers = hidden.map(({ members }) => sortedUnique(members).flatMap((id) => model.numberOf.get(id) ?? []));
  const hiddenWith = new Map<number, Set<number>>();
  for (const members of numbers) {
    for (const a of members) {
      const beside = hiddenWith.get(a) ?? new Set();
      for (const b of members) beside.add(b);
      hiddenWith.set(a, beside);
    }
  }
  for (const [n, members] of numbers.entries()) {
    for (const from of some(members)) {
      const known = together(from);
      const fresh = some(members.filter((b) => b !== from && !known.has(b)));
      if (fresh.length === 0) continue;
      const taken = new Set([from, ...known, ...(hiddenWith.get(from) ?? [])]);
      const wrong = new Uint32Array(model.bodies.length - taken.size);
      for (let b = 0, open = 0; b < model.bodies.length; b++) if (!taken.has(b)) wrong[open++] = b;
      yield { group: hidden[n]?.id ?? '', from, fresh, wrong };
    }
  }
}
