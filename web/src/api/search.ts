import { graphql, type ResultOf } from '../graphql.ts';
import { placedFields } from './fragments.ts';

export const searchQuery = graphql(
  `
    query Search($text: String!, $first: Int!, $version: Int, $kinds: [Kind!]) {
      search(text: $text, first: $first, version: $version, kinds: $kinds) {
        truncated
        coverage {
          sources
          newestSource
          entities
          version
        }
        edges {
          node {
            match
            matched {
              value
              type
            }
            entity {
              ...PlacedFields
            }
          }
        }
      }
    }
  `,
  [placedFields],
);

export type SearchAnswer = ResultOf<typeof searchQuery>['search'];
export type SearchHit = SearchAnswer['edges'][number]['node'];
