import { graphql, type ResultOf } from '../graphql.ts';
import { ask } from './client.ts';
import { sourceFields } from './fragments.ts';

/** Facts with who they speak of and the places behind them: what a brief or a table of a board prints. */
export const briefFactsQuery = graphql(
  `
    query BriefFacts($ids: [ID!]!, $version: Int) {
      nodes(ids: $ids, version: $version) {
        __typename
        id
        ... on Relation {
          type
          modality
          confidence
          conflict
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
            statements(first: 3) {
              totalCount
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

/** Facts of one question: as many as the service takes by id. */
const FACTS_A_PAGE = 100;

/** Facts of one brief or table; the others are counted. */
export const MOST_BRIEF_FACTS = 600;

type Node = NonNullable<ResultOf<typeof briefFactsQuery>['nodes'][number]>;
export type BriefFact = Extract<Node, { __typename: 'Relation' }>;

/** The first of these facts by id, page by page. */
export async function askBriefFacts(ids: readonly string[], version: number): Promise<ReadonlyMap<string, BriefFact>> {
  const asked = ids.slice(0, MOST_BRIEF_FACTS);
  const found = new Map<string, BriefFact>();
  for (let at = 0; at < asked.length; at += FACTS_A_PAGE) {
    const { nodes } = await ask(briefFactsQuery, { ids: asked.slice(at, at + FACTS_A_PAGE), version });
    for (const node of nodes) if (node?.__typename === 'Relation') found.set(node.id, node);
  }
  return found;
}
