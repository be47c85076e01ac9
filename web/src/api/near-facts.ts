import { graphql, type ResultOf } from '../graphql.ts';
import { placeFields } from './fragments.ts';

const nearFields = graphql(
  `
    fragment NearFields on Entity {
      id
      kind
      name
      nameEn
      indicators {
        id
        measure
        value
        unit
        period
        provenance {
          ...PlaceFields
        }
      }
      attributes {
        id
        name
        valueLabel {
          zh
          en
        }
        provenance {
          ...PlaceFields
        }
      }
      relations(first: 6) {
        totalCount
        edges {
          node {
            id
            from {
              id
            }
            to {
              id
            }
            sentence {
              zh
              en
            }
            provenance {
              ...PlaceFields
            }
          }
        }
      }
    }
  `,
  [placeFields],
);

/** Which others stand near a body and are easily taken for it: names that may mean it, what such a name may mean else, its laboratories, products, owners and subsidiaries. */
export const nearQuery = graphql(`
  query Near($id: ID!, $version: Int) {
    node(id: $id, version: $version) {
      __typename
      id
      ... on Entity {
        readings {
          id
          from {
            id
            readings {
              id
              to {
                id
              }
            }
          }
        }
        relations(filter: { types: [HOSTS, PRODUCES, SUBSIDIARY_OF] }, first: 20) {
          totalCount
          edges {
            node {
              id
              type
              from {
                id
              }
              to {
                id
              }
            }
          }
        }
      }
    }
  }
`);

/** What sources tell of them. */
export const nearFactsQuery = graphql(
  `
    query NearFacts($ids: [ID!]!, $version: Int) {
      nodes(ids: $ids, version: $version) {
        __typename
        id
        ...NearFields
      }
    }
  `,
  [nearFields],
);

type Answer = NonNullable<ResultOf<typeof nearQuery>['node']>;
export type NearAnswer = Extract<Answer, { relations: unknown }>;
export type NearEntity = ResultOf<typeof nearFields>;
