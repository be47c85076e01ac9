import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '#server/graphql/schema.ts';
import { measuredLimits } from '#server/http/limits/check-limits.ts';
import { PUBLIC_LIMITS } from '#server/http/limits/limits.ts';
import { measureOperation } from '#server/http/limits/measure-operation.ts';
import { CANDIDATE_ROWS } from '../../web/src/api/candidates.ts';
import { SURVEY_ROWS } from '../../web/src/api/survey.ts';

const ID = 'eaaaaaaaaaaaaaaaaaaaa';
const API = new URL('../../web/src/api/', import.meta.url);

/** As much as the screens ask for at once, by the name of the variable; one that is not here is left to the query. */
const MOST: Readonly<Record<string, unknown>> = {
  id: ID,
  ids: Array.from({ length: 100 }, () => ID),
  chain: ID,
  regions: Array.from({ length: 6 }, () => ID),
  first: 100,
};
const LIMIT: Readonly<Record<string, number>> = { Survey: SURVEY_ROWS };

const files = readdirSync(fileURLToPath(API)).filter((name) => name.endsWith('.ts'));
const queries = (await Promise.all(files.map(async (name) => import(new URL(name, API).href)))).flatMap(
  (module: object) => Object.values(module).filter(isQuery),
);

test('every query of the explorer is within the limits of an open service', () => {
  const over = queries.flatMap((document) => {
    const operation = operationOf(document);
    const name = operation.name?.value ?? '';
    const variables = { ...MOST, limit: LIMIT[name] ?? CANDIDATE_ROWS };
    const measure = measureOperation(schema, document, operation, variables);
    if (measure === undefined) return [`${name}: too large to measure`];
    return measuredLimits(measure, PUBLIC_LIMITS)
      .filter(({ asked, allowed }) => asked > allowed)
      .map(({ limit, asked, allowed }) => `${name}: ${limit} ${asked} of ${allowed}`);
  });
  expect(over).toStrictEqual([]);
});

test('all of them are looked at', () => {
  expect(queries.length).toBeGreaterThan(30);
});

function isQuery(value: unknown): value is DocumentNode {
  const definitions = (value as Partial<DocumentNode> | null)?.definitions;
  return Array.isArray(definitions) && definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  const [operation] = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no operation');
  return operation;
}
