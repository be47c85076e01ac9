import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { GraphError } from '#graph-model/errors.ts';

/**
 * A folder that an export may write into: new, empty, or that of an earlier export. Nobody's own files are written over.
 * @param manifest the file by which an earlier export is known
 * @throws GraphError USAGE
 */
export async function exportFolder(folder: string, manifest: string): Promise<void> {
  await makeFolder(folder);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new GraphError('USAGE', { folder, cause: error.code });
  });
  if (names.length > 0 && !names.includes(manifest)) {
    throw new GraphError('USAGE', {
      folder,
      cause: '文件夹不是空的，也不是以前的导出 / neither empty nor an earlier export',
    });
  }
}

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
