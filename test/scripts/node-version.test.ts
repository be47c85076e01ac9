import { expect, test } from 'vitest';
import { checkNode } from '../../scripts/setup/node-version.mjs';

test.for(['20.19.0', '20.20.2', '22.0.0', '24.21.0'])('Node %s runs us', (version) => {
  expect(() => checkNode(version)).not.toThrow();
});

test.for(['18.20.4', '20.18.3', '20.0.0'])('Node %s is refused in words', (version) => {
  expect(() => checkNode(version)).toThrow(`需要 Node 20.19 或更新，现为 ${version}`);
});
