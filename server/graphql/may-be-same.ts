import type { Label } from '#graph-model/ontology/label.ts';
import { mayBeSame, mayBeSameWords, type MayBeSame } from '#server/analysis/may-be-same.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { builder } from './builder.ts';
import { found } from './found.ts';
import { LabelRef } from './label.ts';
import { nameLabel } from './name.ts';
import { readingsOf } from './reading.ts';
import { EntityRef, ReadingRef } from './refs.ts';
import type { View } from './view.ts';

type MayBeSameShape = { readonly at: View; readonly same: MayBeSame };

export const MayBeSameRef = builder.objectRef<MayBeSameShape>('MayBeSame').implement({
  description:
    'Two ends joined by unconfirmed readings alone: one may be the other, or one name in doubt may mean either. No path, and no hop.',
  fields: (t) => ({
    from: t.field({ type: EntityRef, resolve: ({ at, same }) => found(at, 'entity', same.from) }),
    to: t.field({ type: EntityRef, resolve: ({ at, same }) => found(at, 'entity', same.to) }),
    through: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The name in doubt; null where one end may be the other.',
      resolve: ({ at, same }) => (same.through === undefined ? null : found(at, 'entity', same.through)),
    }),
    readings: t.field({
      type: [ReadingRef],
      description: 'One, or the two of `through`, each with its reason.',
      resolve: ({ at, same }) => same.readings.map((row) => ({ at, row })),
    }),
    message: t.field({ type: LabelRef, resolve: ({ at, same }) => messageOf(at, same) }),
  }),
});

/** Direct ones first, then by rank. */
export async function sameEnds(
  at: View,
  { from, to }: Pick<PathQuestion<string>, 'from' | 'to'>,
): Promise<readonly MayBeSameShape[]> {
  const readings = await readingsOf(at, [...from, ...to]);
  return mayBeSame(readings, from, to).map((same) => ({ at, same }));
}

export async function messageOf(at: View, { from, to, through }: MayBeSame): Promise<Label> {
  const [left, right, between] = await Promise.all([
    nameLabel(at, from),
    nameLabel(at, to),
    through === undefined ? undefined : nameLabel(at, through),
  ]);
  return mayBeSameWords(left, right, between);
}
