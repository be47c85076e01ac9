import { graphql } from '../graphql.ts';

/** How much lies around a thing, step by step. */
export const ringsQuery = graphql(`
  query Rings($id: ID!, $version: Int, $filter: RelationFilter) {
    rings(input: { ids: [$id], hops: 3, filter: $filter, limit: 0 }, version: $version) {
      __typename
      ... on Rings {
        rings {
          distance
          count
          relationCount
          kinds {
            kind
            count
          }
        }
        truncated
      }
    }
  }
`);
