import type { GraphReader } from './port.ts';

/** What every store shows at version 0, without asking it: a first publication looks up each of its rows many times. */
export const NOTHING: GraphReader = {
  version: 0,
  get: async () => new Map(),
  find: async () => [],
  async *scan() {},
  count: async () => 0,
  countBy: async () => new Map(),
  history: async () => [],
  changes: async () => ({ opened: [], closed: [] }),
  since: async () => new Map(),
  searchNames: async () => ({ matches: [], truncated: false }),
  searchNamesOfEach: async (folded) => folded.map(() => ({ matches: [], truncated: false })),
};
