import type { Mention } from '#server/analysis/layout/mention.ts';
import { builder } from '../builder.ts';
import { relationsAt } from '../entity.ts';
import { found } from '../found.ts';
import { EntityRef, PassageRef, RelationRef } from '../refs.ts';
import type { View } from '../view.ts';

export const MentionRef = builder
  .objectRef<{ readonly at: View; readonly mention: Mention }>('LayoutMention')
  .implement({
    description: 'A thing that the plan names, by which relationships, and in which of its passages.',
    fields: (t) => ({
      entity: t.field({ type: EntityRef, resolve: ({ at, mention }) => found(at, 'entity', mention.entity) }),
      relations: t.field({
        type: [RelationRef],
        description: 'In order of id.',
        resolve: ({ at, mention }) => relationsAt(at, mention.relations),
      }),
      passages: t.field({
        type: [PassageRef],
        description: 'Of the plan, in the order of reading.',
        resolve: ({ at, mention }) => passagesAt(at, mention.passages),
      }),
    }),
  });

export function mentionsAt(at: View, mentions: readonly Mention[]) {
  return mentions.map((mention) => ({ at, mention }));
}

export function passagesAt(at: View, ids: readonly string[]) {
  return Promise.all(ids.map((id) => found(at, 'passage', id)));
}
