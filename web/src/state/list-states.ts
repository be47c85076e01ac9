import type { ListState } from '../api/consortia.ts';

export type { ListState };

/** How much of a consortium’s list is seen, in the order of the service. */
export const LIST_STATES = [
  'complete',
  'open',
  'lead_only',
  'name_only',
  'forming',
  'proposed',
] as const satisfies readonly ListState[];
