import { compareText, sortedUnique } from '#graph-model/text.ts';
import { grouped } from './grouped.ts';
import { topOf } from './nesting.ts';

/**
 * Which segment stands near a body, and which body near a segment: by what other bodies do, by what segments are part
 * of, and by what feeds what. What is named is near, not active there.
 */
export type SegmentView = {
  /** Who is active in what. */
  readonly active: readonly { readonly body: string; readonly segment: string }[];
  /** The segment, stage or chain that a segment is part of. */
  readonly partOf: ReadonlyMap<string, string>;
  /** From the segment that gives to the one that takes. */
  readonly feeds: readonly (readonly [string, string])[];
};

export const RELATED_TERMS = {
  presence: { zh: '同做这些环节的多', en: 'bodies do both' },
  flow: { zh: '上下游环节', en: 'feeds or is fed' },
  stage: { zh: '相邻环节', en: 'segment beside it' },
  chain: { zh: '同一产业链', en: 'same chain' },
} as const;
export type RelatedTermName = keyof typeof RELATED_TERMS;
const NAMES = Object.keys(RELATED_TERMS) as readonly RelatedTermName[];

/**
 * Each term's share, the same for all data. Co-presence carries nearly all that can be foretold; nesting and flow put
 * an order into what it leaves alike, and are all there is where nobody does two things.
 */
const SHARES: Readonly<Record<RelatedTermName, number>> = { presence: 0.8, flow: 0.1, stage: 0.07, chain: 0.03 };

export type RelatedTerm = {
  readonly term: RelatedTermName;
  /** Thousandths, weighted: how many times as likely as by chance, times the term's share. */
  readonly value: number;
  /** Segments of the body that it rests on, in order of id. */
  readonly rests: readonly string[];
};
export type Related = {
  /** The segment, or the body. */
  readonly id: string;
  readonly score: number;
  readonly terms: readonly RelatedTerm[];
};
export type RelatedQuestion = {
  readonly first: number;
  /** Percent of each term's value; 100 where none is said. */
  readonly weights?: Readonly<Partial<Record<RelatedTermName, number>>>;
  readonly leaveOut?: (id: string) => boolean;
};

export type SegmentModel = {
  readonly bodies: readonly string[];
  readonly segments: readonly string[];
  readonly segmentsOf: ReadonlyMap<string, readonly string[]>;
  readonly bodiesOf: ReadonlyMap<string, readonly string[]>;
  readonly memberships: number;
  /** By segment or stage: what it is nested in, next above and last; and which segments are in each of those. */
  readonly above: ReadonlyMap<string, { readonly stage: string; readonly chain: string }>;
  readonly within: ReadonlyMap<string, readonly string[]>;
  readonly flows: ReadonlyMap<string, readonly string[]>;
};

export function segmentModel({ active, partOf, feeds }: SegmentView): SegmentModel {
  const segmentsOf = grouped(active.map(({ body, segment }) => [body, segment]));
  const bodiesOf = grouped(active.map(({ body, segment }) => [segment, body]));
  // What others are part of is a stage or a chain, unless somebody is said to be active in it as a whole.
  const wholes = new Set(partOf.values());
  const segments = sortedUnique([...bodiesOf.keys(), ...partOf.keys(), ...feeds.flat()]).filter(
    (segment) => !wholes.has(segment) || bodiesOf.has(segment),
  );
  const above = new Map(
    [...new Set([...segments, ...partOf.keys()])].flatMap((segment) => {
      const stage = partOf.get(segment);
      return stage === undefined ? [] : [[segment, { stage, chain: topOf(partOf, stage) ?? stage }] as const];
    }),
  );
  const nested = segments.flatMap((segment) => {
    const over = above.get(segment);
    return over === undefined ? [] : [over.stage, over.chain].map((each) => [each, segment] as const);
  });
  return {
    bodies: [...segmentsOf.keys()].sort(compareText),
    segments,
    segmentsOf,
    bodiesOf,
    memberships: [...segmentsOf.values()].reduce((sum, { length }) => sum + length, 0),
    above,
    within: grouped(nested),
    flows: grouped(feeds.flatMap(([from, to]) => [[from, to] as const, [to, from] as const])),
  };
}

/** Segments that a body is not active in, nearest first, equals by id; nothing that has no term to stand on. */
export function segmentsNear(model: SegmentModel, body: string, question: RelatedQuestion): readonly Related[] {
  const mine = model.segmentsOf.get(body) ?? [];
  const near = mine.map((segment) => ({ segment, terms: surroundings(model, segment) }));
  const candidates = new Set(near.flatMap(({ terms }) => NAMES.flatMap((term) => [...terms[term].keys()])));
  for (const segment of mine) candidates.delete(segment);
  return best(
    [...candidates].map((to) =>
      rated(to, popularity(model, to), mine.length, question, (term) =>
        near.map(({ segment, terms }) => [segment, terms[term].get(to) ?? 0] as const),
      ),
    ),
    question,
  );
}

/** Bodies that are not active in a segment, nearest first, equals by id; nobody who has no term to stand on. */
export function bodiesNear(model: SegmentModel, segment: string, question: RelatedQuestion): readonly Related[] {
  const terms = surroundings(model, segment);
  const there = new Set(model.bodiesOf.get(segment));
  const near = new Set(NAMES.flatMap((term) => [...terms[term].keys()]));
  const candidates = new Set([...near].flatMap((other) => model.bodiesOf.get(other) ?? []));
  return best(
    [...candidates].flatMap((body) => {
      if (there.has(body)) return [];
      const mine = model.segmentsOf.get(body) ?? [];
      return [
        rated(body, Math.sqrt(mine.length), mine.length, question, (term) =>
          mine.map((from) => [from, terms[term].get(from) ?? 0] as const),
        ),
      ];
    }),
    question,
  );
}

/**
 * For each term, how many times as likely as by chance a body of the segment is in another: alike in both directions.
 * Presence goes from the segment to one of its bodies, and from that to another segment of it, both evenly; for nesting
 * and flow, one of those segments is drawn by how many bodies it has.
 */
function surroundings(model: SegmentModel, segment: string): Readonly<Record<RelatedTermName, Map<string, number>>> {
  const presence = new Map<string, number>();
  for (const body of model.bodiesOf.get(segment) ?? []) {
    const others = (model.segmentsOf.get(body) ?? []).filter((other) => other !== segment);
    for (const other of others) presence.set(other, (presence.get(other) ?? 0) + 1 / others.length);
  }
  for (const [other, sum] of presence) {
    presence.set(other, (sum * model.memberships) / popularity(model, segment) / popularity(model, other));
  }
  const evenly = (others: readonly string[]) => {
    const all = others.reduce((sum, other) => sum + popularity(model, other), 0);
    return new Map(others.filter((other) => other !== segment).map((other) => [other, model.memberships / all]));
  };
  const above = model.above.get(segment);
  return {
    presence,
    flow: evenly(model.flows.get(segment) ?? []),
    stage: evenly(model.within.get(above?.stage ?? '') ?? []),
    chain: evenly(model.within.get(above?.chain ?? '') ?? []),
  };
}

/** Bodies of a segment; half a body where there is none, so that it can be named at all. */
function popularity({ bodiesOf }: SegmentModel, segment: string): number {
  return (bodiesOf.get(segment)?.length ?? 0) + 0.5;
}

function rated(
  id: string,
  size: number,
  held: number,
  { weights = {} }: RelatedQuestion,
  likely: (term: RelatedTermName) => readonly (readonly [string, number])[],
): Related {
  const terms = NAMES.map((term) => {
    const from = likely(term).filter(([, times]) => times > 0);
    const mean = from.reduce((sum, [, times]) => sum + times, 0) / held;
    const value = Math.round(10 * (weights[term] ?? 100) * SHARES[term] * mean * size);
    return { term, value, rests: from.map(([segment]) => segment) };
  });
  return { id, score: terms.reduce((sum, { value }) => sum + value, 0), terms };
}

function best(all: readonly Related[], { first, leaveOut = () => false }: RelatedQuestion): readonly Related[] {
  return all
    .filter(({ id, score }) => score > 0 && !leaveOut(id))
    .sort((a, b) => b.score - a.score || compareText(a.id, b.id))
    .slice(0, first);
}
