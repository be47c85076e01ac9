import { graphql, type ResultOf } from '../graphql.ts';
import { ask } from './client.ts';
import { sourceFields } from './fragments.ts';

/** Facts by id, each with its sentence and the first places behind it: at most a hundred at a time. */
export const factLinesQuery = graphql(
  `
    query FactLines($ids: [ID!]!, $version: Int) {
      nodes(ids: $ids, version: $version) {
        __typename
        id
        ... on Relation {
          type
          modality
          confidence
          conflict
          ended
          sentence {
            zh
            en
          }
          from {
            id
            kind
            name
            nameEn
          }
          provenance {
            publisherCount
            statements(first: 2) {
              edges {
                node {
                  evidence {
                    stance
                    note
                    passage {
                      id
                      locator
                      source {
                        ...SourceFields
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  `,
  [sourceFields],
);

export const MOST_FACT_LINES = 100;

type Node = NonNullable<ResultOf<typeof factLinesQuery>['nodes'][number]>;
export type FactLine = Extract<Node, { __typename: 'Relation' }>;

/** By id; what the version does not have is left out. */
export function factLinesById(nodes: ResultOf<typeof factLinesQuery>['nodes']): ReadonlyMap<string, FactLine> {
  const lines = nodes.flatMap((node) => (node?.__typename === 'Relation' ? [[node.id, node] as const] : []));
  return new Map(lines);
}

/** The facts of a long list, a hundred to a question. */
export async function allFactLines(ids: readonly string[], version: number): Promise<ReadonlyMap<string, FactLine>> {
  const pages = Array.from({ length: Math.ceil(ids.length / MOST_FACT_LINES) }, (_, at) =>
    ids.slice(at * MOST_FACT_LINES, (at + 1) * MOST_FACT_LINES),
  );
  const answers = await Promise.all(pages.map((page) => ask(factLinesQuery, { ids: page, version })));
  return new Map(answers.flatMap(({ nodes }) => [...factLinesById(nodes)]));
}
