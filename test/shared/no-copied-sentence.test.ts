import { parse } from 'csv-parse/sync';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { foldName } from '#graph-model/names.ts';
import { corpusDocuments, HAS_CORPUS } from '#test/support/corpus.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** So many characters alike outside of names, Traditional or Simplified, are no coincidence. */
const RUN = 16;
const Rows = z.array(z.record(z.string(), z.string()));
const Titled = z.object({ sources: z.array(z.object({ title: z.string() })) });
/** Shorter words are said in passing. */
const SHORTEST_NAME = 6;
const GANSU = join(ROOT, 'data/gansu');
const BINARY = /\.(png|jpe?g|ico|woff2?|xlsx|pdf|sqlite|docx)$/;
const LARGEST = 3_000_000;

describe.skipIf(!HAS_CORPUS)('the documents stay out of the project', () => {
  test(`no file holds a run of ${RUN} characters of a document outside of names`, () => {
    const names = namesOfGansu();
    const runs = new Set<string>();
    for (const { text } of corpusDocuments()) {
      const flat = without(names, foldName(text));
      for (let at = 0; at + RUN <= flat.length; at++) runs.add(flat.slice(at, at + RUN));
    }
    expect(runs.size).toBeGreaterThan(20_000);
    const copied = ownFiles().flatMap((file) => {
      const run = firstRunOf(without(names, foldName(readFileSync(join(ROOT, file), 'utf8'))), runs);
      return run === undefined ? [] : [`${file}: ${run}`];
    });
    expect(copied).toStrictEqual([]);
  });
});

function firstRunOf(flat: string, runs: ReadonlySet<string>): string | undefined {
  for (let at = 0; at + RUN <= flat.length; at++) {
    const run = flat.slice(at, at + RUN);
    if (HAN_RUN.test(run) && runs.has(run)) return run;
  }
  return undefined;
}

const HAN_RUN = /\p{Script=Han}{6}/u;

/** Folded names that the data set gives, and titles of its sources, the longest first. */
function namesOfGansu(): readonly string[] {
  const tables = readdirSync(GANSU, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(entities|names)\.csv$/.test(file),
  );
  const names = tables.flatMap((file) => {
    const rows = Rows.parse(parse(readFileSync(join(GANSU, file)), { columns: true, bom: true }));
    return rows.map((row) => row['name'] ?? row['value'] ?? '');
  });
  const { sources } = Titled.parse(parseYaml(readFileSync(join(GANSU, 'dataset.yml'), 'utf8')));
  const titles = sources.map(({ title }) => title);
  const folded = new Set(
    [...names, ...titles].map((name) => foldName(name)).filter((name) => name.length >= SHORTEST_NAME),
  );
  return [...folded].sort((a, b) => b.length - a.length);
}

function without(names: readonly string[], folded: string): string {
  return names.reduce((text, name) => text.replaceAll(name, ' '), folded);
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
