import path from 'node:path';
import { killContract } from './kill-contract.ts';

killContract({
  fresh: async (home) => `sqlite:${path.join(home, 'store.sqlite')}`,
  rows: 6_000,
  randomKills: 6,
});
