import { kindRank, type AnyProjection } from './projection.ts';
import { halfTest, type HalfTest } from './relation-filter.ts';
import type { PathQuestion } from './path-question.ts';

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

const OPPOSITE = { OUT: 'IN', IN: 'OUT', ANY: 'ANY' } as const;

export type TerrainRules = Pick<
  PathQuestion,
  'from' | 'to' | 'direction' | 'types' | 'modalities' | 'ended' | 'exclude' | 'places'
>;

export function terrainOf(projection: AnyProjection, rules: TerrainRules): Terrain {
  const { direction, types, modalities, ended } = rules;
  const closed = new Set([...rules.from, ...rules.to, ...rules.exclude]);
  const leftOut = rules.places ? [] : [kindRank('Place'), kindRank('Policy')];
  return {
    projection,
    forward: halfTest(projection, { types, modalities, ended, direction }),
    backward: halfTest(projection, { types, modalities, ended, direction: OPPOSITE[direction] }),
    passable: (entity) => !closed.has(entity) && !leftOut.includes(projection.kinds[entity] ?? 0),
  };
}
