import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERROR_CODES, GraphError } from '#graph-model/errors.ts';
import { ClientError, type ClientCode } from '#server/graphql/client-error.ts';

/** HTTP status by code, for clients that ask for application/graphql-response+json and get no data. */
export const STATUS: Readonly<Record<ClientCode, number>> = {
  BAD_USER_INPUT: 400,
  VERSION_UNKNOWN: 400,
  CURSOR_EXPIRED: 400,
  COST_LIMIT_EXCEEDED: 400,
  DEPTH_LIMIT_EXCEEDED: 400,
  DEADLINE_EXCEEDED: 408,
  CANCELLED: 408,
  STORE_UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** Errors of Apollo and graphql-js whose words speak of the request alone. */
const OF_THE_REQUEST: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Every code a client can meet: ours, and those of Apollo and graphql-js that are let through. */
export function clientErrorCodes(): string[] {
  return [...new Set([...Object.keys(STATUS), ...OF_THE_REQUEST])];
}

/** What a client may be told of an error, or undefined when it is ours to know. */
export function clientErrorOf(error: unknown): ClientError | undefined {
  if (error instanceof ClientError) return error;
  if (!(error instanceof GraphError)) return undefined;
  switch (error.code) {
    case 'VERSION_UNKNOWN':
    case 'CURSOR_EXPIRED':
    case 'STORE_UNAVAILABLE':
    case 'CANCELLED': {
      const { zh, en } = ERROR_CODES[error.code];
      return new ClientError(error.code, `${zh} / ${en}`, error.code === 'VERSION_UNKNOWN' ? error.data : {});
    }
    default:
      return undefined;
  }
}

/** The error as Apollo wants it thrown: with its code and status. */
export function asGraphQLError(error: unknown): GraphQLError {
  const known = clientErrorOf(error) ?? new ClientError('INTERNAL', MASKED);
  const { code, data, message } = known;
  return new GraphQLError(message, { extensions: { ...data, code, http: { status: STATUS[code] } } });
}

/** Nothing but code, words for people and place in the query leaves the server. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const where = { ...(locations && { locations }), ...(path && { path }) };
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const known = clientErrorOf(cause);
  if (known !== undefined) {
    return { message: known.message, ...where, extensions: { ...known.data, code: known.code } };
  }
  const { code } = formatted.extensions ?? {};
  if (typeof code === 'string' && (OF_THE_REQUEST.has(code) || isOurCode(code))) {
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
    return { message: formatted.message, ...where, extensions };
  }
  return { message: MASKED, ...where, extensions: { code: 'INTERNAL' } };
}

/** Will this error be shown as INTERNAL? Then the log must say what it was. */
export function isMasked(error: GraphQLError): boolean {
  return (
    formatError({ message: error.message, extensions: error.extensions }, error).extensions?.['code'] === 'INTERNAL'
  );
}

const MASKED = '服务出了错，已记录 / internal error, logged';

function isOurCode(code: string): boolean {
  return Object.hasOwn(STATUS, code) && code !== 'INTERNAL';
}
