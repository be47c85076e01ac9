import { graphql, type ResultOf } from '../graphql.ts';
import { sourceFields } from './fragments.ts';

/** What a table of relationships says of each: its sentence and where it stands. */
export const relationSheetQuery = graphql(
  `
    query RelationSheet($ids: [ID!]!, $version: Int) {
      nodes(ids: $ids, version: $version) {
        __typename
        ... on Relation {
          id
          sentence {
            zh
            en
          }
          provenance {
            statements(first: 5) {
              totalCount
              edges {
                node {
                  evidence {
                    id
                    stance
                    passage {
                      locator
                      source {
                        ...SourceFields
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
  `,
  [sourceFields],
);

type Row = NonNullable<ResultOf<typeof relationSheetQuery>['nodes'][number]>;
export type SheetRelation = Extract<Row, { __typename: 'Relation' }>;
