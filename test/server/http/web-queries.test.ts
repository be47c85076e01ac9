import { readdirSync, readFileSync } from 'node:fs';
import { Kind, parse, print, type DefinitionNode, type DocumentNode } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '#server/graphql/schema.ts';
import { checkLimits } from '#server/http/limits/check-limits.ts';
import { PUBLIC_LIMITS } from '#server/http/limits/limits.ts';
import { measureOperation } from '#server/http/limits/measure-operation.ts';

const API = new URL('../../../web/src/api/', import.meta.url);

/** What the explorer asks, at the largest it may ask for. */
const LARGEST = {
  id: 'e',
  ids: Array<string>(100).fill('e'),
  text: '光',
  first: 100,
  regions: Array<string>(6).fill('e'),
  input: {
    ids: Array<string>(100).fill('e'),
    limit: 500,
    from: ['a', 'b', 'c', 'd', 'e'],
    to: ['z'],
    k: 20,
    maxHops: 8,
  },
};

test('every query of the explorer is within the limits for anyone, as a container serves it', () => {
  const definitions = readdirSync(API).flatMap((file): readonly DefinitionNode[] => {
    const templates = readFileSync(new URL(file, API), 'utf8').matchAll(/graphql\(\s*`([^`]*)`/g);
    return Array.from(templates, ([, text = '']) => parse(text).definitions).flat();
  });
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  let operations = 0;
  for (const operation of definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    operations++;
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
    const measure = measureOperation(schema, document, operation, LARGEST);
    expect(() => checkLimits(measure, PUBLIC_LIMITS), operation.name?.value).not.toThrow();
    const text = print(document);
    expect(() => parse(text, { maxTokens: PUBLIC_LIMITS.tokens }), operation.name?.value).not.toThrow();
    const body = JSON.stringify({ query: text, variables: LARGEST });
    expect(Buffer.byteLength(body), operation.name?.value).toBeLessThan(PUBLIC_LIMITS.body);
  }
  expect(operations).toBeGreaterThan(4);
});
