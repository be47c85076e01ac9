import { builder } from './builder.ts';
import { ClientError } from './client-error.ts';
import { MOST_PER_PAGE } from './connection.ts';
import { NodeRef, type EntityShape, type NodeShape } from './refs.ts';
import type { View } from './view.ts';

builder.queryField('node', (t) =>
  t.field({
    type: NodeRef,
    nullable: true,
    description: 'An entity (also by an id that redirects to it) or a relationship; null when the version has none.',
    args: { id: t.arg.id({ required: true }), version: t.arg.int() },
    resolve: async (_, { id, version }, { view }) => nodeAt(await view(version), id),
  }),
);

builder.queryField('nodes', (t) =>
  t.field({
    type: [NodeRef],
    nullable: { list: false, items: true },
    description: `At most ${MOST_PER_PAGE}, in the order asked for, null where the version has none.`,
    args: { ids: t.arg.idList({ required: true }), version: t.arg.int() },
    resolve: async (_, { ids, version }, { view }) => {
      if (ids.length > MOST_PER_PAGE) {
        throw new ClientError('BAD_USER_INPUT', `最多 ${MOST_PER_PAGE} 个编号 / at most ${MOST_PER_PAGE} ids`, {
          field: 'ids',
        });
      }
      const at = await view(version);
      return Promise.all(ids.map((id) => nodeAt(at, id)));
    },
  }),
);

async function nodeAt(at: View, id: string): Promise<NodeShape | null> {
  if (id.startsWith('e')) return (await entityAt(at, id)) ?? null;
  if (!id.startsWith('l')) return null;
  const row = await at.load.row('relationship', id);
  return row === undefined ? null : { at, row };
}

/** A live entity by its id or one that redirects to it. */
export async function entityAt(at: View, id: string): Promise<EntityShape | undefined> {
  const found = await at.load.entity(id);
  return found === undefined ? undefined : { at, ...found };
}
