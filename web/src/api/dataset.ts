import { graphql, type ResultOf } from '../graphql.ts';

export const datasetQuery = graphql(`
  query Dataset($version: Int) {
    dataset(version: $version) {
      version
      date
      visibility
      entityCount
      relationCount
      statementCount
      kinds {
        kind
        count
      }
      runs {
        version
        owner
        title
        asOf
      }
      sources {
        id
        title
        titleEn
        class
        publisher
        date
        url
        visibility
        coverage {
          id
          extent
          date
          subject {
            id
            name
            nameEn
          }
          place {
            id
            name
            nameEn
          }
        }
      }
    }
  }
`);

export type Dataset = ResultOf<typeof datasetQuery>['dataset'];
