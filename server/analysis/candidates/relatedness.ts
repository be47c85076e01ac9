import { compareText, sortedUnique } from '#graph-model/text.ts';

/**
 * Which segment stands near a body, and which body near a segment: by what other bodies do (co-presence), by what a
 * segment is part of, and by what it is fed by and feeds. Whom it names is near, not active there.
 */
export type SegmentView = {
  /** Who is active in what. */
  readonly active: readonly { readonly body: string; readonly segment: string }[];
  /** The segment, stage or chain that a segment is part of. */
  readonly partOf: ReadonlyMap<string, string>;
  /** From the segment that gives to the one that takes. */
  readonly feeds: readonly (readonly [string, string])[];
};

export const RELATED_TERMS = ['presence', 'nesting', 'flow'] as const;
export type RelatedTermName = (typeof RELATED_TERMS)[number];
export type RelatedTerm = {
  readonly term: RelatedTermName;
  /** Thousandths, weighted. */
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
  readonly near: Readonly<Record<RelatedTermName, (from: string, to: string) => number>>;
};

export function segmentModel({ active, partOf, feeds }: SegmentView): SegmentModel {
  const segmentsOf = grouped(active.map(({ body, segment }) => [body, segment]));
  const bodiesOf = grouped(active.map(({ body, segment }) => [segment, body]));
  const flows = new Set(feeds.flatMap(([from, to]) => [`${from}\n${to}`, `${to}\n${from}`]));
  return {
    bodies: [...segmentsOf.keys()].sort(compareText),
    segments: [...bodiesOf.keys()].sort(compareText),
    segmentsOf,
    bodiesOf,
    near: {
      presence: (from, to) => {
        const theirs = new Set(bodiesOf.get(to));
        const mine = bodiesOf.get(from) ?? [];
        const both = mine.filter((body) => theirs.has(body)).length;
        return both / Math.max(mine.length, theirs.size, 1);
      },
      nesting: (from, to) => {
        const above = partOf.get(from);
        return above !== undefined && above === partOf.get(to) ? 1 : 0;
      },
      flow: (from, to) => (flows.has(`${from}\n${to}`) ? 1 : 0),
    },
  };
}

/** Segments that a body is not active in, nearest first, equals by id. */
export function segmentsNear(model: SegmentModel, body: string, question: RelatedQuestion): readonly Related[] {
  const mine = model.segmentsOf.get(body) ?? [];
  return best(
    model.segments
      .filter((segment) => !mine.includes(segment))
      .map((segment) => rated(model, mine, segment, segment, question)),
    question,
  );
}

/** Bodies that are not active in a segment, nearest first, equals by id. */
export function bodiesNear(model: SegmentModel, segment: string, question: RelatedQuestion): readonly Related[] {
  const there = new Set(model.bodiesOf.get(segment));
  return best(
    model.bodies
      .filter((body) => !there.has(body))
      .map((body) => rated(model, model.segmentsOf.get(body) ?? [], segment, body, question)),
    question,
  );
}

function rated(
  { near }: SegmentModel,
  mine: readonly string[],
  to: string,
  id: string,
  { weights = {} }: RelatedQuestion,
): Related {
  const terms = RELATED_TERMS.map((term) => {
    const rests = mine.filter((from) => near[term](from, to) > 0);
    const value = rests.reduce((sum, from) => sum + near[term](from, to), 0);
    return { term, value: Math.round(value * 10 * (weights[term] ?? 100)), rests };
  });
  return { id, score: terms.reduce((sum, { value }) => sum + value, 0), terms };
}

function best(all: readonly Related[], { first, leaveOut = () => false }: RelatedQuestion): readonly Related[] {
  return all
    .filter(({ id, score }) => score > 0 && !leaveOut(id))
    .sort((a, b) => b.score - a.score || compareText(a.id, b.id))
    .slice(0, first);
}

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>();
  for (const [key, value] of pairs) lists.set(key, [...(lists.get(key) ?? []), value]);
  return new Map([...lists].map(([key, values]) => [key, sortedUnique(values)]));
}
