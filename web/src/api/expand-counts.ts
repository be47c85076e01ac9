import { graphql } from '../graphql.ts';

const countFields = graphql(`
  fragment CountFields on RelationCount {
    type
    direction
    count
    label {
      zh
      en
    }
  }
`);

/** What an expand would bring, by type and side, and of how much of it each state. */
export const expandCountsQuery = graphql(
  `
    query ExpandCounts(
      $id: ID!
      $version: Int
      $filter: RelationFilter
      $operating: RelationFilter
      $building: RelationFilter
      $planned: RelationFilter
      $proposed: RelationFilter
    ) {
      node(id: $id, version: $version) {
        __typename
        id
        ... on Entity {
          name
          all: relationCounts(filter: $filter) {
            ...CountFields
          }
          operating: relationCounts(filter: $operating) {
            ...CountFields
          }
          building: relationCounts(filter: $building) {
            ...CountFields
          }
          planned: relationCounts(filter: $planned) {
            ...CountFields
          }
          proposed: relationCounts(filter: $proposed) {
            ...CountFields
          }
        }
      }
    }
  `,
  [countFields],
);
