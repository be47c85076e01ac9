import { graphql, type ResultOf, type VariablesOf } from '../graphql.ts';
import { partnerFields, rankingFields } from './candidate-rankings.ts';
import { doubtedFields } from './fragments.ts';

export const tieFields = graphql(`
  fragment TieFields on CandidateTie {
    kind
    modality
    label {
      zh
      en
    }
    through {
      id
      name
      nameEn
    }
    with {
      id
      name
      nameEn
    }
  }
`);

const rowFields = graphql(
  `
    fragment CandidateRowFields on CandidateRow {
      body {
        ...DoubtedFields
      }
      fit
      fitLabel {
        zh
        en
      }
      segments {
        id
        name
        nameEn
      }
      products {
        id
        name
        nameEn
      }
      modality
      relations {
        id
        type
        modality
        sentence {
          zh
          en
        }
      }
      alongside {
        id
        sentence {
          zh
          en
        }
      }
      ties {
        ...TieFields
      }
      silences {
        silence
        label {
          zh
          en
        }
      }
      known {
        items {
          official
          of {
            id
          }
          attribute {
            id
          }
          label {
            zh
            en
          }
          passages {
            locator
            source {
              date
            }
          }
        }
        officialLabel {
          zh
          en
        }
        cut
      }
      contacts {
        id
        sentence {
          zh
          en
        }
      }
      sources {
        id
        class
      }
      newest
    }
  `,
  [doubtedFields, tieFields],
);

/** Three lists, who is left out, and the ranking where there is one. The places of the facts are asked for by id. */
export const candidatesQuery = graphql(
  `
    query Candidates(
      $for: CandidatesFor!
      $limit: Int
      $weights: CandidateWeights
      $required: [CandidateTermName!]
      $date: String
      $version: Int
    ) {
      candidates(for: $for, limit: $limit, weights: $weights, required: $required, date: $date, version: $version) {
        __typename
        ... on Candidates {
          chain {
            id
            name
            nameEn
          }
          segment {
            id
            name
            nameEn
          }
          region {
            id
            kind
            name
            nameEn
          }
          body {
            id
            kind
            name
            nameEn
          }
          date
          seen {
            zh
            en
          }
          doing {
            zh
            en
          }
          cell {
            requests {
              class
              planned {
                id
              }
              proposed {
                id
              }
            }
            registers {
              id
            }
            wantedRegister {
              zh
              en
            }
          }
          named {
            label {
              zh
              en
            }
            rows {
              ...CandidateRowFields
            }
            cut
          }
          ties {
            label {
              zh
              en
            }
            rows {
              ...CandidateRowFields
            }
            cut
          }
          results {
            label {
              zh
              en
            }
            rows {
              ...CandidateRowFields
            }
            cut
          }
          leftOut {
            reason
            label {
              zh
              en
            }
            count
            bodies {
              id
              kind
              name
              nameEn
              readings {
                id
              }
            }
          }
          ranking {
            ...RankingFields
          }
          partners {
            ...PartnerFields
          }
          lack {
            lack
            label {
              zh
              en
            }
            count
            most
          }
          ledger
          ledgerLabel {
            zh
            en
          }
          coverage {
            sources
            version
          }
        }
        ... on EntityNotFound {
          message {
            zh
            en
          }
        }
        ... on InvalidConstraint {
          field
          message {
            zh
            en
          }
        }
      }
    }
  `,
  [rowFields, rankingFields, partnerFields],
);

/** Rows of each list in one answer; the rest is counted. */
export const CANDIDATE_ROWS = 50;

export type CandidatesFor = VariablesOf<typeof candidatesQuery>['for'];
export type Candidates = Extract<ResultOf<typeof candidatesQuery>['candidates'], { __typename: 'Candidates' }>;
export type CandidateRow = ResultOf<typeof rowFields>;
export type CandidateTie = ResultOf<typeof tieFields>;
