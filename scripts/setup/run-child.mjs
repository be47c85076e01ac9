import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program and takes it along when we are told to stop. Its output goes to our standard error unless said otherwise.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {1 | 2} output the file descriptor that takes its standard output
 * @returns {Promise<number>} its exit code; 128 and more when a signal ended it
 */
export async function runChild(command, args, env, output = 2) {
  const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', output, 2] });
  /** @type {NodeJS.Signals | undefined} */
  let told;
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    told = signal;
    child.kill(signal);
  };
  FORWARDED.forEach((signal) => process.on(signal, forward));
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (exitCode) => resolve(exitCode ?? 1));
    });
    if (told) process.exit(told === 'SIGINT' ? 130 : 143);
    return code;
  } finally {
    FORWARDED.forEach((signal) => process.off(signal, forward));
  }
}
