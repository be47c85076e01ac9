import { describe } from 'vitest';
import { killContract } from '#test/faults/kill-contract.ts';
import { emptyDatabase } from './harness.ts';
import { missing, testServer } from './test-server.ts';

describe.skipIf(missing !== undefined)(missing ?? 'with a server', () => {
  killContract({
    async fresh() {
      await emptyDatabase(testServer());
      return testServer().url;
    },
    rows: 600,
    randomKills: 4,
  });
});
