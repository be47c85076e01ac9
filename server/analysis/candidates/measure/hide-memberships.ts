import { sortedUnique } from '#graph-model/text.ts';
import { bodiesNear, segmentModel, segmentsNear, type SegmentModel, type SegmentView } from '../relatedness.ts';
import { plainGraph, type PlainGraph } from './plain-scores.ts';
import { shuffled } from './shuffled.ts';

/** What is ranked for what: the segments for a body, or the bodies for a segment. */
export const SIDES = ['segments', 'bodies'] as const;
export type Side = (typeof SIDES)[number];

/** A hidden membership to be found again. Bodies and segments are numbers of one graph. */
export type MembershipCase = {
  readonly side: Side;
  readonly group: string;
  readonly from: number;
  readonly hidden: number;
  /** What is no membership, hidden or not. */
  readonly wrong: readonly number[];
  /** Of all numbers, by relatedness. */
  readonly scores: Float64Array;
};

export type HiddenMemberships = {
  /** Bodies and segments, joined by the memberships that are left. */
  readonly graph: PlainGraph;
  /** One by one, each side in turn. */
  readonly cases: (sides: readonly Side[]) => Iterable<MembershipCase>;
};

/** Bodies that are active in several segments, in order of id: of these alone can a membership be hidden. */
export function severalOf({ bodies, segmentsOf }: SegmentModel): readonly string[] {
  return bodies.filter((body) => (segmentsOf.get(body)?.length ?? 0) > 1);
}

/**
 * Hides one membership each of so many bodies that have others, all at once. What a body is active in besides, hidden or
 * not, counts neither for nor against.
 */
export function hideMemberships(view: SegmentView, most: number, random: () => number): HiddenMemberships {
  const whole = segmentModel(view);
  const hidden = shuffled(severalOf(whole), random)
    .slice(0, most)
    .map((body) => ({ body, segment: shuffled(segmentsOf(body), random)[0] as string }));
  const gone = new Map(hidden.map(({ body, segment }) => [body, segment]));
  const active = view.active.filter(({ body, segment }) => gone.get(body) !== segment);
  const model = segmentModel({ ...view, active });
  const all = { bodies: whole.bodies, segments: sortedUnique(whole.bodiesOf.keys()) };
  const at = new Map([...all.bodies, ...all.segments].map((id, n) => [id, n]));
  const numberOf = (id: string) => at.get(id) as number;
  const graph = plainGraph(
    at.size,
    active.map(({ body, segment }) => [numberOf(body), numberOf(segment)] as const),
  );
  return { graph, cases };

  function segmentsOf(body: string): readonly string[] {
    return whole.segmentsOf.get(body) ?? [];
  }

  function* cases(sides: readonly Side[]): Generator<MembershipCase> {
    for (const { body, segment } of hidden) {
      for (const side of sides) {
        const [from, to] = side === 'segments' ? [body, segment] : [segment, body];
        const known = new Set(side === 'segments' ? segmentsOf(body) : whole.bodiesOf.get(segment));
        const near = side === 'segments' ? segmentsNear : bodiesNear;
        const scores = new Float64Array(at.size);
        for (const { id, score } of near(model, from, { first: Infinity })) {
          const number = at.get(id);
          if (number !== undefined) scores[number] = score;
        }
        yield {
          side,
          group: `${body}\n${segment}`,
          from: numberOf(from),
          hidden: numberOf(to),
          wrong: all[side].filter((other) => !known.has(other)).map(numberOf),
          scores,
        };
      }
    }
  }
}
