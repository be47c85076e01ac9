import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { PathQuestion, PathRules } from './path-question.ts';
import { kindRank, type AnyProjection } from './projection.ts';
import { halfTest, type HalfTest } from './relation-filter.ts';

/** The graph as one path question sees it. */
export type Terrain = {
  readonly projection: AnyProjection;
  /** May a path go along this half-edge, away from the entity whose half it is? */
  readonly forward: HalfTest;
  /** May a path come along this half-edge, towards the entity whose half it is? */
  readonly backward: HalfTest;
  /** May a path pass this entity between its ends? */
  passable(entity: number): boolean;
};

export const OPPOSITE = { OUT: 'IN', IN: 'OUT', ANY: 'ANY' } as const;

/** Left out between the ends of a path unless they are asked for. */
const PLACES: readonly Kind[] = ['Place', 'Policy'];

export type TerrainRules = PathRules & Pick<PathQuestion, 'from' | 'to'>;

/** @param usedUp hops, as `hopKey` gives them, that no path may take any more */
export function terrainOf(
  projection: AnyProjection,
  rules: TerrainRules,
  usedUp: ReadonlySet<string> = new Set(),
): Terrain {
  const { direction, types, modalities, sourceClasses, minConfidence, ended, asOf } = rules;
  const filter = { types, modalities, sourceClasses, minConfidence, ended, asOf };
  const closed = new Set([...rules.from, ...rules.to, ...rules.exclude]);
  const open = new Set(rules.mustPass);
  const kindsOpen = kindTest(rules);
  const unused = (test: HalfTest): HalfTest => {
    if (usedUp.size === 0) return test;
    const { from, to } = projection.relations;
    const { rows } = projection;
    return (half) => test(half) && !usedUp.has(hopKey(from[rows[half] ?? 0] ?? 0, to[rows[half] ?? 0] ?? 0));
  };
  return {
    projection,
    forward: unused(halfTest(projection, { ...filter, direction })),
    backward: unused(halfTest(projection, { ...filter, direction: OPPOSITE[direction] })),
    passable: (entity) => !closed.has(entity) && (open.has(entity) || kindsOpen[projection.kinds[entity] ?? 0] === 1),
  };
}

/** Two entities next to each other on a path, whichever comes first. */
export function hopKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** 1 for each kind that a path may pass. */
function kindTest({ kinds, places }: Pick<PathRules, 'kinds' | 'places'>): Uint8Array {
  const test = new Uint8Array(256).fill(kinds === undefined ? 1 : 0);
  for (const kind of kinds ?? []) test[kindRank(kind)] = 1;
  if (kinds === undefined && !places) for (const kind of PLACES) test[kindRank(kind)] = 0;
  return test;
}
