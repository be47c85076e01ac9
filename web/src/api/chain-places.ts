import { graphql, type ResultOf } from '../graphql.ts';
import type { Named } from '../locale/use-words.ts';
import { ask } from './client.ts';

const endFields = graphql(`
  fragment EndFields on Relation {
    type
    from {
      id
      kind
      name
      nameEn
      place {
        id
        kind
        name
        nameEn
      }
    }
    context {
      id
      kind
      name
      nameEn
    }
  }
`);

/** A chain, what is said of it and of its segments: only who and where. */
const chainQuery = graphql(
  `
    query ChainPlaces($id: ID!, $version: Int) {
      node(id: $id, version: $version) {
        __typename
        id
        ... on Entity {
          kind
          name
          nameEn
          relations(first: 100, filter: { direction: IN }) {
            edges {
              node {
                ...EndFields
                from {
                  relations(first: 40, filter: { direction: IN }) {
                    edges {
                      node {
                        ...EndFields
                      }
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
  [endFields],
);

/** What two places and what two steps out contain them. */
const aroundQuery = graphql(`
  query Around($ids: [ID!]!, $version: Int) {
    nodes(ids: $ids, version: $version) {
      __typename
      id
      ... on Entity {
        relations(first: 5, filter: { types: [PART_OF], direction: OUT }) {
          edges {
            node {
              to {
                id
                kind
                name
                nameEn
                relations(first: 5, filter: { types: [PART_OF], direction: OUT }) {
                  edges {
                    node {
                      to {
                        id
                        kind
                        name
                        nameEn
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

type ChainNode = Extract<NonNullable<ResultOf<typeof chainQuery>['node']>, { kind: unknown }>;
export type ChainPlaces = {
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: ChainNode['kind'];
  /** One entry a mention. */
  readonly mentions: readonly Region[];
  /** By id: what contains it. */
  readonly around: ReadonlyMap<string, readonly Region[]>;
};
export type Region = { readonly id: string; readonly kind: ChainNode['kind'] } & Named;

/** Where the facts of a chain lie. Null: there is no such entity. */
export async function askChainPlaces(id: string, version: number | null): Promise<ChainPlaces | null> {
  const { node } = await ask(chainQuery, { id, version });
  if (!node || !('kind' in node)) return null;
  const facts = node.relations.edges.flatMap(({ node: fact }) =>
    fact.type === 'SEGMENT_OF' ? fact.from.relations.edges.map((edge) => edge.node) : [fact],
  );
  // Who judges a segment need not do anything in it: a sentence about the whole country names no region of the chain.
  const doing = facts.filter((fact) => fact.type !== 'ASSESSED');
  const mentions = doing.flatMap(({ from, context }) => [from, from.place, context].filter(isRegion));
  const ids = [...new Set(mentions.map((place) => place.id))].slice(0, 100);
  const { nodes } = ids.length === 0 ? { nodes: [] } : await ask(aroundQuery, { ids, version });
  const around = new Map<string, readonly Region[]>();
  for (const place of nodes) {
    if (!place || !('relations' in place)) continue;
    const near = place.relations.edges.map((edge) => edge.node.to);
    const far = near.flatMap((one) => one.relations.edges.map((edge) => edge.node.to));
    around.set(place.id, [...near, ...far].filter(isRegion));
  }
  return { name: node.name, nameEn: node.nameEn, kind: node.kind, mentions, around };
}

function isRegion<Place extends Region>(place: Place | null): place is Place {
  return place !== null && (place.kind === 'Place' || place.kind === 'Park');
}
