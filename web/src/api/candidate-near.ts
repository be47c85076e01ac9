import { graphql, type ResultOf } from '../graphql.ts';

/** How well a ranking finds what was hidden from it. */
const measuredFields = graphql(`
  fragment MeasuredFields on CandidatesMeasured {
    measure
    label {
      zh
      en
    }
    reasonLabel {
      zh
      en
    }
    groups
    hidden
    drawnFrom
    hit {
      value
      low
      high
    }
    plain {
      label {
        zh
        en
      }
      hit {
        value
      }
    }
  }
`);

/** Who does what is near, and what was measured: asked beside the lists, for it takes longer. */
export const nearQuery = graphql(
  `
    query Near($for: CandidatesFor!, $limit: Int, $date: String, $version: Int) {
      candidates(for: $for, limit: $limit, date: $date, version: $version) {
        __typename
        ... on Candidates {
          near {
            rows {
              entity {
                id
                kind
                name
                nameEn
                readings {
                  id
                }
                place {
                  id
                  name
                  nameEn
                }
              }
              score
              terms {
                term
                label {
                  zh
                  en
                }
                value
                rests {
                  id
                  name
                  nameEn
                }
              }
              contacts {
                id
                sentence {
                  zh
                  en
                }
              }
            }
            cut
            leftOut {
              reason
              label {
                zh
                en
              }
              count
            }
            lack {
              lack
              label {
                zh
                en
              }
              count
            }
            measured {
              ...MeasuredFields
            }
          }
          ranking {
            measured {
              ...MeasuredFields
            }
          }
          partners {
            measured {
              ...MeasuredFields
            }
          }
        }
      }
    }
  `,
  [measuredFields],
);

/** Rows that are asked for: the nearest. */
export const NEAR_ROWS = 20;

export type Measured = ResultOf<typeof measuredFields>;
type Answer = Extract<ResultOf<typeof nearQuery>['candidates'], { __typename: 'Candidates' }>;
export type Near = Answer['near'];
export type NearRow = Near['rows'][number];
