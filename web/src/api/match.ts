import { graphql, type ResultOf } from '../graphql.ts';
import { invalidFields } from './fragments.ts';

export const matchQuery = graphql(
  `
    query Match($names: [String!]!, $version: Int) {
      reconcile(names: $names, version: $version) {
        __typename
        ... on Reconciliation {
          names {
            position
            read
            outcome
            label {
              zh
              en
            }
            sameAs
            omitted
            truncated
            candidates {
              rank
              rule
              weak
              reason {
                zh
                en
              }
              matched {
                value
                type
              }
              entity {
                id
                kind
                name
                nameEn
              }
            }
          }
          counts {
            outcome
            label {
              zh
              en
            }
            count
          }
          coverage {
            sources
            newestSource
            entities
            version
          }
        }
        ...InvalidFields
      }
    }
  `,
  [invalidFields],
);

type Answer = ResultOf<typeof matchQuery>['reconcile'];
export type Matched = Extract<Answer, { __typename: 'Reconciliation' }>;
export type MatchedName = Matched['names'][number];
export type MatchCandidate = MatchedName['candidates'][number];
