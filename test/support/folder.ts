import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Files by name, as text or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder of its own that goes with the test. @returns its path */
export function folderOf(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'longlian-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
