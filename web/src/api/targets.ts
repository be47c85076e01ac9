import { graphql, type ResultOf } from '../graphql.ts';
import { ask } from './client.ts';
import { paceFields, placeFields } from './fragments.ts';

const besideFields = graphql(`
  fragment BesideFields on Indicator {
    id
    measure
    value
    unit
    period
    figure
    conflict
    entity {
      id
      name
      nameEn
    }
  }
`);

const targetsQuery = graphql(
  `
    query Targets($after: String, $version: Int) {
      indicators(figure: target, first: 100, after: $after, version: $version) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            measure
            value
            unit
            period
            confidence
            scopeLabel {
              zh
              en
            }
            entity {
              id
              kind
              name
              nameEn
            }
            provenance {
              ...PlaceFields
            }
            pace {
              ...PaceFields
              baseline {
                ...BesideFields
              }
              latest {
                ...BesideFields
              }
              notCompared {
                ...BesideFields
              }
              composition {
                ...BesideFields
              }
              elsewhere {
                ...BesideFields
              }
            }
          }
        }
      }
    }
  `,
  [besideFields, paceFields, placeFields],
);

/** All figures of one entity with their places, and what is noted of how each was read. */
const figurePlacesQuery = graphql(
  `
    query FigurePlaces($id: ID!, $version: Int) {
      node(id: $id, version: $version) {
        __typename
        ... on Entity {
          indicators {
            id
            measure
            value
            unit
            period
            figure
            scopeLabel {
              zh
              en
            }
            provenance {
              ...PlaceFields
              notes: statements(first: 2) {
                edges {
                  node {
                    evidence {
                      note
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  `,
  [placeFields],
);

export type Target = ResultOf<typeof targetsQuery>['indicators']['edges'][number]['node'];
export type Figure = ResultOf<typeof besideFields>;

type FiguresAnswer = ResultOf<typeof figurePlacesQuery>;
export type PlacedFigure = Extract<NonNullable<FiguresAnswer['node']>, { indicators: unknown }>['indicators'][number];

export async function figuresOf(id: string, version: number | null): Promise<readonly PlacedFigure[]> {
  const { node } = await ask(figurePlacesQuery, { id, version });
  return node && 'indicators' in node ? node.indicators : [];
}

/** Every target of a version, page by page. */
export async function allTargets(version: number | null): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (let after: string | null = null; ;) {
    const { indicators }: ResultOf<typeof targetsQuery> = await ask(targetsQuery, { after, version });
    targets.push(...indicators.edges.map((edge) => edge.node));
    if (!indicators.pageInfo.hasNextPage || indicators.pageInfo.endCursor === null) return targets;
    after = indicators.pageInfo.endCursor;
  }
}
