import type { LeftOut } from '#server/analysis/candidates/row.ts';
import { LEFT_OUT } from '#server/analysis/candidates/words.ts';
import { builder } from '../builder.ts';
import { entitiesAt } from '../entity.ts';
import { vocabulary } from '../enums.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { EntityRef } from '../refs.ts';
import type { View } from '../view.ts';

/** Names that are given of those left out; all are counted. */
const MOST_NAMES = 50;

const LeftOutEnum = vocabulary('CandidateLeftOutReason', LEFT_OUT);

export const LeftOutRef = builder
  .objectRef<{ readonly at: View; readonly one: LeftOut }>('CandidatesLeftOut')
  .implement({
    description: 'Who might be looked for and is neither in a list nor ranked, and why.',
    fields: (t) => ({
      reason: t.field({ type: LeftOutEnum, resolve: ({ one }) => one.reason }),
      label: t.field({ type: LabelRef, resolve: ({ one }) => labelOnly(LEFT_OUT[one.reason]) }),
      count: t.int({ resolve: ({ one }) => one.bodies.length }),
      bodies: t.field({
        type: [EntityRef],
        description: `The first ${MOST_NAMES} by name and id.`,
        resolve: ({ at, one }) => entitiesAt(at, one.bodies.slice(0, MOST_NAMES)),
      }),
    }),
  });
