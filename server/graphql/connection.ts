import type { InterfaceRef, ObjectRef } from '@pothos/core';
import type { Page } from '#graph-model/store/port.ts';
import { builder, type SchemaTypes } from './builder.ts';
import { ClientError } from './client-error.ts';
import { cursorOf, keyOf } from './cursor.ts';

/** Most rows of one page, everywhere. */
export const MOST_PER_PAGE = 100;

export type PageArgs = { readonly first?: number | null; readonly after?: string | null };
type Edge<Node> = { readonly cursor: string; readonly node: Node };
type PageInfoShape = {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
};
export type Connection<Node> = {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfoShape;
  readonly totalCount: number;
};

export const PageInfoRef = builder.objectRef<PageInfoShape>('PageInfo').implement({
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage'),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage'),
    startCursor: t.exposeString('startCursor', { nullable: true }),
    endCursor: t.exposeString('endCursor', { nullable: true }),
  }),
});

/** `NameEdge` and `NameConnection` for Name: edges, pageInfo, totalCount. */
export function connectionType<Node>(
  name: string,
  node: ObjectRef<SchemaTypes, Node> | InterfaceRef<SchemaTypes, Node>,
): ObjectRef<SchemaTypes, Connection<Node>> {
  const edge = edgeType(name, node);
  return builder.objectRef<Connection<Node>>(`${name}Connection`).implement({
    fields: (t) => ({
      edges: t.field({ type: [edge], resolve: ({ edges }) => [...edges] }),
      pageInfo: t.field({ type: PageInfoRef, resolve: ({ pageInfo }) => pageInfo }),
      totalCount: t.int({ resolve: ({ totalCount }) => totalCount }),
    }),
  });
}

export function edgeType<Node>(
  name: string,
  node: ObjectRef<SchemaTypes, Node> | InterfaceRef<SchemaTypes, Node>,
): ObjectRef<SchemaTypes, Edge<Node>> {
  return builder.objectRef<Edge<Node>>(`${name}Edge`).implement({
    fields: (t) => ({
      cursor: t.string({ resolve: (edge) => edge.cursor }),
      node: t.field({ type: node, resolve: (edge) => edge.node as never }),
    }),
  });
}

/**
 * One page of an ordered list. `keyOfItem` is unique in the list and the last part of its order.
 * @throws ClientError BAD_USER_INPUT for `first` outside 0 to 100 or a cursor of another list; CURSOR_EXPIRED
 */
export function pageOf<Item>(
  items: readonly Item[],
  keyOfItem: (item: Item) => string,
  version: number,
  { first, after }: PageArgs,
): Connection<Item> {
  const size = sizeOf(first);
  let start = 0;
  if (after !== undefined && after !== null) {
    const key = keyOf(after, version);
    start = items.findIndex((item) => keyOfItem(item) === key) + 1;
    if (start === 0) {
      throw new ClientError('BAD_USER_INPUT', '游标不属于这份列表 / the cursor belongs to another list', {
        field: 'after',
      });
    }
  }
  const edges = items.slice(start, start + size).map((node) => ({ cursor: cursorOf(version, keyOfItem(node)), node }));
  return {
    edges,
    pageInfo: pageInfo(edges, start + size < items.length, start > 0),
    totalCount: items.length,
  };
}

function sizeOf(first: number | null | undefined): number {
  const size = first ?? 20;
  if (size >= 0 && size <= MOST_PER_PAGE) return size;
  const message = `first 应在 0 到 ${MOST_PER_PAGE} 之间 / first must be 0 to ${MOST_PER_PAGE}`;
  throw new ClientError('BAD_USER_INPUT', message, { field: 'first' });
}

function pageInfo(edges: readonly Edge<unknown>[], hasNextPage: boolean, hasPreviousPage: boolean): PageInfoShape {
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
}

/**
 * One page of a list in order of id that only a store holds whole: as much of it is read as is shown.
 * A cursor of another list is taken as a place in the order of ids.
 * @throws ClientError BAD_USER_INPUT for `first` outside 0 to 100 or what is no cursor; CURSOR_EXPIRED
 */
export async function keyedPage<Row extends { readonly id: string }, Node>(
  read: (page: Page) => Promise<readonly Row[]>,
  count: () => Promise<number>,
  make: (row: Row) => Node,
  version: number,
  { first, after }: PageArgs,
): Promise<Connection<Node>> {
  const size = sizeOf(first);
  const last = after === undefined || after === null ? undefined : keyOf(after, version);
  const rows = await read({ limit: size + 1, ...(last === undefined ? {} : { after: last }) });
  const edges = rows.slice(0, size).map((row) => ({ cursor: cursorOf(version, row.id), node: make(row) }));
  return {
    edges,
    pageInfo: pageInfo(edges, rows.length > size, last !== undefined),
    totalCount: await count(),
  };
}

/** The same page with its nodes made from its items: only those of the page. */
export async function mapPage<Item, Node>(
  page: Connection<Item>,
  make: (items: readonly Item[]) => Promise<readonly Node[]> | readonly Node[],
): Promise<Connection<Node>> {
  const nodes = await make(page.edges.map(({ node }) => node));
  return { ...page, edges: nodes.map((node, i) => ({ cursor: page.edges[i]?.cursor ?? '', node })) };
}
