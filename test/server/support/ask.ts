import { graphql } from 'graphql';
import { expect } from 'vitest';
import type { GraphReader, GraphStore } from '#graph-model/store/port.ts';
import { createProjections } from '#server/analysis/projections.ts';
import { memoryTopologies, storeTopologies, type AnalysisMode, type TopologyOf } from '#server/analysis/topologies.ts';
import { schema } from '#server/graphql/schema.ts';
import { createKept } from '#server/graphql/kept.ts';
import { createViews } from '#server/graphql/views.ts';
import { costEstimator } from '#server/http/limits/estimate-cost.ts';
import { LOCAL_LIMITS } from '#server/http/limits/limits.ts';

export type Answer = { readonly data: unknown; readonly errors: readonly { message: string; code: unknown }[] };
export type Ask = (source: string, variables?: Record<string, unknown>) => Promise<Answer>;

/** GraphQL without HTTP, over the graph in memory and over the store: both must answer alike. */
export function asker(store: GraphStore): Ask {
  const inMemory = askerOf(store, 'memory');
  const overStore = askerOf(store, 'store');
  return async (source, variables) => {
    const answer = await inMemory(source, variables);
    expect(await overStore(source, variables)).toStrictEqual(answer);
    return answer;
  };
}

const estimateCost = costEstimator(schema, LOCAL_LIMITS);

/** GraphQL without HTTP: each question is one request. */
export function askerOf(store: GraphStore, mode: AnalysisMode): Ask {
  return askerOver(store, mode === 'store' ? storeTopologies(store) : memoryTopologies(createProjections(store)));
}

export function askerOver(store: GraphStore, topologyOf: TopologyOf): Ask {
  const kept = createKept();
  return async (source, variables = {}) => {
    const { signal } = new AbortController();
    const contextValue = { signal, view: createViews(store, topologyOf, kept, signal), estimateCost };
    const { data, errors = [] } = await graphql({ schema, source, contextValue, variableValues: variables });
    const said = errors.map(({ message, originalError }) => ({
      message,
      code: (originalError as { code?: unknown } | undefined)?.code,
    }));
    // As a client gets it: plain objects, in the order asked for.
    return { data: JSON.parse(JSON.stringify(data ?? null)) as unknown, errors: said };
  };
}

/** The data of a question that must not fail. */
export async function dataOf<Data>(ask: Ask, source: string, variables?: Record<string, unknown>): Promise<Data> {
  const { data, errors } = await ask(source, variables);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data as Data;
}

/** The same store, with the calls of its readers by name: `get record`, `find statement fact`, … */
export function counted(store: GraphStore): { readonly store: GraphStore; readonly calls: string[] } {
  const calls: string[] = [];
  const counting = (reader: GraphReader): GraphReader =>
    new Proxy(reader, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          calls.push([String(name), ...args.filter((arg) => typeof arg === 'string')].join(' '));
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    });
  const wrapped = new Proxy(store, {
    get(target, name) {
      if (name === 'reader') {
        return async (...args: Parameters<GraphStore['reader']>) => counting(await target.reader(...args));
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { store: wrapped, calls };
}

/** The id of the one entity that search finds exactly by this name, of the newest version. */
export async function idByName(ask: Ask, name: string, version?: number): Promise<string> {
  const data = await dataOf<{ search: { edges: { node: { entity: { id: string }; match: string } }[] } }>(
    ask,
    'query ($text: String!, $version: Int) { search(text: $text, version: $version) { edges { node { match entity { id } } } } }',
    { text: name, version },
  );
  const exact = data.search.edges.filter(({ node }) => node.match === 'EXACT');
  if (exact.length !== 1) throw new Error(`${exact.length} entities are called ${name}`);
  return exact[0]?.node.entity.id ?? '';
}
