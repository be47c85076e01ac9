import { graphql, type ResultOf } from '../graphql.ts';

export const matchQuery = graphql(`
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
      ... on InvalidConstraint {
        message {
          zh
          en
        }
      }
    }
  }
`);

type Answer = ResultOf<typeof matchQuery>['reconcile'];
export type Matched = Extract<Answer, { __typename: 'Reconciliation' }>;
export type MatchedName = Matched['names'][number];
export type MatchCandidate = MatchedName['candidates'][number];

/** Names of one question; the service takes no more. */
export const MOST_NAMES = 500;
