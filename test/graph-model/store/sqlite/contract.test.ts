import { storeContract } from '#test/store-contract.ts';
import { sqliteHarness } from './harness.ts';

storeContract('SQLite', sqliteHarness);
