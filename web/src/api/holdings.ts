import { graphql, type ResultOf } from '../graphql.ts';
import { entityFields } from './fragments.ts';

/** What the sources hold for the questions of the first screen. */
export const holdingsQuery = graphql(
  `
    query Holdings($version: Int) {
      dataset(version: $version) {
        relationCount
        runs {
          title
        }
        kinds {
          kind
          count
        }
        relationTypes {
          type
          count
        }
        holdings {
          registers
          registeredChains
          policyParks
          planned
          proposed
          actors
          unseen
          ledConsortia
          joinedConsortia
          answeredChains
          stagedProjects
          paidProjects
          examples {
            from {
              ...EntityFields
            }
            to {
              ...EntityFields
            }
          }
        }
      }
    }
  `,
  [entityFields],
);

type HeldDataset = ResultOf<typeof holdingsQuery>['dataset'];
export type Holdings = Pick<HeldDataset, 'relationCount' | 'kinds' | 'relationTypes'> & HeldDataset['holdings'];
