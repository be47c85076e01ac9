import type { RelationFilter } from '#server/analysis/relation-filter.ts';

/** Where no filter is given: as in paths, only what operates or is being built and has not ended. */
export const AS_IT_IS = { modalities: ['operating', 'building'], ended: false } as const satisfies RelationFilter;
