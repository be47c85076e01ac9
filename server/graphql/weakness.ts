import { WEAK_KINDS } from '#server/analysis/ties/weak-intermediary.ts';

/** The kinds that are merely shared, as descriptions name them: `Park, Place or Agency`. */
export const MERELY_SHARED = Object.keys(WEAK_KINDS)
  .join(', ')
  .replace(/, (\w+)$/, ' or $1');

export const WHY_WEAK = `Why sharing it is no tie worth the name: a ${MERELY_SHARED}, or a hub.`;
