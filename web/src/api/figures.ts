import { graphql, type ResultOf } from '../graphql.ts';
import { ask } from './client.ts';

const figuresQuery = graphql(`
  query Figures($figure: Figure!, $after: String, $version: Int) {
    indicators(figure: $figure, first: 100, after: $after, version: $version) {
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
          figure
          entity {
            id
            name
            nameEn
          }
        }
      }
    }
  }
`);

type Page = ResultOf<typeof figuresQuery>['indicators'];
export type NamedFigure = Page['edges'][number]['node'];

/** Pages read of each sort: of more figures than these a search by name is not the way to find one. */
const MOST_PAGES = 10;

/** All figures of a version by sort: targets, then what is, then the rest. `whole`: none is left out. */
export async function allFigures(
  version: number | null,
): Promise<{ readonly figures: readonly NamedFigure[]; readonly whole: boolean }> {
  const figures: NamedFigure[] = [];
  let whole = true;
  for (const figure of ['target', 'actual', 'estimate', 'baseline'] as const) {
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES; page++) {
      const { indicators }: { indicators: Page } = await ask(figuresQuery, { figure, after, version });
      figures.push(...indicators.edges.map(({ node }) => node));
      after = indicators.pageInfo.hasNextPage ? indicators.pageInfo.endCursor : null;
      if (after === null) break;
    }
    if (after !== null) whole = false;
  }
  return { figures, whole };
}
