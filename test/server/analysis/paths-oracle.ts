import type { PathQuestion } from '#server/analysis/path-question.ts';
import { kindAt, type Projection } from '#server/analysis/projection.ts';
import { RELATIONSHIP_TYPES, specOf } from '#graph-model/ontology/relationships.ts';
import { MODALITIES, wordsOf } from '#graph-model/ontology/vocabulary.ts';

export type PlainPath = { readonly readings: number; readonly hops: number; readonly entities: readonly number[] };

/** The same answer by walking everything: no levels, no pruning, the order by sorting. */
export function everyPath(projection: Projection, question: PathQuestion): PlainPath[] {
  const { relations, readings } = projection;
  const open = new Map<number, Set<number>>();
  for (let row = 0; row < relations.ids.length; row++) {
    const type = RELATIONSHIP_TYPES[relations.types[row] ?? 0];
    const modality = wordsOf(MODALITIES)[relations.modalities[row] ?? 0];
    if (type === undefined || modality === undefined) continue;
    if (question.types !== undefined && !question.types.includes(type)) continue;
    if (question.modalities !== undefined && !question.modalities.includes(modality)) continue;
    if (!question.ended && relations.ended[row] === 1) continue;
    const [from, to] = [relations.from[row] ?? 0, relations.to[row] ?? 0];
    const free = specOf(type).symmetric === true || question.direction === 'ANY';
    if (free || question.direction === 'OUT') link(from, to);
    if (free || question.direction === 'IN') link(to, from);
  }
  const ends = [...question.from, ...question.to];
  const closed = (entity: number) => ends.includes(entity) || question.exclude.includes(entity);
  const between = (entity: number) =>
    !closed(entity) && (question.places || !['Place', 'Policy'].includes(kindAt(projection, entity)));
  const found: PlainPath[] = [];
  for (const start of endings(question.from)) {
    for (const end of endings(question.to)) walk(start, end, [start.at(-1) ?? 0]);
  }
  found.sort((a, b) => a.readings - b.readings || a.hops - b.hops || byList(a.entities, b.entities));
  return found.slice(0, question.k);

  function link(a: number, b: number): void {
    open.set(a, (open.get(a) ?? new Set()).add(b));
  }

  /** The asked entity alone, or it and one that it may be. */
  function endings(asked: readonly number[]): number[][] {
    const list = asked.map((one) => [one]);
    for (const one of asked) {
      const others = new Set<number>();
      for (let row = 0; row < readings.ids.length; row++) {
        if (readings.from[row] === one) others.add(readings.to[row] ?? 0);
        if (readings.to[row] === one) others.add(readings.from[row] ?? 0);
      }
      for (const other of others) if (!closed(other)) list.push([one, other]);
    }
    return list;
  }

  function walk(start: number[], end: number[], path: number[]): void {
    const at = path.at(-1) ?? 0;
    const target = end.at(-1) ?? 0;
    if (path.length - 1 >= question.maxHops) return;
    for (const next of open.get(at) ?? []) {
      if (path.includes(next)) continue;
      if (next === target) {
        const entities = [...start.slice(0, -1), ...path, next, ...end.slice(0, -1)];
        found.push({ readings: start.length + end.length - 2, hops: path.length, entities });
      } else if (between(next)) walk(start, end, [...path, next]);
    }
  }
}

function byList(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0);
  return 0;
}
