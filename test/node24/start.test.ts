import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { withTempFolder } from '#test/support/temp-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** As in a container image: in the checkout itself another Node would first install all packages anew. */
const LAYOUT = [
  'bin',
  'build/longlian.mjs',
  'build/transaction-worker.mjs',
  'data',
  'node_modules/@photostructure/sqlite',
  'node_modules/node-gyp-build',
  'package.json',
  'scripts/setup',
  'web/dist',
];
const QUESTION = '{ search(text: "兰州泰基公司", first: 1) { edges { node { entity { name } } } } }';

test('this is the other Node', () => {
  expect(process.versions.node.split('.')[0]).toBe('24');
});

test('what is built loads the data into a store, answers a question, shows the explorer and stops when told', async () => {
  await withTempFolder(async (folder) => {
    for (const part of LAYOUT) await cp(path.join(ROOT, part), path.join(folder, part), { recursive: true });
    const child = spawn(process.execPath, ['bin/longlian.mjs', 'start', '--json'], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production', LONGLIAN_HOME: path.join(folder, 'home'), LONGLIAN_PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = once(child, 'close');
    try {
      const url = await urlOf(child);
      const body = JSON.stringify({ query: QUESTION });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}graphql`, { method: 'POST', headers, body });
      const { data } = (await answer.json()) as { data: unknown };
      expect(data).toStrictEqual({ search: { edges: [{ node: { entity: { name: '兰州泰基公司' } } }] } });
      expect(await (await fetch(url)).text()).toContain('<div id="root">');
    } finally {
      child.kill('SIGTERM');
    }
    expect(await closed).toStrictEqual([0, null]);
  });
});

/** Ends with a slash. */
async function urlOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const line = said.split('\n').find((text) => text.includes('"url"') && text.endsWith('}'));
    if (line !== undefined) return (JSON.parse(line) as { url: string }).url;
  }
  throw new Error(`it ended before it listened: ${said}`);
}
