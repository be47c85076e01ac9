import { graphql, type ResultOf } from '../graphql.ts';
import { paceFields } from './fragments.ts';

/** Targets with where they stand. */
export const targetsQuery = graphql(
  `
    query Targets($version: Int) {
      indicators(figure: target, first: 100, version: $version) {
        totalCount
        edges {
          node {
            id
            measure
            value
            unit
            period
            entity {
              id
              name
            }
            pace {
              ...PaceFields
            }
          }
        }
      }
    }
  `,
  [paceFields],
);

export type Target = ResultOf<typeof targetsQuery>['indicators']['edges'][number]['node'];
