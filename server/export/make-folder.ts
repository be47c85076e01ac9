import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { GraphError } from '#graph-model/errors.ts';

/**
 * Makes a folder and those above it, one by one: Node's own recursive way never ends where the system refuses with
 * "no such entry", as below /proc.
 * @throws GraphError USAGE naming the folder and the system's code
 */
export async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  if (folder !== path.dirname(folder)) await makeFolder(path.dirname(folder));
  try {
    await mkdir(folder);
  } catch (error) {
    throw new GraphError('USAGE', { folder, cause: (error as NodeJS.ErrnoException).code });
  }
}
