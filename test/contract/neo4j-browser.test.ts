import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { cypherOf, QUESTIONS, VIEWS } from '#test/neo4j/saved-cypher.ts';

describe('the style file of Neo4j Browser', () => {
  const style = textOf('style.grass');
  const blocks = Array.from(style.matchAll(/([\w.]+) \{\n([^]*?)\}\n/g));
  const rules = blocks.map(([, selector = '', body = '']) => ({
    selector,
    properties: new Map(body.trimEnd().split('\n').map(property)),
  }));

  test('is rules alone: its reader takes a comment for a part of a selector', () => {
    expect(blocks.map(([block]) => block).join('\n')).toBe(style);
  });

  test('names each kind and each relationship type once, with a caption', () => {
    for (const selector of [
      ...KIND_NAMES.map((kind) => `node.${kind}`),
      ...RELATIONSHIP_TYPES.map((type) => `relationship.${type}`),
    ]) {
      const captions = rules
        .filter((rule) => rule.selector === selector)
        .map(({ properties }) => properties.get('caption'));
      expect(captions).toStrictEqual([expect.stringMatching(/^'.+'$/)]);
    }
  });

  test('says what is general before what is special: of two rules for a node the later wins', () => {
    const selectors = rules.map(({ selector }) => selector);
    const places = ['node', 'node.Entity', 'node.Company', 'node.Past'].map((selector) => selectors.indexOf(selector));
    expect(places).toStrictEqual([0, ...places.slice(1).toSorted((a, b) => a - b)]);
    expect(new Set(selectors).size).toBe(selectors.length);
  });
});

describe('the saved queries', () => {
  test('are the files beside them, in the columns that Neo4j Browser looks for', () => {
    const rows: Record<string, string>[] = parse(textOf('saved-queries.csv'), { columns: true });
    expect(Object.keys(rows[0] ?? {})).toStrictEqual(['name', 'description', 'query', 'id', 'parentId', 'isFolder']);
    const queries = rows.filter(({ isFolder }) => isFolder === 'false').map(({ query }) => query);
    expect(queries).toStrictEqual(['parameters', ...QUESTIONS, ...VIEWS].map(cypherOf));
    const folders = rows.filter(({ isFolder }) => isFolder === 'true').map(({ id }) => id);
    expect(new Set(rows.map(({ parentId }) => parentId))).toStrictEqual(new Set(['', ...folders]));
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });

  test('there are ten questions, and every query is one statement under a title in both languages', () => {
    expect(QUESTIONS).toHaveLength(10);
    for (const name of [...QUESTIONS, ...VIEWS]) {
      const [title = '', ...lines] = cypherOf(name).trimEnd().split('\n');
      expect(title).toMatch(/^\/\/ .*\p{Script=Han}.* \/ [A-Z].*$/u);
      expect(lines.join('\n')).toMatch(/^[^;]*;$/);
    }
  });
});

function textOf(file: string): string {
  return readFileSync(new URL(`../../docs/neo4j/${file}`, import.meta.url), 'utf8');
}

/** @throws Error for a line that the Browser would not understand: it splits at every colon and semicolon */
function property(line: string): [string, string] {
  const [, name, value] = /^ {2}([a-z-]+): ([^:;]+);$/.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`not a property: ${line}`);
  return [name, value];
}
