import { SetUpError } from './set-up-error.mjs';

const LEAST = { major: 20, minor: 19 };

/**
 * @param {string} [version] as `process.versions.node` gives it
 * @throws {SetUpError} when this Node is too old to run us
 */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LEAST.major || (major === LEAST.major && minor >= LEAST.minor)) return;
  const least = `${LEAST.major}.${LEAST.minor}`;
  throw new SetUpError(
    `需要 Node ${least} 或更新，现为 ${version}`,
    `needs Node ${least} or later, this is ${version}`,
  );
}
