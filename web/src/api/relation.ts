import { graphql, type ResultOf } from '../graphql.ts';
import { provenanceFields, readingFields } from './fragments.ts';

/** One fact with all that stands behind it, and the doubts about the names at its ends. */
export const relationQuery = graphql(
  `
    query Relation($id: ID!, $version: Int) {
      node(id: $id, version: $version) {
        __typename
        id
        ... on Relation {
          type
          modality
          confidence
          validFrom
          validTo
          ended
          conflict
          label {
            zh
            en
          }
          sentence {
            zh
            en
          }
          from {
            id
            kind
            name
            nameEn
            readings {
              ...ReadingFields
            }
          }
          to {
            id
            kind
            name
            nameEn
            readings {
              ...ReadingFields
            }
          }
          context {
            id
            kind
            name
            nameEn
          }
          details {
            name
            valueLabel {
              zh
              en
            }
            label {
              zh
              en
            }
          }
          provenance {
            ...ProvenanceFields
          }
        }
      }
    }
  `,
  [provenanceFields, readingFields],
);

type Answer = NonNullable<ResultOf<typeof relationQuery>['node']>;
export type RelationAlone = Extract<Answer, { __typename: 'Relation' }>;
