import { LRUCache } from 'lru-cache';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { KeptRelation } from './columns.ts';

/** All relationships of one entity, each with its other end; one from the entity to itself stands once. */
export type Adjacency = readonly { readonly relation: KeptRelation; readonly neighbour: string; readonly kind: Kind }[];

/** Adjacency by version and id. What a version shows never changes: what is kept changes no answer. */
export type AdjacencyCache = {
  get(version: number, id: string): Adjacency | undefined;
  set(version: number, id: string, adjacency: Adjacency): void;
};

/** Relationships kept from request to request, counted at each end. */
const MOST_KEPT = 100_000;

export function createAdjacencyCache(): AdjacencyCache {
  const kept = new LRUCache<string, Adjacency>({ maxSize: MOST_KEPT, sizeCalculation: ({ length }) => length + 1 });
  return {
    get: (version, id) => kept.get(`${version} ${id}`),
    set: (version, id, adjacency) => void kept.set(`${version} ${id}`, adjacency),
  };
}
