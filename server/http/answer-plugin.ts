import { performance } from 'node:perf_hooks';
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { Logger } from 'pino';
import { isMasked, STATUS } from './errors.ts';
import type { HttpContext } from './http-context.ts';

/**
 * What stands around the data: the status by error code, `extensions.meta`, and the log line of the request. Names,
 * variables and the text of the query are not logged.
 */
export function answerPlugin(log: Logger): ApolloServerPlugin<HttpContext> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue: { requestId } }) => {
        for (const error of errors) {
          if (isMasked(error)) log.error({ requestId, path: error.path, err: error.originalError ?? error }, 'masked');
        }
      },
      willSendResponse: async ({ response, contextValue }) => {
        if (response.body.kind !== 'single') return;
        // An answer may name the newest version.
        response.http.headers.set('cache-control', 'no-store');
        const { singleResult } = response.body;
        const { requestId, startedAt, plainJson } = contextValue;
        const { version, cost } = contextValue.meta;
        const elapsedMs = Math.round((performance.now() - startedAt) * 1000) / 1000;
        singleResult.extensions = {
          ...singleResult.extensions,
          meta: { requestId, dataVersion: version ?? null, elapsedMs, cost: cost ?? null },
        };
        const codes = (singleResult.errors ?? []).map(({ extensions }) => extensions?.['code']);
        for (const { extensions } of singleResult.errors ?? []) {
          if (extensions?.['code'] === 'INTERNAL') extensions['requestId'] = requestId;
        }
        if (plainJson) response.http.status = 200;
        else if (codes.length > 0 && (singleResult.data ?? null) === null) response.http.status ??= statusOf(codes[0]);
        log.info({ requestId, version, cost, elapsedMs, codes }, 'answered');
      },
    }),
  };
}

/** Errors outside a request, so that none is silent. */
export function faultPlugin(log: Logger): ApolloServerPlugin<BaseContext> {
  return {
    unexpectedErrorProcessingRequest: async ({ error }) => log.error({ err: error }, 'unexpected'),
    contextCreationDidFail: async ({ error }) => log.error({ err: error }, 'no context'),
  };
}

function statusOf(code: unknown): number {
  return STATUS[code as keyof typeof STATUS] ?? 400;
}
