import { graphql, type ResultOf } from '../graphql.ts';
import { invalidFields, notFoundFields } from './fragments.ts';

const rowFields = graphql(`
  fragment SurveyRowFields on SurveyRow {
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
    requests {
      class
      planned {
        id
      }
      proposed {
        id
      }
    }
    meantFor {
      id
      name
      nameEn
    }
    responsible {
      id
      from {
        id
        name
        nameEn
      }
    }
    cell {
      judgement {
        state
        sole
        onlyBuilding
      }
    }
  }
`);

/** The list without the words of its requests: their places are asked for by id. */
export const surveyQuery = graphql(
  `
    query Survey($chains: [ID!], $region: ID, $office: ID, $limit: Int, $version: Int) {
      survey(chains: $chains, region: $region, office: $office, limit: $limit, version: $version) {
        __typename
        ... on Survey {
          date
          open
          cut
          chains
          chainsCut
          placeless {
            id
          }
          offices {
            office {
              id
              kind
              name
              nameEn
            }
            city {
              id
              name
              nameEn
            }
            spans {
              id
              name
              nameEn
            }
            parks {
              id
              name
              nameEn
            }
            open {
              ...SurveyRowFields
              building
              unplaced
              research {
                entity {
                  id
                  name
                  nameEn
                }
              }
              wantedRegister {
                zh
                en
              }
              alsoAsked {
                id
                name
                nameEn
              }
            }
            settled {
              ...SurveyRowFields
              registers {
                id
                title
                date
              }
            }
            seen
            cut
          }
          coverage {
            sources
            version
          }
        }
        ...NotFoundFields
        ...InvalidFields
      }
    }
  `,
  [rowFields, invalidFields, notFoundFields],
);

/** Open rows of one answer: as many as its cost allows. */
export const SURVEY_ROWS = 300;

/** What chips of the filters are called. */
export const entityNamesQuery = graphql(`
  query EntityNames($ids: [ID!]!, $version: Int) {
    nodes(ids: $ids, version: $version) {
      __typename
      id
      ... on Entity {
        name
        nameEn
      }
    }
  }
`);

export type Survey = Extract<ResultOf<typeof surveyQuery>['survey'], { __typename: 'Survey' }>;
export type SurveyOffice = Survey['offices'][number];
export type SurveyRow = ResultOf<typeof rowFields>;
export type OpenRow = SurveyOffice['open'][number];
export type SettledRow = SurveyOffice['settled'][number];
