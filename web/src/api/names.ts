import { graphql } from '../graphql.ts';
import { entityFields } from './fragments.ts';

/** Names and kinds of entities that a link speaks of by id alone. */
export const namesQuery = graphql(
  `
    query Names($ids: [ID!]!, $version: Int) {
      nodes(ids: $ids, version: $version) {
        __typename
        id
        ...EntityFields
      }
    }
  `,
  [entityFields],
);
