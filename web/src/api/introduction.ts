import { graphql, type ResultOf } from '../graphql.ts';
import { tieFields } from './candidates.ts';
import { entityFields } from './fragments.ts';

/** The way to one candidate. */
export const introductionQuery = graphql(
  `
    query Introduction($for: CandidatesFor!, $to: ID!, $date: String, $version: Int) {
      candidates(for: $for, limit: 1, date: $date, version: $version) {
        __typename
        ... on Candidates {
          introduction(to: $to) {
            state
            label {
              zh
              en
            }
            plans {
              ...TieFields
            }
            path {
              hops
              weak {
                entity {
                  id
                  name
                  nameEn
                }
                weakness {
                  zh
                  en
                }
              }
              entities {
                ...EntityFields
              }
              steps {
                relations {
                  id
                }
                reading {
                  id
                }
                sentences {
                  zh
                  en
                }
              }
            }
          }
        }
      }
    }
  `,
  [entityFields, tieFields],
);

type Asked = Extract<ResultOf<typeof introductionQuery>['candidates'], { __typename: 'Candidates' }>;
export type Introduction = NonNullable<Asked['introduction']>;
