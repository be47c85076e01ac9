import { graphql, type ResultOf } from '../graphql.ts';
import { entityFields } from './fragments.ts';

/** What connects the bodies of a consortium beside it: ties between two of them, and what several are tied to. */
export const consortiumApartQuery = graphql(
  `
    query ConsortiumApart($ids: [ID!]!, $version: Int) {
      between: neighbourhood(
        input: { ids: $ids, within: true, limit: 20, filter: { modalities: [operating, building], ended: false } }
        version: $version
      ) {
        __typename
        ... on Neighbourhood {
          relations {
            id
            sentence {
              zh
              en
            }
          }
          omitted
        }
      }
      shared: commonNeighbours(input: { ids: $ids, atLeast: 2, first: 20 }, version: $version) {
        __typename
        ... on CommonNeighbours {
          neighbours {
            entity {
              ...EntityFields
            }
            ties {
              of {
                ...EntityFields
              }
            }
            weakness {
              zh
              en
            }
          }
          omitted
          truncated
        }
      }
    }
  `,
  [entityFields],
);

type Answer = ResultOf<typeof consortiumApartQuery>;
export type Between = Extract<Answer['between'], { __typename: 'Neighbourhood' }>;
export type Shared = Extract<Answer['shared'], { __typename: 'CommonNeighbours' }>;
