import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { withTempFolder } from '#test/support/temp-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type Served = {
  /** Ends with a slash. */
  readonly url: string;
  /** Its data folder: a second process may publish into the store there. */
  readonly home: string;
  stop(): Promise<void>;
};

/** The product as `npm start` runs it, on a free port with a store of its own. */
export async function serveProduct(env: NodeJS.ProcessEnv = {}): Promise<Served> {
  const home = await mkdtemp(path.join(tmpdir(), 'longlian-e2e-'));
  const child = spawn(process.execPath, ['bin/longlian.mjs', 'start', '--json'], {
    cwd: ROOT,
    env: { ...process.env, LONGLIAN_HOME: home, LONGLIAN_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await firstUrl(child);
  return {
    url,
    home,
    async stop() {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Publishes a data set into the store of a running product, as a second process; its files by name. */
export async function publish(
  { home }: Served,
  files: Readonly<Record<string, string>>,
  more: NodeJS.ProcessEnv = {},
): Promise<void> {
  await withTempFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
    const env = { ...process.env, ...more, LONGLIAN_HOME: home };
    const ingest = spawn(process.execPath, ['bin/longlian.mjs', 'ingest', folder], { cwd: ROOT, env, stdio: 'ignore' });
    expect(await once(ingest, 'close')).toEqual([0, null]);
  });
}

async function firstUrl(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const line = said.split('\n').find((text) => text.includes('"url"') && text.endsWith('}'));
    if (line !== undefined) return (JSON.parse(line) as { url: string }).url;
  }
  throw new Error(`the product ended before it listened: ${said}`);
}
