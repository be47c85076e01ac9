import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compareText } from '#graph-model/text.ts';
import type { RunReport } from '#ingest/report/run-report.ts';

/** A file that is read, with the hash of its bytes. */
export type FileStamp = RunReport['files'][number];

/** Is this a file of the folder itself, not reached by a link that leads out of it? */
export async function isInside(folder: string, file: string): Promise<boolean> {
  try {
    const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, file))]);
    return path.startsWith(root + sep) && (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** SHA-256 of a file's bytes, hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Files that lie in the folder and are none of `read`; hidden files, readmes and licences are nobody's data. */
export async function unreadFiles(folder: string, read: ReadonlySet<string>): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries) {
    const name = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (!entry.isFile() || read.has(name)) continue;
    if (/(^|\/)\./.test(name) || /(^|\/)(README|LICEN[CS]E)(\.\w+)*$/i.test(name)) continue;
    files.push(name);
  }
  return files.sort(compareText);
}
