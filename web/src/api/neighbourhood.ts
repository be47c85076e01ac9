import { graphql, type ResultOf, type VariablesOf } from '../graphql.ts';
import { entityFields, readingFields, relationFields, invalidFields, notFoundFields } from './fragments.ts';

export const neighbourhoodQuery = graphql(
  `
    query Neighbourhood($input: NeighbourhoodInput!, $version: Int) {
      neighbourhood(input: $input, version: $version) {
        __typename
        ... on Neighbourhood {
          entities {
            ...EntityFields
          }
          relations {
            ...RelationFields
          }
          readings {
            ...ReadingFields
          }
          omitted
          coverage {
            sources
            newestSource
            version
          }
        }
        ...NotFoundFields
        ...InvalidFields
      }
    }
  `,
  [entityFields, relationFields, readingFields, invalidFields, notFoundFields],
);

export type NeighbourhoodAnswer = ResultOf<typeof neighbourhoodQuery>['neighbourhood'];
export type Neighbourhood = Extract<NeighbourhoodAnswer, { __typename: 'Neighbourhood' }>;
export type RelationFilter = NonNullable<VariablesOf<typeof neighbourhoodQuery>['input']['filter']>;
