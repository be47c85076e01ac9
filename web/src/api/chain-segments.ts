import { graphql } from '../graphql.ts';
import type { Named } from '../locale/use-words.ts';
import { ask } from './client.ts';

const chainSegmentsQuery = graphql(`
  query ChainSegments($id: ID!, $version: Int) {
    node(id: $id, version: $version) {
      __typename
      ... on Entity {
        relations(first: 100, filter: { types: [SEGMENT_OF], direction: IN }) {
          edges {
            node {
              from {
                id
                name
                nameEn
              }
            }
          }
        }
      }
    }
  }
`);

/** The segments of a chain, by name in the order of code points: the first hundred. */
export async function askSegments(
  id: string,
  version: number | null,
): Promise<readonly ({ readonly id: string } & Named)[]> {
  const { node } = await ask(chainSegmentsQuery, { id, version });
  if (!node || !('relations' in node)) return [];
  const segments = new Map(node.relations.edges.map(({ node: { from } }) => [from.id, from]));
  return [...segments.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
