import { graphql, type ResultOf } from '../graphql.ts';
import { judgementFields } from './board.ts';

/** Where a body stands on the boards of its chains: the cells it is seen in, as what, and why each is as it is. */
export const bodyCellsQuery = graphql(
  `
    query BodyCells($body: ID!, $version: Int) {
      bodyCells(body: $body, version: $version) {
        __typename
        ... on BodyCells {
          regions {
            id
            name
            nameEn
          }
          omittedRegions
          chains {
            id
            name
            nameEn
          }
          omittedChains
          ofChain {
            id
            sentence {
              zh
              en
            }
          }
          cells {
            chain {
              id
            }
            seen {
              as
            }
            cell {
              segment {
                id
                name
                nameEn
              }
              region {
                id
              }
              judgement {
                ...JudgementFields
              }
              reasons {
                about
                holds
                reason {
                  zh
                  en
                }
              }
            }
          }
          coverage {
            sources
          }
        }
      }
    }
  `,
  [judgementFields],
);

type Answer = ResultOf<typeof bodyCellsQuery>['bodyCells'];
export type BodyCells = Extract<Answer, { __typename: 'BodyCells' }>;
export type BodyCell = BodyCells['cells'][number];
