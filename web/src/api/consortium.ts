import { graphql, type ResultOf } from '../graphql.ts';
import { placeFields, readingFields } from './fragments.ts';

const rowFields = graphql(`
  fragment ConsortiumRowFields on ConsortiumRow {
    entity {
      id
      kind
      name
      nameEn
    }
    stands
    division
    also
    relations {
      id
      type
      modality
      ended
      validFrom
      validTo
      details {
        name
        valueLabel {
          zh
          en
        }
      }
    }
    does {
      id
      type
      modality
      label {
        zh
        en
      }
      to {
        id
        kind
        name
        nameEn
      }
    }
    passages {
      id
      locator
      source {
        id
        date
        class
        title
        titleEn
      }
    }
  }
`);

export const consortiumQuery = graphql(
  `
    query Consortium($id: ID!, $version: Int) {
      consortium(id: $id, version: $version) {
        __typename
        ... on ConsortiumTie {
          entity {
            id
            name
            nameEn
            attributes {
              id
              name
              value
              details {
                name
                value
              }
              provenance {
                ...PlaceFields
              }
            }
          }
          state
          label {
            zh
            en
          }
          modality
          listSaid {
            id
            value
          }
          chains {
            whole
            chain {
              id
              name
              nameEn
            }
            relations {
              id
              modality
            }
          }
          roles {
            role
            label {
              zh
              en
            }
            standing
            total
            rows {
              ...ConsortiumRowFields
            }
          }
          figures {
            id
            measure
            value
            unit
            period
            entity {
              id
            }
          }
          passages {
            id
            locator
            source {
              id
              date
              class
              title
              titleEn
            }
          }
          unknown {
            what
            label {
              zh
              en
            }
          }
          doubts {
            printed {
              id
              kind
              name
              nameEn
            }
            roles
            readings {
              reading {
                ...ReadingFields
              }
              relations
              listed
              hopsNow
              nearer {
                id
                name
                nameEn
              }
              fewer {
                id
                name
                nameEn
              }
              shows {
                chain {
                  id
                  name
                  nameEn
                }
                seen {
                  id
                  name
                  nameEn
                }
                seenNow
                looked
              }
            }
          }
          skills {
            chain {
              id
              name
              nameEn
            }
            named {
              id
              name
              nameEn
            }
            segments
            seen: seenWays {
              segment {
                id
                name
                nameEn
              }
              ways
              byFirm
            }
            total
            registered
            unseen {
              segment {
                id
                name
                nameEn
              }
              perhaps {
                id
                name
                nameEn
              }
              total
              bringers {
                entity {
                  id
                  kind
                  name
                  nameEn
                }
                ways
                products {
                  id
                  name
                  nameEn
                }
                through {
                  id
                  name
                  nameEn
                }
                relations {
                  id
                }
              }
            }
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
          message {
            zh
            en
          }
        }
      }
    }
  `,
  [rowFields, readingFields, placeFields],
);

export type ConsortiumTie = Extract<ResultOf<typeof consortiumQuery>['consortium'], { __typename: 'ConsortiumTie' }>;
export type ConsortiumRole = ConsortiumTie['roles'][number];
export type ConsortiumRow = ConsortiumRole['rows'][number];
export type ConsortiumDoubt = ConsortiumTie['doubts'][number];
export type ConsortiumSkills = ConsortiumTie['skills'][number];
export type ConsortiumPassage = ConsortiumTie['passages'][number];
