import { OFFICIAL, type Known, type KnownOfBody } from '#server/analysis/candidates/known.ts';
import { builder } from '../builder.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { AttributeRef, EntityRef, PassageRef } from '../refs.ts';
import type { View } from '../view.ts';
import { knownLabel } from './read-known.ts';
import { inReadingOrder, readPassages } from './read-passages.ts';

type ItemShape = { readonly at: View; readonly body: string; readonly one: Known };

const ItemRef = builder.objectRef<ItemShape>('CandidateKnownItem').implement({
  description: 'A recognition, an event or a stage that sources tell of.',
  fields: (t) => ({
    of: t.field({
      type: EntityRef,
      description: 'The body itself, or a project that it runs or joins.',
      resolve: ({ at, one }) => found(at, 'entity', one.of),
    }),
    attribute: t.field({ type: AttributeRef, resolve: ({ at, one }) => found(at, 'attribute', one.attribute) }),
    official: t.boolean({
      description: 'A government body of the graph is named by it: in the text, or as who issued it.',
      resolve: ({ one }) => one.official,
    }),
    label: t.field({ type: LabelRef, resolve: ({ at, body, one }) => knownLabel(at, body, one) }),
    passages: t.field({
      type: [PassageRef],
      description: 'That support it, source by source, each in the order of reading.',
      resolve: async ({ at, one }) => {
        const behind = await readPassages(at, [one.attribute]);
        const rows = await at.load.rows('passage', new Set([...behind.values()].flat()));
        return inReadingOrder(rows.filter(({ source }) => one.sources.includes(source))).map((row) => ({ at, row }));
      },
    }),
  }),
});

export const KnownRef = builder
  .objectRef<KnownOfBody & { readonly at: View; readonly body: string }>('CandidateKnown')
  .implement({
    description: 'What sources tell of a body by itself, beside what makes it a candidate.',
    fields: (t) => ({
      items: t.field({
        type: [ItemRef],
        description: 'Those that name a government body first, then the newer, then by id.',
        resolve: ({ at, body, known }) => known.map((one) => ({ at, body, one })),
      }),
      officialLabel: t.field({
        type: LabelRef,
        description: 'How items that name a government body are headed.',
        resolve: () => labelOnly(OFFICIAL),
      }),
      cut: t.exposeInt('cut', { description: 'Items beyond those.' }),
    }),
  });
