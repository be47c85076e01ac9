import type { Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { Logger } from 'pino';
import { schema } from '#server/graphql/schema.ts';
import { answerPlugin, faultPlugin } from './answer-plugin.ts';
import { formatError } from './errors.ts';
import type { HttpContext } from './http-context.ts';
import { limitPlugin } from './limits/limit-plugin.ts';
import { MOST_VALIDATION_ERRORS, type Limits } from './limits/limits.ts';

/** How long requests under way may go on once the server stops. */
export const GRACE_MS = 10_000;

export function createGraphqlServer(httpServer: Server, limits: Limits, log: Logger): ApolloServer<HttpContext> {
  return new ApolloServer<HttpContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: MOST_VALIDATION_ERRORS },
    formatError,
    logger: quietLogger(log),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would look at every field of every answer, and no field of ours has a hint for caches.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: GRACE_MS }),
      limitPlugin(limits),
      answerPlugin(log),
      faultPlugin(log),
    ],
  });
}

/** Apollo's own lines, at their level. */
function quietLogger(log: Logger) {
  return {
    debug: (message?: unknown) => log.debug(String(message)),
    info: (message?: unknown) => log.debug(String(message)),
    warn: (message?: unknown) => log.warn(String(message)),
    error: (message?: unknown) => log.error(String(message)),
  };
}
