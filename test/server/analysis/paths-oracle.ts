import { earliest, latest } from '#graph-model/dates.ts';
import { RELATIONSHIP_TYPES, specOf } from '#graph-model/ontology/relationships.ts';
import { MODALITIES, SOURCE_CLASSES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { kindAt, type Projection } from '#server/analysis/projection.ts';
import { idOf, type SmallGraph, type Tie } from '../support/small-graph.ts';

export type PlainPath = {
  readonly readings: number;
  readonly hops: number;
  readonly cost: number;
  readonly entities: readonly number[];
};

/** The same answer by walking everything: no levels, no pruning, the order by sorting, dates and costs as in the book. */
export function everyPath(graph: SmallGraph, projection: Projection, question: PathQuestion): PlainPath[] {
  const indexOf = (letter: string) => projection.entities.indexOf(idOf(letter));
  const ties = graph.ties.filter((tie) => mayBeUsed(tie, question));
  const found = walkAll(question, new Set());
  if (!question.disjoint) return found.slice(0, question.k);
  const apart: PlainPath[] = [];
  const used = new Set<number>();
  let direct: string[] = [];
  for (;;) {
    const [next] = walkAll(question, used).filter((path) => !direct.includes(path.entities.join()));
    if (next === undefined || apart.length === question.k) return apart;
    apart.push(next);
    if (next.entities.length === 2) direct = [...direct, next.entities.join()];
    for (const entity of next.entities.slice(1, -1)) used.add(entity);
  }

  function walkAll(asked: PathQuestion, gone: ReadonlySet<number>): PlainPath[] {
    const all: (PlainPath & { readonly atStart: number })[] = [];
    const ends = [...asked.from, ...asked.to];
    const closed = (entity: number) => ends.includes(entity) || asked.exclude.includes(entity) || gone.has(entity);
    const kindOf = (entity: number) => kindAt(projection, entity);
    const isOpenKind = (entity: number) =>
      asked.kinds?.includes(kindOf(entity)) ?? (asked.places || !['Place', 'Policy'].includes(kindOf(entity)));
    const between = (entity: number) => !closed(entity) && (asked.mustPass.includes(entity) || isOpenKind(entity));
    for (const start of endings(asked.from)) {
      for (const end of endings(asked.to)) walk(start, end, [start.at(-1) ?? 0], 0);
    }
    const [first, second] = asked.weight === 'COST' ? (['cost', 'hops'] as const) : (['hops', 'hops'] as const);
    // Of two that differ in nothing but the end at which the doubt is, the one with the doubt at the start.
    all.sort(
      (a, b) =>
        a.readings - b.readings ||
        a[first] - b[first] ||
        a[second] - b[second] ||
        byList(a.entities, b.entities) ||
        b.atStart - a.atStart,
    );
    return all.map(({ readings, hops, cost, entities }) => ({ readings, hops, cost, entities }));

    /** The asked entity alone, or it and one that it may be. */
    function endings(asEnds: readonly number[]): number[][] {
      const readings = (graph.readings ?? []).map(([a, b]) => [indexOf(a), indexOf(b)] as const);
      const others = (one: number) => readings.flatMap(([a, b]) => (a === one ? [b] : b === one ? [a] : []));
      return asEnds.flatMap((one) => [
        [one],
        ...[...new Set(others(one))].filter((other) => !closed(other)).map((other) => [one, other]),
      ]);
    }

    function walk(start: number[], end: number[], path: number[], cost: number): void {
      const at = path.at(-1) ?? 0;
      const target = end.at(-1) ?? 0;
      if (path.length - 1 >= asked.maxHops) return;
      for (const [next, hop] of hopsFrom(at)) {
        if (path.includes(next)) continue;
        const whole = [...path, next];
        if (next === target && asked.mustPass.every((one) => whole.includes(one))) {
          const entities = [...start.slice(0, -1), ...whole, ...end.slice(0, -1)];
          const readings = start.length + end.length - 2;
          all.push({ readings, hops: path.length, cost: cost + hop, entities, atStart: start.length });
        }
        if (next !== target && between(next)) walk(start, end, whole, cost + hop + passing(next));
      }
    }
  }

  /** Where one can go from here, with the cost of the cheapest way. */
  function hopsFrom(at: number): ReadonlyMap<number, number> {
    const open = new Map<number, number>();
    const go = (next: number, cost: number) => open.set(next, Math.min(cost, open.get(next) ?? Infinity));
    for (const tie of ties) {
      const [from, to] = [indexOf(tie.from), indexOf(tie.to)];
      const free = specOf(tie.type ?? 'SUPPLIES').symmetric === true || question.direction === 'ANY';
      const cost =
        2000 -
        (tie.confidence ?? 900) +
        { operating: 0, building: 250, planned: 1000, proposed: 2000 }[tie.modality ?? 'operating'];
      if (from === at && (free || question.direction === 'OUT')) go(to, cost);
      if (to === at && (free || question.direction === 'IN')) go(from, cost);
    }
    return open;
  }

  function passing(entity: number): number {
    const others = graph.ties.flatMap(({ from, to }) =>
      indexOf(from) === entity ? [to] : indexOf(to) === entity ? [from] : [],
    );
    const degree = new Set(others.filter((letter) => indexOf(letter) !== entity)).size;
    const shared = ['Place', 'Park', 'Agency', 'Policy'].includes(kindAt(projection, entity)) ? 1000 : 0;
    return shared + 250 * Math.floor(Math.log2(Math.max(1, degree)));
  }
}

function mayBeUsed(tie: Tie, question: PathQuestion): boolean {
  const { type = 'SUPPLIES', modality = 'operating', confidence = 900, classes = ['policy'], ended } = tie;
  const { validFrom, validTo } = tie;
  const { asOf } = question;
  if (!RELATIONSHIP_TYPES.includes(type) || !wordsOf(MODALITIES).includes(modality)) return false;
  if (!classes.every((one) => wordsOf(SOURCE_CLASSES).includes(one))) return false;
  return (
    (question.types === undefined || question.types.includes(type)) &&
    (question.modalities === undefined || question.modalities.includes(modality)) &&
    (question.sourceClasses === undefined || classes.some((one) => question.sourceClasses?.includes(one))) &&
    confidence >= question.minConfidence &&
    (question.ended || ended !== true || (asOf !== undefined && validTo !== undefined)) &&
    (asOf === undefined || validFrom === undefined || earliest(validFrom) <= latest(asOf)) &&
    (asOf === undefined || validTo === undefined || latest(validTo) >= earliest(asOf))
  );
}

function byList(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0);
  return 0;
}
