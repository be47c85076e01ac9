import fc from 'fast-check';
import { test } from 'vitest';
import { withStore } from '#test/support/publish-world.ts';
import { firmHistories, histories } from './histories.ts';
import { playHistory } from './history-checks.ts';

/** More of them by hand: LONGLIAN_HISTORIES=5000 LONGLIAN_SEED=7 npx vitest run test/ingest/publish/any-history.test.ts */
const RUNS = Number(process.env['LONGLIAN_HISTORIES'] ?? 80);
const SEED = Number(process.env['LONGLIAN_SEED'] ?? 20261122);

test.each([
  ['whatever is said and taken back', histories],
  ['however firms merge and part', firmHistories],
])(
  '%s, every version holds what its statements derive to, and stays as it was',
  { timeout: 120_000 + RUNS * 1_000 },
  async (_what, steps) => {
    const property = fc.asyncProperty(steps, (history) => withStore((store) => playHistory(store, history)));
    await fc.assert(property, { numRuns: RUNS, seed: SEED });
  },
);
