import { runTests } from './check/run-tests.mjs';
import { setUp } from './setup/set-up.mjs';

/**
 * The checks that need the documents beside the checkout (`../shared`): without them they are skipped aloud, which is no
 * failure anywhere. The last line is `N passed, N failed[, N skipped]`.
 */
await setUp([]);
const { passed, failed, skipped } = await runTests(['shared']);
for (const name of skipped) console.log(`跳过 skipped: ${name}`);
console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
