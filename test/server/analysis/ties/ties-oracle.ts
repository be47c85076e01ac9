import { RELATIONSHIP_TYPES, specOf } from '#graph-model/ontology/relationships.ts';
import { MODALITIES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import { classBits, kindAt, type Projection } from '#server/analysis/projection.ts';
import type { RelationFilter } from '#server/analysis/relation-filter.ts';
import type { CommonQuestion } from '#server/analysis/ties/common-neighbours.ts';
import type { DistanceQuestion } from '#server/analysis/ties/distances.ts';
import type { RingsQuestion } from '#server/analysis/ties/rings.ts';

/** A relationship as it may be walked: once each way that the filter allows. */
type Step = { readonly from: number; readonly to: number; readonly row: number };

/** Read off the relationships one by one: no half-edges, no tables. */
function stepsOf({ relations }: Projection, filter: RelationFilter): Step[] {
  const steps: Step[] = [];
  for (let row = 0; row < relations.ids.length; row++) {
    const type = RELATIONSHIP_TYPES[relations.types[row] ?? 0] ?? 'LEADS';
    const modality = wordsOf(MODALITIES)[relations.modalities[row] ?? 0] ?? 'operating';
    if (filter.types && !filter.types.includes(type)) continue;
    if (filter.modalities && !filter.modalities.includes(modality)) continue;
    const [start, end] = [relations.starts[row] ?? 0, relations.ends[row] ?? 0];
    const until = filter.asOf && end !== 0xffff_ffff;
    if (filter.ended === false && relations.ended[row] === 1 && !until) continue;
    if (filter.asOf && (start > Number(`${filter.asOf}1231`) || end < Number(`${filter.asOf}0101`))) continue;
    if ((relations.confidences[row] ?? 0) < (filter.minConfidence ?? 0)) continue;
    if (filter.sourceClasses && ((relations.classes[row] ?? 0) & classBits(filter.sourceClasses)) === 0) continue;
    const [from, to] = [relations.from[row] ?? 0, relations.to[row] ?? 0];
    if (from === to) continue;
    const free = specOf(type).symmetric === true || (filter.direction ?? 'ANY') === 'ANY';
    if (free || filter.direction === 'OUT') steps.push({ from, to, row });
    if (free || filter.direction === 'IN') steps.push({ from: to, to: from, row });
  }
  return steps;
}

function isArea(projection: Projection, entity: number): boolean {
  return ['Place', 'Policy'].includes(kindAt(projection, entity));
}

export function degreesOf(projection: Projection): number[] {
  const near = Array.from({ length: projection.entities.length }, () => new Set<number>());
  for (const { from, to } of stepsOf(projection, {})) near[from]?.add(to);
  return near.map(({ size }) => size);
}

/** Every simple path of a pair, walked: the hops of the shortest, and what stands inside those. */
export function pairByWalking(projection: Projection, question: DistanceQuestion, from: number, to: number) {
  if (from === to) return { hops: 0, inside: [] };
  const steps = stepsOf(projection, question);
  let shortest: number[][] = [];
  walk([from]);
  const inside = new Set(shortest.flatMap((path) => path.slice(1, -1)));
  return { hops: shortest[0] === undefined ? undefined : shortest[0].length - 1, inside: [...inside] };

  function walk(path: number[]): void {
    if (path.length > question.maxHops) return;
    for (const next of new Set(steps.filter((step) => step.from === path.at(-1)).map((step) => step.to))) {
      if (path.includes(next)) continue;
      if (next === to) take([...path, next]);
      else if (!question.exclude.includes(next) && isPassed(next)) walk([...path, next]);
    }
  }

  function isPassed(entity: number): boolean {
    return question.kinds?.includes(kindAt(projection, entity)) ?? (question.places || !isArea(projection, entity));
  }

  function take(path: number[]): void {
    const before = shortest[0]?.length ?? Infinity;
    if (path.length < before) shortest = [path];
    else if (path.length === before) shortest.push(path);
  }
}

/** Every entity beside every asked one. */
export function commonByLooking(projection: Projection, { entities, atLeast, filter }: CommonQuestion) {
  const steps = stepsOf(projection, filter);
  const degrees = degreesOf(projection);
  const isWeak = (entity: number) => ['Place', 'Park', 'Agency', 'Policy'].includes(kindAt(projection, entity));
  const found = Array.from({ length: projection.entities.length }, (_, entity) => {
    const of = entities.filter((asked) => steps.some(({ from, to }) => from === asked && to === entity));
    const rows = of.map((asked) =>
      steps.flatMap(({ from, to, row }) => (from === asked && to === entity ? [row] : [])).sort((a, b) => a - b),
    );
    return { entity, of, rows };
  });
  return found
    .filter(({ of }) => of.length >= atLeast)
    .sort(
      (a, b) =>
        b.of.length - a.of.length ||
        Number(isWeak(a.entity)) - Number(isWeak(b.entity)) ||
        (degrees[a.entity] ?? 0) - (degrees[b.entity] ?? 0) ||
        a.entity - b.entity,
    );
}

/** Distances by letting them settle, then what leads from one to the next. */
export function ringsBySettling(projection: Projection, question: RingsQuestion) {
  const { entities, hops, filter, places } = question;
  const steps = stepsOf(projection, filter);
  const away = Array.from({ length: projection.entities.length }, (_, one) => (entities.includes(one) ? 0 : Infinity));
  const isPassed = (one: number) => entities.includes(one) || places || !isArea(projection, one);
  for (let round = 0; round < hops; round++) {
    for (const { from, to } of steps) {
      if (isPassed(from)) away[to] = Math.min(away[to] ?? Infinity, (away[from] ?? Infinity) + 1);
    }
  }
  return Array.from({ length: hops }, (_, i) => i + 1).flatMap((distance) => {
    const inside = [...away.keys()].filter((one) => away[one] === distance);
    const leading = steps.filter(
      ({ from, to }) => away[from] === distance - 1 && away[to] === distance && isPassed(from),
    );
    const leadingTo = (one: number) => leading.filter(({ to }) => to === one).length;
    inside.sort((a, b) => leadingTo(b) - leadingTo(a) || a - b);
    return inside.length === 0 ? [] : [{ distance, inside, rows: leading.map(({ row }) => row) }];
  });
}
