import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { PathQuestion } from './path-question.ts';
import { OPPOSITE } from './path-terrain.ts';
import { spend, workOf, type Work } from './path-work.ts';
import { PATH_BUDGET } from './paths.ts';
import { kindAt, modalityRank, type AnyProjection } from './projection.ts';
import { halfTest } from './relation-filter.ts';
import { liesIn } from './ties/weak-intermediary.ts';

/** What is no tie yet, in the order of how far it is from one. */
export const INTENDED = ['planned', 'proposed'] as const satisfies readonly Modality[];
export type Intended = (typeof INTENDED)[number];

/** How many wholes around an area are looked at, one around the other: a park, a district, a city, a province. */
const MOST_AROUND = 6;

/** Whatever happens to the whole may be meant for the part only where the part is an area too. */
const AREAS: readonly Kind[] = ['Place', 'Park'];

export type IntendedTies = Readonly<Record<Intended, number>> & {
  /** Rows, planned before proposed, then in order. */
  readonly ties: readonly number[];
  /** The budget ended the search: there may be more. */
  readonly truncated: boolean;
};

/**
 * The relationships that are only planned or proposed, where a question leaves out such, between its ends: between what
 * is asked, or may be it, on one side and on the other too, or what contains an area there. All else of its filters holds.
 * @param question of a modality that it asks for itself only those are given that it passes over with the places
 */
export function intendedTies(projection: AnyProjection, question: PathQuestion, budget = PATH_BUDGET): IntendedTies {
  const { types, sourceClasses, minConfidence, ended, asOf, direction } = question;
  const [asked, leftOut] = [true, false].map((isAsked) =>
    INTENDED.filter((one) => (question.modalities?.includes(one) ?? true) === isAsked),
  ) as [Intended[], Intended[]];
  // No path may pass a place, whatever its modality: what is meant for a place around an end is told here or nowhere.
  const ofPlaces = question.places || question.kinds?.includes('Place') === true ? [] : asked;
  const work = workOf(budget);
  const found = new Set<number>();
  const [here, there] = [withReadings(projection, question.from), withReadings(projection, question.to)];
  if (leftOut.length > 0 || ofPlaces.length > 0) {
    const [hereIn, thereIn] = [around(projection, here, work), around(projection, there, work)];
    // What contains both speaks of neither.
    const apart = (wholes: readonly number[], others: readonly number[]) =>
      wholes.filter((whole) => !others.includes(whole));
    const places = (wholes: readonly number[]) => wholes.filter((whole) => kindAt(projection, whole) === 'Place');
    const [apartHere, apartThere] = [apart(hereIn, thereIn), apart(thereIn, hereIn)];
    look(here, [...there, ...apartThere], direction, leftOut);
    look(there, [...here, ...apartHere], OPPOSITE[direction], leftOut);
    look(here, places(apartThere), direction, ofPlaces);
    look(there, places(apartHere), OPPOSITE[direction], ofPlaces);
  }
  const { modalities: ranks } = projection.relations;
  const ties = [...found].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
  const count = (modality: Modality) => ties.filter((row) => ranks[row] === modalityRank(modality)).length;
  return { planned: count('planned'), proposed: count('proposed'), ties, truncated: work.cut };

  function look(
    starts: readonly number[],
    ends: readonly number[],
    along: PathQuestion['direction'],
    modalities: readonly Intended[],
  ): void {
    if (modalities.length === 0) return;
    const filter = { types, modalities, sourceClasses, minConfidence, ended, asOf, direction: along };
    const passes = halfTest(projection, filter);
    const wanted = new Set(ends.filter((end) => !question.exclude.includes(end)));
    const { neighbours, rows } = projection;
    for (const half of halvesOf(projection, starts, work)) {
      if (wanted.has(neighbours[half] ?? 0) && passes(half)) found.add(rows[half] ?? 0);
    }
  }
}

/** The asked, and what each may be or may be meant by. */
function withReadings({ readings }: AnyProjection, asked: readonly number[]): readonly number[] {
  const all = new Set(asked);
  for (const [row, from] of readings.from.entries()) {
    const to = readings.to[row] ?? 0;
    if (asked.includes(from)) all.add(to);
    if (asked.includes(to)) all.add(from);
  }
  return [...all].sort((a, b) => a - b);
}

/** What the areas among these lie in, step by step. */
function around(projection: AnyProjection, entities: readonly number[], work: Work): readonly number[] {
  const { neighbours, rows } = projection;
  const all = new Set<number>();
  let level = entities.filter((entity) => AREAS.includes(kindAt(projection, entity)));
  for (let step = 0; step < MOST_AROUND && level.length > 0; step++) {
    const next = new Set<number>();
    const inner = new Set(level);
    for (const half of halvesOf(projection, level, work)) {
      const whole = neighbours[half] ?? 0;
      const row = rows[half] ?? 0;
      const part = projection.relations.from[row] ?? 0;
      if (!inner.has(part) || part === whole || !liesIn(projection, row, part)) continue;
      if (AREAS.includes(kindAt(projection, whole)) && !all.has(whole)) next.add(whole);
    }
    for (const whole of next) all.add(whole);
    level = [...next];
  }
  return [...all];
}

/** All half-edges of these, as far as the budget reaches. */
function* halvesOf(projection: AnyProjection, entities: readonly number[], work: Work): Generator<number> {
  const { offsets } = projection;
  projection.need?.(entities);
  for (const entity of entities) {
    const [start, end] = [offsets[entity] ?? 0, offsets[entity + 1] ?? 0];
    if (!spend(work, end - start)) return;
    for (let half = start; half < end; half++) yield half;
  }
}
