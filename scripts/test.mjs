import { parseArgs } from 'node:util';
import { runSteps } from './check/run-steps.mjs';
import { runTests } from './check/run-tests.mjs';
import { STEPS } from './check/steps.mjs';
import { say } from './setup/say.mjs';
import { SetUpError } from './setup/set-up-error.mjs';
import { setUp } from './setup/set-up.mjs';

/**
 * Every check a fresh clone can run. `--quick` leaves the browser out; names (`format`, `unit`, …) run those alone.
 * The last line is `N passed, N failed[, N skipped]`, tests and check steps together.
 */
const LINES_SHOWN = 120;
const LINE_LENGTH = 400;

const { values, positionals } = parseArgs({ options: { quick: { type: 'boolean' } }, allowPositionals: true });
const known = [...STEPS.map((step) => step.id), 'unit', 'contract', 'build', 'e2e'];
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  say(`没有这些检查：${unknown.join(' ')}；有 ${known.join(' ')}`, `no such checks: ${unknown.join(' ')}`);
  process.exit(2);
}
const quick = ['build', 'e2e'];
/** @param {string} name */
const wanted = (name) =>
  positionals.length > 0 ? positionals.includes(name) : !(values.quick && quick.includes(name));

/** @type {import('./check/run-tests.mjs').Count} */
const total = { passed: 0, failed: 0, skipped: [] };

/** @param {string} zh @param {string} en @param {boolean} passed @param {number} seconds */
function report(zh, en, passed, seconds) {
  total[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? '✓' : '✗'} ${zh} ${en} (${seconds.toFixed(1)} s)`);
}

/** A compiler can say one thing on a thousand lines. @param {string} output */
function shortened(output) {
  const lines = output.trimEnd().split('\n');
  const shown = lines
    .slice(0, LINES_SHOWN)
    .map((line) => (line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)}…` : line));
  return [
    ...shown,
    ...(lines.length > LINES_SHOWN ? [`… ${lines.length - LINES_SHOWN} 行未显示 more lines`] : []),
  ].join('\n');
}

/** @param {readonly string[]} projects */
async function tests(projects) {
  const names = projects.filter(wanted);
  if (names.length === 0) return;
  const count = await runTests(names);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped.push(...count.skipped);
}

/** @param {readonly import('./setup/build.mjs').Part[]} parts @returns {Promise<boolean>} */
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

const start = performance.now();
if (!(await prepare([]))) process.exit(3);
for await (const { step, passed, seconds, output } of runSteps(STEPS.filter((one) => wanted(one.id)))) {
  report(step.zh, step.en, passed, seconds);
  if (!passed) console.log(shortened(output));
}
await tests(['unit', 'contract']);
let built = true;
if (wanted('build') || wanted('e2e')) {
  const from = performance.now();
  built = await prepare(['server', 'web']);
  report('构建', 'build', built, (performance.now() - from) / 1000);
}
if (built) await tests(['e2e']);

const required = process.env['CI'] === 'true';
if (total.skipped.length > 0) {
  const weight = required ? '，在 CI 中算失败 skipped: a failure in CI' : ' skipped';
  console.log(`跳过 ${total.skipped.length} 项${weight}`);
  for (const name of total.skipped) console.log(`- ${name}`);
}
const failed = total.failed + (required ? total.skipped.length : 0);
const skipped = required ? 0 : total.skipped.length;
console.log(`用时 took ${((performance.now() - start) / 1000).toFixed(0)} s`);
console.log(`${total.passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
