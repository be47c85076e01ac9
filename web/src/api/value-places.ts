import { graphql, type ResultOf } from '../graphql.ts';
import { provenanceFields } from './fragments.ts';

/** Everything that stands behind the attributes and figures of one entity: asked for when one is opened. */
export const valuePlacesQuery = graphql(
  `
    query ValuePlaces($id: ID!, $version: Int) {
      node(id: $id, version: $version) {
        __typename
        ... on Entity {
          attributes {
            id
            label {
              zh
              en
            }
            valueLabel {
              zh
              en
            }
            provenance {
              ...ProvenanceFields
            }
          }
          indicators {
            id
            measure
            value
            unit
            period
            provenance {
              ...ProvenanceFields
            }
          }
        }
      }
    }
  `,
  [provenanceFields],
);

type Node = NonNullable<ResultOf<typeof valuePlacesQuery>['node']>;
export type ValuePlaces = Extract<Node, { attributes: unknown }>;
