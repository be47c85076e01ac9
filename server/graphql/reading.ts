import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import { found } from './found.ts';
import { EntityRef, ReadingRef } from './refs.ts';
import type { View } from './view.ts';

ReadingRef.implement({
  description: 'A name that may mean another entity: shown dashed, never a hop, never counted.',
  fields: (t) => ({
    id: t.id({ resolve: ({ row }) => row.id }),
    from: t.field({ type: EntityRef, resolve: ({ at, row }) => found(at, 'entity', row.from) }),
    to: t.field({ type: EntityRef, resolve: ({ at, row }) => found(at, 'entity', row.to) }),
    rank: t.int({ description: '1 is the likeliest.', resolve: ({ row }) => row.rank }),
    reason: t.string({ resolve: ({ row }) => row.reason }),
    decidedBy: t.string({ resolve: ({ row }) => row.who }),
    decidedAt: t.string({ resolve: ({ row }) => row.at }),
  }),
});

/** May-be readings that touch one of the entities, by rank, then id. One of an entity as itself is left by a merge. */
export async function readingsOf(at: View, entities: readonly string[]): Promise<RowOf<'reading'>[]> {
  const lists = await Promise.all(
    entities.flatMap((id) => [at.load.by('reading', 'from', id), at.load.by('reading', 'to', id)]),
  );
  const unique = new Map(lists.flat().map((row) => [row.id, row]));
  return [...unique.values()]
    .filter((row) => row.from !== row.to)
    .sort((a, b) => a.rank - b.rank || compareText(a.id, b.id));
}
