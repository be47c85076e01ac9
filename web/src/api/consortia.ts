import { graphql, type ResultOf } from '../graphql.ts';

/** A page holds as many as the service gives at once. */
export const MOST_LISTED = 100;

export const consortiaQuery = graphql(`
  query Consortia($chain: ID, $state: ConsortiumListState, $first: Int, $version: Int) {
    consortia(chain: $chain, state: $state, first: $first, version: $version) {
      __typename
      ... on Consortia {
        totalCount
        sums {
          state
          label {
            zh
            en
          }
          count
        }
        looked
        total
        figures {
          indicator {
            id
            value
            unit
            period
            entity {
              id
              name
              nameEn
            }
          }
          apart {
            zh
            en
          }
        }
        figuresCut
        wanted {
          label {
            zh
            en
          }
          keepers {
            id
            name
            nameEn
          }
        }
        edges {
          node {
            entity {
              id
              name
              nameEn
            }
            state
            label {
              zh
              en
            }
            modality
            chains {
              whole
              chain {
                id
                name
                nameEn
              }
            }
            leads {
              id
              name
              nameEn
            }
          }
        }
        coverage {
          sources
          version
        }
      }
      ... on EntityNotFound {
        message {
          zh
          en
        }
      }
      ... on InvalidConstraint {
        message {
          zh
          en
        }
      }
    }
  }
`);

export type Consortia = Extract<ResultOf<typeof consortiaQuery>['consortia'], { __typename: 'Consortia' }>;
export type ListedConsortium = Consortia['edges'][number]['node'];
export type ListState = ListedConsortium['state'];
