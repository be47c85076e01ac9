import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { withTempFolder } from '#test/support/temp-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('a bundle without its sources, as in a container image, is started as it is: nothing is installed or built', async () => {
  await withTempFolder(async (folder) => {
    for (const part of ['bin', 'scripts/setup', 'package.json']) {
      await cp(path.join(ROOT, part), path.join(folder, part), { recursive: true });
    }
    await mkdir(path.join(folder, 'build'));
    await writeFile(path.join(folder, 'build', 'longlian.mjs'), 'export const main = ([name]) => name.length;');
    const child = spawn(process.execPath, [path.join(folder, 'bin', 'longlian.mjs'), 'serve']);
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
    expect([...(await once(child, 'close')), words]).toStrictEqual([5, null, '']);
  });
});
