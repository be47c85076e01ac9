import { graphql, type ResultOf } from '../graphql.ts';

/** What the table of a board adds to the board: the sources of each cell. */
export const boardSheetQuery = graphql(`
  query BoardSheet($chain: ID!, $regions: [ID!]!, $date: String, $classes: [SourceClass!], $version: Int) {
    board(chain: $chain, regions: $regions, date: $date, sourceClasses: $classes, version: $version) {
      __typename
      ... on Board {
        cells {
          segment {
            id
          }
          region {
            id
          }
          sources {
            id
            title
            date
          }
        }
      }
    }
  }
`);

type Sheet = Extract<ResultOf<typeof boardSheetQuery>['board'], { __typename: 'Board' }>;
export type SheetCell = Sheet['cells'][number];
