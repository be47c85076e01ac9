import { graphql, type ResultOf } from '../graphql.ts';
import { invalidFields, notFoundFields } from './fragments.ts';

const mentionFields = graphql(`
  fragment MentionFields on LayoutMention {
    entity {
      id
      kind
      name
      nameEn
    }
    relations {
      id
      modality
    }
    passages {
      id
      locator
    }
  }
`);

export const layoutQuery = graphql(
  `
    query Layout($source: ID, $zones: [ID!], $seen: Boolean, $version: Int) {
      layout(source: $source, zones: $zones, seen: $seen, version: $version) {
        __typename
        ... on Layout {
          source {
            id
            title
            titleEn
            class
            publisher
            date
          }
          policy {
            id
            name
            nameEn
          }
          zones {
            zone {
              id
              kind
              name
              nameEn
            }
            overview {
              id
              locator
            }
            parks {
              park {
                ...MentionFields
              }
              listed
              named
              namedParts {
                id
                name
                nameEn
              }
            }
          }
          industries {
            chain {
              id
              kind
              name
              nameEn
            }
            group {
              id
              name
              nameEn
            }
            passages {
              id
              locator
            }
            cells {
              zone {
                id
                name
                nameEn
              }
              says
              label {
                zh
                en
              }
              parks {
                ...MentionFields
              }
              asked {
                ...MentionFields
              }
              segments {
                ...MentionFields
              }
              extent
              seen {
                operating {
                  id
                  name
                  nameEn
                }
                building {
                  id
                  name
                  nameEn
                }
                unplaced {
                  id
                }
              }
            }
            bodies {
              ...MentionFields
            }
            elsewhere {
              ...MentionFields
            }
            partners {
              ...MentionFields
              ties: relations {
                details {
                  name
                  value
                }
              }
            }
            segments {
              ...MentionFields
            }
            clusters {
              ...MentionFields
            }
            targets {
              id
              measure
              value
              unit
              period
            }
          }
          unplaced {
            chain {
              id
              name
              nameEn
            }
            group {
              id
              name
              nameEn
            }
            asked {
              ...MentionFields
            }
            passages {
              id
              locator
            }
          }
          claims {
            extent
            count
          }
          totals {
            zones
            industries
            unplaced
          }
          sourceCut
          coverage {
            sources
            newestSource
            version
          }
        }
        ... on NoLayout {
          message {
            zh
            en
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
  [mentionFields, invalidFields, notFoundFields],
);

export const layoutPlansQuery = graphql(`
  query LayoutPlans($version: Int) {
    layoutPlans(version: $version) {
      looked
      total
      plans {
        source {
          id
          title
          titleEn
          class
          date
        }
        zones {
          id
        }
      }
    }
  }
`);

type LayoutAnswer = ResultOf<typeof layoutQuery>['layout'];
export type Layout = Extract<LayoutAnswer, { __typename: 'Layout' }>;
export type LayoutIndustry = Layout['industries'][number];
export type LayoutCell = LayoutIndustry['cells'][number];
export type LayoutZone = Layout['zones'][number];
export type LayoutMention = LayoutCell['parks'][number];
export type LayoutPartner = LayoutIndustry['partners'][number];
export type LayoutPlans = ResultOf<typeof layoutPlansQuery>['layoutPlans'];
