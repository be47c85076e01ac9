import type { PathQuestion } from './path-question.ts';

/** What of a question can stand in the way, in the order in which it is tried. */
export const PATH_FILTERS = [
  'modalities',
  'ended',
  'asOf',
  'places',
  'kinds',
  'types',
  'sourceClasses',
  'minConfidence',
  'direction',
  'exclude',
  'mustPass',
] as const;
export type PathFilter = (typeof PATH_FILTERS)[number];

export function isSet(question: PathQuestion, filter: PathFilter): boolean {
  switch (filter) {
    case 'modalities':
    case 'types':
    case 'kinds':
    case 'sourceClasses':
    case 'asOf':
      return question[filter] !== undefined;
    case 'ended':
      return !question.ended;
    case 'places':
      return !question.places && question.kinds === undefined;
    case 'minConfidence':
      return question.minConfidence > 0;
    case 'direction':
      return question.direction !== 'ANY';
    case 'exclude':
    case 'mustPass':
      return question[filter].length > 0;
  }
}

export function lift(question: PathQuestion, filters: readonly PathFilter[]): PathQuestion {
  const lifted = (filter: PathFilter) => filters.includes(filter);
  return {
    ...question,
    modalities: lifted('modalities') ? undefined : question.modalities,
    types: lifted('types') ? undefined : question.types,
    kinds: lifted('kinds') ? undefined : question.kinds,
    sourceClasses: lifted('sourceClasses') ? undefined : question.sourceClasses,
    minConfidence: lifted('minConfidence') ? 0 : question.minConfidence,
    asOf: lifted('asOf') ? undefined : question.asOf,
    ended: lifted('ended') || question.ended,
    places: lifted('places') || lifted('kinds') || question.places,
    direction: lifted('direction') ? 'ANY' : question.direction,
    exclude: lifted('exclude') ? [] : question.exclude,
    mustPass: lifted('mustPass') ? [] : question.mustPass,
  };
}
