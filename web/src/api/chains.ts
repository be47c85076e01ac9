import { graphql, type ResultOf } from '../graphql.ts';
import { ask } from './client.ts';

const chainsQuery = graphql(`
  query Chains($after: String, $version: Int) {
    entities(kind: Chain, first: 100, after: $after, version: $version) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          name
          nameEn
          segments: relationCounts(filter: { types: [SEGMENT_OF], direction: IN }) {
            count
          }
        }
      }
    }
  }
`);

export type ChainLite = ResultOf<typeof chainsQuery>['entities']['edges'][number]['node'];

/** Every chain of a version, page by page. */
export async function allChains(version: number | null): Promise<readonly ChainLite[]> {
  const chains: ChainLite[] = [];
  for (let after: string | null = null; ;) {
    const { entities }: ResultOf<typeof chainsQuery> = await ask(chainsQuery, { after, version });
    chains.push(...entities.edges.map((edge) => edge.node));
    if (!entities.pageInfo.hasNextPage || entities.pageInfo.endCursor === null) return chains;
    after = entities.pageInfo.endCursor;
  }
}
