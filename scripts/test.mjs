import { parseArgs } from 'node:util';
import { runSteps } from './check/run-steps.mjs';
import { runTests } from './check/run-tests.mjs';
import { shortened } from './check/shortened.mjs';
import { STEPS } from './check/steps.mjs';
import { findNode24 } from './node24/node24.mjs';
import { say } from './setup/say.mjs';
import { SetUpError } from './setup/set-up-error.mjs';
import { setUp } from './setup/set-up.mjs';

/**
 * Every check a fresh clone can run, in order. `--quick` leaves out what takes a browser, a Neo4j or another Node, or
 * kills processes; names (`format`, `unit`, …) run those alone. A skipped test is said aloud, and fails where `CI=true`.
 * The last line is `N passed, N failed[, N skipped]`, tests and check steps together.
 */
const SLOW = ['faults', 'neo4j', 'build', 'e2e', 'node24'];
const NAMES = [...STEPS.map((step) => step.id), 'unit', 'contract', ...SLOW];

const { values, positionals } = parseArgs({ options: { quick: { type: 'boolean' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) {
  say(`没有这些检查：${unknown.join(' ')}；有 ${NAMES.join(' ')}`, `no such checks: ${unknown.join(' ')}`);
  process.exit(2);
}

/** @type {import('./check/run-tests.mjs').Count} */
const total = { passed: 0, failed: 0, skipped: [] };
const start = performance.now();

if (!(await prepare([]))) process.exit(3);
for await (const { step, passed, seconds, output } of runSteps(STEPS.filter((one) => isWanted(one.id)))) {
  report(step.zh, step.en, passed, seconds);
  if (!passed) console.log(shortened(output));
}
await test(['unit', 'contract', 'faults']);
const isBuilt = await build();
// Together: the longest file of Neo4j takes one of the two workers nearly as long as all others take the second.
await test(isBuilt ? ['neo4j', 'e2e'] : ['neo4j']);
if (isBuilt && isWanted('node24')) await testOnNode24();
conclude();

/** @param {string} name */
function isWanted(name) {
  if (positionals.length > 0) return positionals.includes(name);
  return !(values.quick && SLOW.includes(name));
}

/** @param {readonly import('./setup/build.mjs').Part[]} parts @returns {Promise<boolean>} did it end well? */
async function prepare(parts) {
  try {
    await setUp(parts);
    return true;
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    say(error.zh, error.en);
    return false;
  }
}

/** What a start runs, for those that start it. @returns {Promise<boolean>} is it there? */
async function build() {
  if (!['build', 'e2e', 'node24'].some(isWanted)) return false;
  const from = performance.now();
  const built = await prepare(['server', 'web']);
  report('构建', 'build', built, (performance.now() - from) / 1000);
  return built;
}

/** @param {string} zh @param {string} en @param {boolean} passed @param {number} seconds */
function report(zh, en, passed, seconds) {
  total[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? '✓' : '✗'} ${zh} ${en} (${seconds.toFixed(1)} s)`);
}

/** @param {readonly string[]} projects */
async function test(projects) {
  const wanted = projects.filter(isWanted);
  if (wanted.length === 0) return;
  add(await runTests(wanted));
}

/** What is likely to differ between two versions of Node: the store with its addon, arrays, the start. */
async function testOnNode24() {
  try {
    const node = await findNode24(process.env);
    const files = ['test/node24/', 'test/contract/', 'test/graph-model/', 'test/server/analysis/'];
    console.log(`Node 24：${node}`);
    add(await runTests(['node24', 'contract', 'unit'], { node, files }));
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    say(error.zh, error.en);
    add({ passed: 0, failed: 0, skipped: [`node24：${error.message}`] });
  }
}

/** @param {import('./check/run-tests.mjs').Count} count */
function add({ passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped.push(...skipped);
}

function conclude() {
  const isRequired = process.env['CI'] === 'true';
  const count = total.skipped.length;
  if (count > 0) {
    console.log(`跳过 ${count} 项${isRequired ? '，在 CI 中算失败 skipped: a failure in CI' : ' skipped'}`);
    for (const name of total.skipped) console.log(`- ${name}`);
  }
  const failed = total.failed + (isRequired ? count : 0);
  console.log(`用时 took ${((performance.now() - start) / 1000).toFixed(0)} s`);
  console.log(`${total.passed} passed, ${failed} failed${count > 0 && !isRequired ? `, ${count} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
}
