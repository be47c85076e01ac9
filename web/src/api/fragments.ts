import { graphql, type ResultOf } from '../graphql.ts';

/** What is asked for, by the class of source that asks. */
export const requestIds = graphql(`
  fragment RequestIds on BoardRequests {
    class
    planned {
      id
    }
    proposed {
      id
    }
  }
`);

/** Whatever is drawn, listed or exported is known by these alone, so that no way to it hides that a name is in doubt. */
export const entityFields = graphql(`
  fragment EntityFields on Entity {
    id
    kind
    name
    nameEn
    degree
    readings {
      from {
        id
      }
    }
  }
`);

/** What names an entity and tells it from others of its name. */
export const placedFields = graphql(`
  fragment PlacedFields on Entity {
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
`);

/** The same, and whom its name may mean. */
export const doubtedFields = graphql(`
  fragment DoubtedFields on Entity {
    id
    kind
    name
    nameEn
    readings {
      id
      from {
        id
      }
      to {
        id
      }
    }
    place {
      id
      name
      nameEn
    }
  }
`);

/** What is answered in place of what was asked for: no such thing, or no such question. */
export const notFoundFields = graphql(`
  fragment NotFoundFields on EntityNotFound {
    id
    message {
      zh
      en
    }
  }
`);

export const invalidFields = graphql(`
  fragment InvalidFields on InvalidConstraint {
    field
    message {
      zh
      en
    }
  }
`);

export const relationFields = graphql(`
  fragment RelationFields on Relation {
    id
    type
    modality
    ended
    confidence
    label {
      zh
      en
    }
    from {
      id
    }
    to {
      id
    }
  }
`);

export const readingFields = graphql(
  `
    fragment ReadingFields on Reading {
      id
      rank
      reason
      decidedBy
      decidedAt
      from {
        ...EntityFields
      }
      to {
        ...EntityFields
      }
    }
  `,
  [entityFields],
);

export const sourceFields = graphql(`
  fragment SourceFields on Source {
    id
    title
    titleEn
    class
    publisher
    date
    url
    visibility
  }
`);

/** The first places behind a fact: enough for a line of a list. */
export const placeFields = graphql(
  `
    fragment PlaceFields on Provenance {
      publisherCount
      statements(first: 2) {
        edges {
          node {
            evidence {
              stance
              passage {
                id
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
  `,
  [sourceFields],
);

export const provenanceFields = graphql(
  `
    fragment ProvenanceFields on Provenance {
      sourceCount
      publisherCount
      since
      statements(first: 20) {
        totalCount
        edges {
          node {
            id
            subject {
              name
            }
            object {
              name
            }
            value
            evidence {
              id
              stance
              confidence
              owner
              note
              passage {
                id
                locator
                text
                source {
                  ...SourceFields
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

export const paceFields = graphql(`
  fragment PaceFields on Pace {
    baseline {
      value
      period
    }
    latest {
      value
      period
      figure
    }
    shareOfWay
    shareOfTime
    distance
    gained
    onSchedule
    compound
    lastYear {
      from {
        period
      }
      to {
        period
      }
      growth
    }
    neededPerYear
    neededGrowth
    gaps
    notCompared {
      id
    }
  }
`);

export type Pace = ResultOf<typeof paceFields>;
export type EntityLite = ResultOf<typeof entityFields>;
export type RelationLite = ResultOf<typeof relationFields>;
export type ReadingLite = ResultOf<typeof readingFields>;
export type SourceLite = ResultOf<typeof sourceFields>;
export type Places = ResultOf<typeof placeFields>;
export type ProvenanceFull = ResultOf<typeof provenanceFields>;
export type StatementFull = ProvenanceFull['statements']['edges'][number]['node'];
export type EvidenceFull = StatementFull['evidence'][number];
export type Kind = EntityLite['kind'];
export type RelationType = RelationLite['type'];
export type Modality = RelationLite['modality'];
export type SourceClass = SourceLite['class'];
export type Label = RelationLite['label'];
