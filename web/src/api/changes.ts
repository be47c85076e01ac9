import { graphql, type ResultOf } from '../graphql.ts';
import { ask } from './client.ts';

/** Versions that a reader may compare, each with the run that made it. */
export const runsQuery = graphql(`
  query Runs($version: Int) {
    dataset(version: $version) {
      version
      date
      runs {
        version
        title
        asOf
      }
    }
  }
`);

export const changesQuery = graphql(`
  query Changes($since: Int!, $version: Int, $filter: ChangeFilter, $first: Int, $after: String) {
    changes(since: $since, version: $version, filter: $filter, first: $first, after: $after) {
      __typename
      ... on Changes {
        since
        sinceDate
        version
        date
        totalCount
        counts {
          change
          label {
            zh
            en
          }
          count
        }
        cuts {
          label {
            zh
            en
          }
          before
          after
          listed
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            change
            sentence {
              zh
              en
            }
            reason {
              zh
              en
            }
            run {
              version
              title
              asOf
            }
            entities {
              gone
              entity {
                id
                kind
                name
                nameEn
              }
            }
            before {
              __typename
              ... on Relation {
                id
              }
            }
            after {
              __typename
              ... on Relation {
                id
              }
            }
            sources {
              id
              title
              titleEn
              class
              date
            }
            sourceCount
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
        field
        message {
          zh
          en
        }
      }
    }
  }
`);

type Answer = ResultOf<typeof changesQuery>['changes'];
export type Changes = Extract<Answer, { __typename: 'Changes' }>;
export type Change = Changes['edges'][number]['node'];
export type ChangeName = Change['change'];
export type Run = ResultOf<typeof runsQuery>['dataset']['runs'][number];

export type ChangesScope = {
  readonly since: number;
  readonly version: number | null;
  readonly filter: {
    readonly entities: string[] | null;
    readonly changes: ChangeName[] | null;
  };
};

/** Changes of one answer, and how many answers a file is made of. */
export const CHANGES_AT_ONCE = 100;
export const MOST_IN_FILE = 5_000;

/** The first so many changes of a scope, page after page. Asks as often as it must. */
export async function firstChanges(scope: ChangesScope, most: number): Promise<Answer> {
  let edges: Changes['edges'] = [];
  let after: string | null = null;
  let version = scope.version;
  for (;;) {
    const { changes }: { changes: Answer } = await ask(changesQuery, {
      ...scope,
      version,
      first: CHANGES_AT_ONCE,
      after,
    });
    if (changes.__typename !== 'Changes') return changes;
    edges = [...edges, ...changes.edges];
    // The pages that follow are of the same version, whatever is published meanwhile.
    version = changes.version;
    after = changes.pageInfo.endCursor;
    if (!changes.pageInfo.hasNextPage || edges.length >= most) return { ...changes, edges };
  }
}
