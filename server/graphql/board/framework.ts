import type { SliceFramework } from '#server/analysis/board/slice.ts';
import { builder } from '../builder.ts';
import { foundAll } from '../found.ts';
import { SourceRef } from '../refs.ts';
import type { View } from '../view.ts';

export const FrameworkRef = builder
  .objectRef<{ readonly at: View; readonly of: SliceFramework }>('BoardFramework')
  .implement({
    description:
      'What orders the board: the place of each segment in the chain, its parts and flows. It judges nothing.',
    fields: (t) => ({
      ties: t.int({
        description: 'Relationships that say where a segment stands, what it is part of, and what it feeds.',
        resolve: ({ of }) => of.ties,
      }),
      ofNotes: t.int({
        description: 'Those that rest on notes of the project alone: its own construction, and no document’s word.',
        resolve: ({ of }) => of.ofNotes,
      }),
      notes: t.field({
        type: [SourceRef],
        description: 'The notes behind them. In order of id.',
        resolve: ({ at, of }) => foundAll(at, 'source', of.notes),
      }),
    }),
  });
