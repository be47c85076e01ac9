import { spawn } from 'node:child_process';
import { ROOT } from '../setup/root.mjs';

/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {{ step: Step, passed: boolean, seconds: number, output: string }} Outcome
 */

/**
 * Runs steps, two at a time, and hands the outcomes over in the order of the list.
 * @param {readonly Step[]} steps
 * @returns {AsyncGenerator<Outcome>}
 */
export async function* runSteps(steps) {
  /** @type {Promise<unknown>[]} */
  const lanes = [Promise.resolve(), Promise.resolve()];
  const outcomes = steps.map((step, index) => {
    const lane = index % lanes.length;
    const outcome = Promise.resolve(lanes[lane]).then(() => runStep(step));
    lanes[lane] = outcome;
    return outcome;
  });
  for (const outcome of outcomes) yield await outcome;
}

/** @param {Step} step @returns {Promise<Outcome>} */
async function runStep(step) {
  const start = performance.now();
  const child = spawn(process.execPath, step.program, {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
  /** @type {boolean} */
  const passed = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
  return { step, passed, seconds: (performance.now() - start) / 1000, output };
}
