import fc from 'fast-check';
import { test } from 'vitest';
import { withStore } from '#test/support/publish-world.ts';
import { histories } from './histories.ts';
import { playHistory } from './history-checks.ts';

/** More of them by hand: LONGLIAN_HISTORIES=5000 LONGLIAN_SEED=7 npx vitest run test/ingest/publish/any-history.test.ts */
const RUNS = Number(process.env['LONGLIAN_HISTORIES'] ?? 100);
const SEED = Number(process.env['LONGLIAN_SEED'] ?? 20261122);

test(
  'whatever is published and taken back, every version holds what its statements derive to, and stays as it was',
  { timeout: 120_000 + RUNS * 1_000 },
  async () => {
    const property = fc.asyncProperty(histories, (steps) => withStore((store) => playHistory(store, steps)));
    await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: false });
  },
);
