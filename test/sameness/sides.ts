import { execute, Kind, validate, type DocumentNode, type GraphQLError } from 'graphql';
import type { GraphStore } from '#graph-model/store/port.ts';
import type { Projection } from '#server/analysis/projection.ts';
import { createProjections, type Projections } from '#server/analysis/projections.ts';
import { memoryTopologies, storeTopologies, type AnalysisMode } from '#server/analysis/topologies.ts';
import { schema } from '#server/graphql/schema.ts';
import { createKept } from '#server/graphql/kept.ts';
import { createViews } from '#server/graphql/views.ts';
import { asGraphQLError, formatError } from '#server/http/errors.ts';
import { checkLimits } from '#server/http/limits/check-limits.ts';
import { costEstimator } from '#server/http/limits/estimate-cost.ts';
import { LOCAL_LIMITS } from '#server/http/limits/limits.ts';
import { measureOperation } from '#server/http/limits/measure-operation.ts';

/** A store that holds a world, and how the server works out what no row says. */
export type Side = {
  readonly name: string;
  readonly store: GraphStore;
  readonly analysis: AnalysisMode;
};

export type Answer = {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly code: unknown }[];
  /** Data and errors as a client gets them. */
  readonly text: string;
};

export type AskSide = (question: DocumentNode) => Promise<Answer>;

/** The server's own way through a question, without HTTP: validation, limits, views, errors as they are shown. */
export function asking(side: Side): AskSide {
  const contextOf = contexts(side);
  return async (document) => {
    const refused = refusalOf(document);
    if (refused.length > 0) return answered(undefined, refused);
    const { data, errors = [] } = await execute({ schema, document, contextValue: contextOf() });
    return answered(data, errors);
  };
}

const estimateCost = costEstimator(schema, LOCAL_LIMITS);

function contexts({ store, analysis }: Side): () => object {
  const topologyOf = analysis === 'store' ? storeTopologies(store) : memoryTopologies(everyVersion(store));
  const kept = createKept();
  return () => {
    const { signal } = new AbortController();
    return { signal, view: createViews(store, topologyOf, kept, signal), estimateCost };
  };
}

/** The server keeps a few versions in memory; questions about a world go from any of them to any other. */
function everyVersion(store: GraphStore): Pick<Projections, 'at'> {
  const projections = createProjections(store);
  const kept = new Map<number, Promise<Projection>>();
  return {
    at(version) {
      const there = kept.get(version) ?? projections.at(version);
      kept.set(version, there);
      return there;
    },
  };
}

/** Why the server would not even begin: nothing for what it would. */
export function refusalOf(document: DocumentNode): readonly GraphQLError[] {
  const invalid = validate(schema, document);
  if (invalid.length > 0) return invalid;
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a question is one operation');
  try {
    checkLimits(measureOperation(schema, document, operation, {}), LOCAL_LIMITS);
    return [];
  } catch (error) {
    return [asGraphQLError(error)];
  }
}

function answered(data: unknown, errors: readonly GraphQLError[]): Answer {
  const shown = errors.map((error) => formatError(error.toJSON(), error));
  const text = JSON.stringify({ data, errors: shown });
  return {
    data: (JSON.parse(text) as { data?: unknown }).data,
    errors: shown.map(({ message, extensions }) => ({ message, code: extensions?.['code'] })),
    text,
  };
}
