import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { corpusDocuments, HAS_CORPUS } from '#test/support/corpus.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** So many characters alike, a comma or stop among them, are no coincidence of names. */
const RUN = 20;
const PAUSE = /[，。；、,;]/;
const BINARY = /\.(png|jpe?g|ico|woff2?|xlsx|pdf|sqlite|docx)$/;
const LARGEST = 3_000_000;

describe.skipIf(!HAS_CORPUS)('the documents stay out of the project', () => {
  test('no file holds a run of 20 characters of a document', () => {
    const runs = new Map<string, string>();
    for (const { file, text } of corpusDocuments()) {
      const flat = flatten(text);
      for (let at = 0; at + RUN <= flat.length; at++) {
        const run = flat.slice(at, at + RUN);
        if (PAUSE.test(run)) runs.set(run, file);
      }
    }
    expect(runs.size).toBeGreaterThan(1_000);
    const copied = ownFiles().flatMap((file) => {
      const run = firstRunOf(flatten(readFileSync(join(ROOT, file), 'utf8')), runs);
      return run === undefined ? [] : [`${file}: ${run}`];
    });
    expect(copied).toStrictEqual([]);
  });
});

function firstRunOf(flat: string, runs: ReadonlyMap<string, string>): string | undefined {
  for (let at = 0; at + RUN <= flat.length; at++) {
    const run = flat.slice(at, at + RUN);
    if (runs.has(run)) return run;
  }
  return undefined;
}

function flatten(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** What git keeps or would keep: committed, staged and new files that nothing ignores. */
function ownFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed
    .split('\0')
    .filter((file) => file !== '' && file !== 'package-lock.json' && !BINARY.test(file))
    .filter((file) => existsSync(join(ROOT, file)) && statSync(join(ROOT, file)).size < LARGEST);
}
