import type { PathQuestion } from '#server/analysis/path-question.ts';

/** What is left unsaid of a question: as the API leaves it, but up to 4 hops and 5 paths whatever the ends. */
export const PLAIN_QUESTION = {
  k: 5,
  maxHops: 4,
  weight: 'HOPS',
  disjoint: false,
  direction: 'ANY',
  types: undefined,
  modalities: ['operating', 'building'],
  sourceClasses: undefined,
  minConfidence: 0,
  asOf: undefined,
  ended: false,
  kinds: undefined,
  places: false,
  exclude: [],
  mustPass: [],
} as const satisfies Omit<PathQuestion, 'from' | 'to'>;
