import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/root.mjs';

/**
 * What vitest's JSON reporter writes, as far as we read it.
 * @typedef {{ fullName: string, status: string }} Assertion
 * @typedef {{ name: string, status: string, assertionResults: Assertion[] }} FileResult
 * @typedef {{ success: boolean, testResults: FileResult[] }} Report
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Count
 */

/**
 * Runs vitest projects; their own reporter speaks on standard output.
 * @param {readonly string[]} projects
 * @param {{ node?: string, files?: readonly string[] }} [options] another Node to run them on; beginnings of the paths
 *   of the files, when not all
 * @returns {Promise<Count>} `skipped` holds the names
 */
export async function runTests(projects, { node = process.execPath, files = [] } = {}) {
  const file = join(ROOT, 'build', 'check', `${projects.join('-')}.json`);
  rmSync(file, { force: true });
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...files,
  ];
  const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const child = spawn(node, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  /** @type {number | null} */
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (!existsSync(file)) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: [] };
  /** @type {Report} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return countOf(report, code === 0);
}

/**
 * @param {Report} report
 * @param {boolean} ended did vitest itself end well?
 * @returns {Count}
 */
export function countOf(report, ended) {
  const tests = report.testResults.flatMap((result) => result.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  // A file that does not load has no tests in the report, and an error between tests belongs to none: both still fail.
  const broken = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = tests.length - passed - skipped.length + broken.length;
  return {
    passed,
    failed: failed === 0 && !ended ? 1 : failed,
    skipped: skipped.map((test) => test.fullName),
  };
}
