import type { ApolloServerPlugin } from '@apollo/server';
import type { HttpContext } from '../http-context.ts';
import { asGraphQLError } from '../errors.ts';
import { checkLimits } from './check-limits.ts';
import type { Limits } from './limits.ts';
import { measureOperation } from './measure-operation.ts';

/**
 * Limits are checked when the operation is resolved, with the variables: validation is remembered by document, and a
 * rule there would see the variables of the first request only.
 */
export function limitPlugin(limits: Limits): ApolloServerPlugin<HttpContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        // An unknown operation name: Apollo says so.
        if (operation === undefined) return;
        const measure = measureOperation(schema, document, operation, request.variables ?? {});
        contextValue.meta.cost = measure?.cost;
        try {
          checkLimits(measure, limits);
        } catch (error) {
          throw asGraphQLError(error);
        }
      },
    }),
  };
}
