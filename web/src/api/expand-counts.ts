import { graphql } from '../graphql.ts';

/** What an expand would bring, by type and side. */
export const expandCountsQuery = graphql(`
  query ExpandCounts($id: ID!, $version: Int, $filter: RelationFilter) {
    node(id: $id, version: $version) {
      __typename
      id
      ... on Entity {
        name
        relationCounts(filter: $filter) {
          type
          direction
          count
          label {
            zh
            en
          }
        }
      }
    }
  }
`);
