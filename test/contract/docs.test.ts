import { readdirSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ERROR_CODES } from '#graph-model/errors.ts';
import { ATTRIBUTE_NAMES } from '#graph-model/ontology/attributes.ts';
import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { QUALIFIER_NAMES } from '#graph-model/ontology/qualifiers.ts';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { ISSUE_CODE_NAMES } from '#ingest/report/issue-codes.ts';
import { COMMANDS } from '#server/cli/commands.ts';
import { SETTINGS } from '#server/cli/settings.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CODE_FOLDERS = ['bin', 'scripts', 'graph-model', 'ingest', 'server', 'test'];
const PAGES = ['README.md', 'CONTEXT.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesUnder('docs', /\.md$/)];
const text = new Map(PAGES.map((page) => [page, readFileSync(join(ROOT, page), 'utf8')]));
const everything = [...text.values()].join('\n');

describe('what there is, is named in the docs', () => {
  const Manifest = z.object({ scripts: z.record(z.string(), z.string()) });
  const { scripts } = Manifest.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  const settings = CODE_FOLDERS.flatMap((folder) => filesUnder(folder, /\.(ts|mjs)$/)).flatMap((file) =>
    Array.from(readFileSync(join(ROOT, file), 'utf8').matchAll(/\bLONGLIAN_[A-Z]+(?:_[A-Z]+)*\b/g), ([name]) => name),
  );

  const named: [string, readonly string[], (name: string) => string][] = [
    ['error code', Object.keys(ERROR_CODES), code],
    ['issue code', ISSUE_CODE_NAMES, code],
    ['kind', KIND_NAMES, code],
    ['relationship type', RELATIONSHIP_TYPES, code],
    ['attribute', ATTRIBUTE_NAMES, code],
    ['qualifier', QUALIFIER_NAMES, code],
    ['setting', Object.keys(SETTINGS), code],
    ['environment variable', [...new Set(settings)], code],
    ['command', Object.keys(COMMANDS), (name) => `npx longlian ${name}`],
    [
      'npm script',
      Object.keys(scripts),
      (name) => (['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`),
    ],
  ];

  test.for(named)('every %s', ([, names, spelling]) => {
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name) => !everything.includes(spelling(name)))).toStrictEqual([]);
  });
});

describe('what the docs name, is there', () => {
  test('every link inside the project leads to a file', () => {
    const dead = [...text].flatMap(([page, words]) =>
      Array.from(words.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g), ([, target = '']) => target)
        .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(ROOT, normalize(join(dirname(page), target)))))
        .map((target) => `${page}: ${target}`),
    );
    expect(dead).toStrictEqual([]);
  });

  test('every file and folder named in backticks exists', () => {
    const path = /`((?:graph-model|ingest|server|web|test|scripts|docs|bin|data|bench)\/[\w./-]+)`/g;
    const built = new Set(['web/dist']);
    const dead = [...text].flatMap(([page, words]) =>
      Array.from(words.matchAll(path), ([, target = '']) => target)
        .filter((target) => !built.has(target) && !existsSync(join(ROOT, target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(dead).toStrictEqual([]);
  });

  test('every GraphQL example is a query of the printed schema', () => {
    const schema = buildSchema(readFileSync(join(ROOT, 'server', 'schema.graphql'), 'utf8'));
    const examples = Array.from(everything.matchAll(/```graphql\n([\s\S]*?)```/g), ([, query = '']) => query);
    expect(examples.length).toBeGreaterThan(0);
    const errors = examples.flatMap((query) => validate(schema, parse(query)));
    expect(errors.map((error) => error.message)).toStrictEqual([]);
  });
});

function code(name: string): string {
  return `\`${name}\``;
}

/** Paths from the checkout, of the files under a folder whose name matches. */
function filesUnder(folder: string, name: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && name.test(file.name))
    .map((file) => join(file.parentPath, file.name).slice(ROOT.length))
    .sort();
}
