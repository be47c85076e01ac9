import {
  getVariableValues,
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { CostEstimate, MeasuredLimit, RequestContext } from '#server/graphql/view.ts';
import { measuredLimits } from './check-limits.ts';
import { MOST_VALIDATION_ERRORS, type Limits } from './limits.ts';
import { measureOperation } from './measure-operation.ts';

type Wrong = Extract<CostEstimate, { readonly invalid: string }>;

/**
 * The limits as a request would meet them, without running anything: an operation that asks for an estimate itself is
 * measured like any other.
 */
export function costEstimator(schema: GraphQLSchema, limits: Limits): RequestContext['estimateCost'] {
  return (text, variablesText) => {
    const variables = readVariables(variablesText);
    if ('invalid' in variables) return variables;
    const tokens = countTokens(text);
    if (typeof tokens !== 'number') return tokens;
    const sizes: readonly MeasuredLimit[] = [
      {
        limit: 'body',
        label: { zh: '正文字节', en: 'bytes of the body' },
        asked: Buffer.byteLength(JSON.stringify({ query: text, variables: variables.values })),
        allowed: limits.body,
        code: 'COST_LIMIT_EXCEEDED',
      },
      {
        limit: 'tokens',
        label: { zh: '词元', en: 'tokens' },
        asked: tokens,
        allowed: limits.tokens,
        code: 'GRAPHQL_PARSE_FAILED',
      },
    ];
    if (tokens > limits.tokens) return { measured: sizes, tooLarge: true };
    const read = readOperation(schema, text);
    if ('invalid' in read) return read;
    const { errors } = getVariableValues(schema, read.operation.variableDefinitions ?? [], variables.values);
    if (errors?.[0] !== undefined) return { invalid: 'variables', because: errors[0].message };
    const measure = measureOperation(schema, read.document, read.operation, variables.values);
    if (measure === undefined) return { measured: sizes, tooLarge: true };
    return { measured: [...sizes, ...measuredLimits(measure, limits)], tooLarge: false };
  };
}

function readVariables(text = '{}'): Wrong | { readonly values: Readonly<Record<string, unknown>> } {
  try {
    const values: unknown = JSON.parse(text);
    if (typeof values === 'object' && values !== null && !Array.isArray(values)) {
      return { values: values as Readonly<Record<string, unknown>> };
    }
    return { invalid: 'variables', because: 'not a JSON object' };
  } catch {
    return { invalid: 'variables', because: 'not JSON' };
  }
}

/** As the parser counts them: without the start and the end. */
function countTokens(text: string): number | Wrong {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) tokens++;
    return tokens;
  } catch (error) {
    return { invalid: 'operation', because: messageOf(error) };
  }
}

function readOperation(
  schema: GraphQLSchema,
  text: string,
): Wrong | { readonly document: DocumentNode; readonly operation: OperationDefinitionNode } {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    return { invalid: 'operation', because: messageOf(error) };
  }
  const [invalid] = validate(schema, document, undefined, { maxErrors: MOST_VALIDATION_ERRORS });
  if (invalid !== undefined) return { invalid: 'operation', because: invalid.message };
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operation === undefined || operations.length > 1) {
    return { invalid: 'operation', because: `${operations.length} operations` };
  }
  return { document, operation };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
