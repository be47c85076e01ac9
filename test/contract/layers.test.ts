import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cruiseWithRules } from '#test/support/cruise.ts';
import config from '../../.dependency-cruiser.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LAYERS = ['graph-model', 'ingest', 'server', 'web/src'];
/** With a compiler it cannot load, dependency-cruiser sees nothing and is content: fewer modules than this is a failure. */
const FLOOR = 30;

/** One world per rule: the first file breaks it by its import of the second. */
const SEEDS: Record<string, readonly Record<string, string>[]> = {
  'graph-model-sees-none-of-ours': [
    { 'graph-model/a.ts': "import '#ingest/b.ts';", 'ingest/b.ts': '' },
    {
      'graph-model/a.ts': "import type { B } from '../server/b.ts'; export type A = B;",
      'server/b.ts': 'export type B = 1;',
    },
  ],
  'ingest-sees-only-graph-model': [{ 'ingest/a.ts': "export * from '#server/b.ts';", 'server/b.ts': '' }],
  'server-does-not-see-web': [{ 'server/a.ts': "void import('../web/src/b.ts');", 'web/src/b.ts': '' }],
  'web-sees-no-layer': [
    {
      'web/src/a.ts': "import type { B } from '#graph-model/b.ts'; export type A = B;",
      'graph-model/b.ts': 'export type B = 1;',
    },
    { 'web/src/a.tsx': "import '../../server/b.ts';", 'server/b.ts': '' },
  ],
  'only-the-command-line-wires': [{ 'server/a.ts': "import './cli/b.ts';", 'server/cli/b.ts': '' }],
  'sqlite-stays-in-its-store': [{ 'graph-model/store/a.ts': "import '@photostructure/sqlite';" }],
  'neo4j-stays-in-its-store': [{ 'graph-model/store/sqlite/a.ts': "import 'neo4j-driver';" }],
  'analysis-knows-no-graphql': [
    { 'server/analysis/a.ts': "import 'graphql';" },
    { 'server/analysis/a.ts': "import '../graphql/b.ts';", 'server/graphql/b.ts': '' },
    { 'server/analysis/a.ts': "import '@pothos/core';" },
  ],
  'ui-ground-sees-no-component': [{ 'web/src/state/a.ts': "import '../panels/b.tsx';", 'web/src/panels/b.tsx': '' }],
  'ui-pieces-see-no-screen': [{ 'web/src/canvas/a.ts': "import '../panels/b.tsx';", 'web/src/panels/b.tsx': '' }],
  'ui-panels-see-no-screen': [{ 'web/src/panels/a.tsx': "import '../screens/b.tsx';", 'web/src/screens/b.tsx': '' }],
  'shipped-code-sees-no-tests': [{ 'ingest/a.ts': "import '#test/b.ts';", 'test/b.ts': '' }],
  'no-cycles': [{ 'ingest/a.ts': "import './b.ts';", 'ingest/b.ts': "import './a.ts';" }],
  'nothing-unresolvable': [{ 'ingest/a.ts': "import './gone.ts';" }],
  'no-undeclared-packages': [{ 'ingest/a.ts': "import 'color-name';" }],
};

describe('the layers of this checkout', () => {
  test('no import breaks a rule, and every source file was looked at', { timeout: 60_000 }, async () => {
    const { modules, summary } = await cruiseWithRules(ROOT, LAYERS);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toStrictEqual([]);
    const seen = new Set(modules.map((module) => module.source));
    const onDisk = (await Promise.all(LAYERS.map(sourcesUnder))).flat();
    expect(onDisk.filter((file) => !seen.has(file))).toStrictEqual([]);
    expect(onDisk.length).toBeGreaterThan(FLOOR);
  });
});

describe('a seeded violation is caught', () => {
  let folder = '';

  beforeAll(async () => {
    // Inside the checkout, so that installed packages are found as they are from a layer.
    await mkdir(join(ROOT, 'build'), { recursive: true });
    folder = await mkdtemp(join(ROOT, 'build', 'seeded-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  test('every rule has a seed', () => {
    expect(Object.keys(SEEDS)).toStrictEqual(config.forbidden?.map((rule) => rule.name));
  });

  test('a world without one is clean', async () => {
    const files = { 'ingest/a.ts': "import '#graph-model/b.ts';", 'graph-model/b.ts': '' };
    expect(await violationsIn(join(folder, 'clean'), files)).toStrictEqual([]);
  });

  const cases = Object.entries(SEEDS).flatMap(([rule, worlds]) =>
    worlds.map((files, index) => ({ rule, files, index })),
  );
  test.for(cases)('$rule, seed $index', async ({ rule, files, index }) => {
    expect(await violationsIn(join(folder, `${rule}-${index}`), files)).toContain(rule);
  });
});

async function violationsIn(world: string, files: Record<string, string>): Promise<string[]> {
  const aliases = ['graph-model', 'ingest', 'server', 'test'].map((name) => [`#${name}/*`, `./${name}/*`]);
  const manifest = { type: 'module', imports: Object.fromEntries(aliases), dependencies: { graphql: '16' } };
  const all = { ...files, 'package.json': JSON.stringify(manifest), 'tsconfig.json': '{}' };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(join(world, dirname(path)), { recursive: true });
    await writeFile(join(world, path), text);
  }
  const { summary } = await cruiseWithRules(world, ['.']);
  return summary.violations.map((violation) => violation.rule.name);
}

async function sourcesUnder(layer: string): Promise<string[]> {
  const files = await readdir(join(ROOT, layer), { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name) && !file.name.endsWith('.d.ts'))
    .map((file) => join(file.parentPath, file.name).slice(ROOT.length));
}
