import { graphql } from '../graphql.ts';

/** How many firms stand at which stage of the office's own ledger; the firms themselves stand in the lists. */
export const ledgerQuery = graphql(`
  query LedgerCounts($region: ID, $subject: ID, $date: String, $version: Int) {
    ledger(region: $region, subject: $subject, limit: 1, date: $date, version: $version) {
      __typename
      ... on Ledger {
        total
        counts {
          stage
          label {
            zh
            en
          }
          firms
        }
        unstated
        notCurrent
        unplaced {
          id
        }
        unsorted {
          id
        }
      }
      ... on LedgerNotLoaded {
        never
        message {
          zh
          en
        }
      }
    }
  }
`);
