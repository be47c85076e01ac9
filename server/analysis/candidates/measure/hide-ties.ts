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
  readonly wrong: readonly number[];
};

/**
 * Hides whole ties, a fold at a time until each was hidden once. To be found again is, for every member, who joins it
 * there without having been together with it elsewhere. Nobody in a tie with the one asked for that is left in can be
 * named, nor count as wrong who is hidden with it.
 */
export function* hideTies(view: PartnerView, folds: number, random: () => number): Generator<TieFold> {
  const inOrder = view.ties.toSorted((a, b) => compareText(a.id, b.id));
  const ties = shuffled(
    inOrder.filter(({ members }) => members.length > 1),
    random,
  );
  const parts = Math.min(folds, ties.length);
  for (let fold = 0; fold < parts; fold++) {
    const hidden = ties.filter((_, n) => n % parts === fold);
    const out = new Set(hidden);
    yield foldOf({ ...view, ties: inOrder.filter((tie) => !out.has(tie)) }, hidden);
  }
}

function foldOf(view: PartnerView, hidden: readonly PartnerTie[]): TieFold {
  const model = partnerModel(view);
  const pairs = function* () {
    for (const members of model.membersOf) for (const a of members) for (const b of members) yield [a, b] as const;
  };
  return {
    view,
    model,
    graph: plainGraph(model.bodies.length, pairs()),
    popularity: Float64Array.from(model.tiesOf, ({ length }) => length),
    cases: casesOf(model, hidden),
  };
}

function* casesOf(model: PartnerModel, hidden: readonly PartnerTie[]): Generator<TieCase> {
  const together = (body: number) => new Set(model.tiesOf[body]?.flatMap((tie) => model.membersOf[tie] ?? []));
  // In order of id, as sums of shares depend on the order they are added in.
  const numbers = hidden.map(({ members }) => sortedUnique(members).flatMap((id) => model.numberOf.get(id) ?? []));
  const hiddenWith = new Map<number, Set<number>>();
  for (const members of numbers) {
    for (const a of members) hiddenWith.set(a, new Set([...(hiddenWith.get(a) ?? []), ...members]));
  }
  for (const [n, members] of numbers.entries()) {
    for (const from of members) {
      const known = together(from);
      const fresh = members.filter((b) => b !== from && !known.has(b));
      if (fresh.length === 0) continue;
      const beside = hiddenWith.get(from);
      const wrong = [...model.bodies.keys()].filter((b) => b !== from && !known.has(b) && beside?.has(b) !== true);
      yield { group: hidden[n]?.id ?? '', from, fresh, wrong };
    }
  }
}
