import { graphql, type ResultOf, type VariablesOf } from '../graphql.ts';
import {
  entityFields,
  readingFields,
  relationFields,
  invalidFields,
  notFoundFields,
  placeFields,
} from './fragments.ts';

/** A path that is left when one of those between is gone. */
const leftFields = graphql(`
  fragment LeftFields on Path {
    readings
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
      id
      name
      nameEn
    }
  }
`);

/** A path that would be there if filters were lifted. */
const missFields = graphql(`
  fragment MissFields on NearMiss {
    filters
    path {
      hops
      readings
    }
    message {
      zh
      en
    }
  }
`);

export const pathsQuery = graphql(
  `
    query Paths($input: PathInput!, $version: Int) {
      paths(input: $input, version: $version) {
        __typename
        ... on PathSet {
          paths {
            hops
            readings
            confidence
            leastReal
            cost
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
              from {
                id
              }
              to {
                id
              }
              relations {
                ...RelationFields
                provenance {
                  statements(first: 1) {
                    edges {
                      node {
                        evidence {
                          passage {
                            locator
                            source {
                              class
                              date
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
              reading {
                ...ReadingFields
              }
              cost {
                total
                hop
                evidence
                modality
                hub
                shared
              }
              sentences {
                zh
                en
              }
            }
          }
          without {
            entity {
              id
              name
              nameEn
            }
            path {
              ...LeftFields
            }
            otherReadings {
              ...LeftFields
            }
            truncated
          }
          none {
            reason
            message {
              zh
              en
            }
            misses {
              ...MissFields
            }
            cut
          }
          intendedPath {
            ...MissFields
          }
          mayBeSame {
            through {
              id
              name
              nameEn
            }
            readings {
              id
              reason
            }
            message {
              zh
              en
            }
          }
          writtenOf {
            count
            message {
              zh
              en
            }
            writings {
              mayBe
              of {
                id
                name
                nameEn
              }
              sentence {
                zh
                en
              }
              attribute {
                id
                refuted
                confidence
                label {
                  zh
                  en
                }
                valueLabel {
                  zh
                  en
                }
                details {
                  label {
                    zh
                    en
                  }
                  valueLabel {
                    zh
                    en
                  }
                }
                provenance {
                  ...PlaceFields
                }
              }
            }
            truncated
          }
          intended {
            planned
            proposed
            message {
              zh
              en
            }
            relations {
              id
              modality
              sentence {
                zh
                en
              }
              provenance {
                ...PlaceFields
              }
              from {
                id
                name
                nameEn
              }
              to {
                id
                name
                nameEn
              }
            }
            truncated
          }
          truncated
          coverage {
            sources
            newestSource
            entities
            relations
            version
          }
        }
        ...NotFoundFields
        ...InvalidFields
      }
    }
  `,
  [entityFields, relationFields, readingFields, invalidFields, notFoundFields, leftFields, missFields, placeFields],
);

export type PathInput = VariablesOf<typeof pathsQuery>['input'];
export type PathsAnswer = ResultOf<typeof pathsQuery>['paths'];
export type PathSet = Extract<PathsAnswer, { __typename: 'PathSet' }>;
export type Path = PathSet['paths'][number];
export type PathStep = Path['steps'][number];
export type HopCost = NonNullable<PathStep['cost']>;
export type NearMiss = ResultOf<typeof missFields>;
export type MayBeSame = PathSet['mayBeSame'][number];
export type WrittenOf = NonNullable<PathSet['writtenOf']>;
export type Writing = WrittenOf['writings'][number];
export type Intended = NonNullable<PathSet['intended']>;
export type Without = PathSet['without'][number];
