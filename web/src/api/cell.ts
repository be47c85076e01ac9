import { graphql, type ResultOf } from '../graphql.ts';

/** Why one cell is as it is, and what changed it: asked for when it is opened. */
export const cellQuery = graphql(`
  query BoardCell($chain: ID!, $segment: ID!, $region: ID!, $date: String, $since: Int, $version: Int) {
    board(chain: $chain, regions: [$region], date: $date, since: $since, version: $version) {
      __typename
      ... on Board {
        cell(segment: $segment, region: $region) {
          reasons {
            about
            label {
              zh
              en
            }
            holds
            reason {
              zh
              en
            }
          }
          change {
            others
            causes {
              cause
              label {
                zh
                en
              }
              relation {
                id
                sentence {
                  zh
                  en
                }
              }
              reason {
                zh
                en
              }
              entity {
                id
                name
                nameEn
              }
              source {
                id
                title
                date
              }
              statements {
                evidence {
                  passage {
                    locator
                    source {
                      title
                      date
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

type Board = Extract<ResultOf<typeof cellQuery>['board'], { __typename: 'Board' }>;
export type CellWhy = NonNullable<Board['cell']>;
export type CellCause = NonNullable<CellWhy['change']>['causes'][number];
