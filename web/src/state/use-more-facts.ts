import { useState } from 'react';
import { ask } from '../api/client.ts';
import { asEntity, entityQuery, type EntityFull } from '../api/entity.ts';

type Page = Pick<EntityFull['relations'], 'edges' | 'pageInfo'>;

export type MoreFacts = {
  /** With all relationships that were asked for so far. */
  readonly entity: EntityFull;
  /** Undefined: there are no more. */
  readonly load: (() => void) | undefined;
  readonly status: 'idle' | 'loading' | 'failed';
};

/** The further relationships of an entity, a page at a time. Another entity or version begins anew. */
export function useMoreFacts(entity: EntityFull, version: number | null): MoreFacts {
  const [pages, setPages] = useState<{ readonly of: EntityFull; readonly pages: readonly Page[] } | null>(null);
  const [status, setStatus] = useState<MoreFacts['status']>('idle');
  const own = pages?.of === entity ? pages.pages : [];
  const { hasNextPage, endCursor } = (own.at(-1) ?? entity.relations).pageInfo;

  async function load(): Promise<void> {
    setStatus('loading');
    try {
      const next = asEntity((await ask(entityQuery, { id: entity.id, version, after: endCursor })).node);
      if (next) setPages({ of: entity, pages: [...own, next.relations] });
      setStatus('idle');
    } catch {
      setStatus('failed');
    }
  }

  const edges = [...entity.relations.edges, ...own.flatMap((page) => page.edges)];
  return {
    entity: { ...entity, relations: { ...entity.relations, edges } },
    load: hasNextPage ? () => void load() : undefined,
    status,
  };
}
