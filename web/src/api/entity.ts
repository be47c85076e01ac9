import { graphql, type ResultOf } from '../graphql.ts';
import { paceFields, placeFields, readingFields } from './fragments.ts';

/** All that one page says of one entity. A hundred relationships at a time; the page says how many there are. */
export const entityQuery = graphql(
  `
    query Entity($id: ID!, $version: Int, $after: String) {
      node(id: $id, version: $version) {
        __typename
        id
        ... on Entity {
          kind
          name
          nameEn
          degree
          redirectedFrom
          place {
            id
            kind
            name
            nameEn
          }
          aliases(first: 20) {
            totalCount
            edges {
              node {
                value
                type
                lang
                provenance {
                  ...PlaceFields
                }
              }
            }
          }
          attributes {
            id
            name
            value
            validFrom
            validTo
            confidence
            conflict
            label {
              zh
              en
            }
            details {
              name
              valueLabel {
                zh
                en
              }
              label {
                zh
                en
              }
            }
            valueLabel {
              zh
              en
            }
            provenance {
              ...PlaceFields
            }
          }
          indicators {
            id
            measure
            value
            unit
            period
            figure
            scope
            scopeLabel {
              zh
              en
            }
            confidence
            conflict
            pace {
              ...PaceFields
            }
            provenance {
              ...PlaceFields
            }
          }
          unstated {
            what
            meant
            label {
              zh
              en
            }
          }
          readings {
            ...ReadingFields
          }
          relationCounts {
            type
            direction
            count
            label {
              zh
              en
            }
          }
          relations(first: 100, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            edges {
              node {
                id
                type
                modality
                confidence
                validFrom
                validTo
                ended
                conflict
                label {
                  zh
                  en
                }
                inverse {
                  zh
                  en
                }
                sentence {
                  zh
                  en
                }
                from {
                  id
                  kind
                  name
                  nameEn
                  readings {
                    from {
                      id
                    }
                  }
                }
                to {
                  id
                  kind
                  name
                  nameEn
                  readings {
                    from {
                      id
                    }
                  }
                }
                context {
                  id
                  name
                  nameEn
                }
                details {
                  name
                  valueLabel {
                    zh
                    en
                  }
                  label {
                    zh
                    en
                  }
                }
                provenance {
                  ...PlaceFields
                }
              }
            }
          }
        }
      }
    }
  `,
  [paceFields, placeFields, readingFields],
);

type Answer = NonNullable<ResultOf<typeof entityQuery>['node']>;
export type EntityFull = Extract<Answer, { kind: unknown }>;
export type RelationFull = EntityFull['relations']['edges'][number]['node'];
export type AttributeFull = EntityFull['attributes'][number];
export type IndicatorFull = EntityFull['indicators'][number];

/** The node as an entity; null when the id is that of something else or of nothing. */
export function asEntity(node: ResultOf<typeof entityQuery>['node']): EntityFull | null {
  return node && 'kind' in node ? node : null;
}
