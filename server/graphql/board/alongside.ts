import type { Alongside } from '#server/analysis/board/alongside.ts';
import { requestsOf } from '#server/analysis/board/requests.ts';
import type { ChainSlice } from '#server/analysis/board/slice.ts';
import { builder } from '../builder.ts';
import { entitiesAt, relationsAt } from '../entity.ts';
import { found } from '../found.ts';
import { EntityRef, RelationRef } from '../refs.ts';
import type { View } from '../view.ts';
import { ActorRef, actorsOf, RequestsRef } from './cell.ts';

export const AlongsideRef = builder
  .objectRef<{ readonly at: View; readonly around: Pick<ChainSlice, 'sources'>; readonly one: Alongside }>(
    'BoardAlongside',
  )
  .implement({
    description:
      'A segment of another chain, tied to one of these by part or flow, asked for or seen in a region. In no cell.',
    fields: (t) => ({
      segment: t.id({ description: 'Of this chain.', resolve: ({ one }) => one.segment }),
      region: t.id({ resolve: ({ one }) => one.region }),
      other: t.field({
        type: EntityRef,
        description: 'The segment of the other chain.',
        resolve: ({ at, one }) => found(at, 'entity', one.other),
      }),
      chains: t.field({
        type: [EntityRef],
        description: 'Those that it is of; perhaps none. In order of id.',
        resolve: ({ at, one }) => entitiesAt(at, one.chains),
      }),
      ties: t.field({
        type: [RelationRef],
        description: 'What ties it to the segment: PART_OF or FEEDS. In order of id.',
        resolve: ({ at, one }) =>
          relationsAt(
            at,
            one.ties.map(({ relation }) => relation),
          ),
      }),
      planned: t.field({ type: [RelationRef], resolve: ({ at, one }) => relationsAt(at, idsOf(one.planned)) }),
      proposed: t.field({ type: [RelationRef], resolve: ({ at, one }) => relationsAt(at, idsOf(one.proposed)) }),
      requests: t.field({
        type: [RequestsRef],
        description: 'Both by the class of source that asks, in the order of the classes, as those of a cell.',
        resolve: ({ at, around, one }) => requestsOf(around, one).map((of) => ({ at, of })),
      }),
      operating: t.field({
        type: [ActorRef],
        description: 'Who is seen there and is not in the cell.',
        resolve: ({ at, one }) => actorsOf(at, one.operating),
      }),
      building: t.field({ type: [ActorRef], resolve: ({ at, one }) => actorsOf(at, one.building) }),
      intended: t.field({ type: [ActorRef], resolve: ({ at, one }) => actorsOf(at, one.intended) }),
    }),
  });

function idsOf(facts: Alongside['planned']): readonly string[] {
  return facts.map(({ id }) => id).sort();
}
