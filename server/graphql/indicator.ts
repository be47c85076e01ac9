import { FigureEnum } from './enums.ts';
import { LabelRef } from './label.ts';
import { factProvenance } from './provenance.ts';
import { IndicatorRef, ProvenanceRef } from './refs.ts';

IndicatorRef.implement({
  description: 'A figure of an entity. Values of different scope are never compared, summed or drawn on one axis.',
  fields: (t) => ({
    id: t.id({ resolve: ({ row }) => row.id }),
    measure: t.string({ resolve: ({ row }) => row.measure }),
    value: t.string({ description: 'A decimal as printed.', resolve: ({ row }) => row.value }),
    unit: t.string({ resolve: ({ row }) => row.unit }),
    period: t.string({ resolve: ({ row }) => row.period }),
    figure: t.field({ type: FigureEnum, resolve: ({ row }) => row.figure }),
    scope: t.string({ description: 'The word of the scope: its identity.', resolve: ({ row }) => row.scope }),
    scopeLabel: t.field({
      type: LabelRef,
      description: 'What area and statistics the figure speaks of.',
      resolve: async ({ at, row }) => (await at.load.row('scope', row.scope)) ?? { zh: row.scope, en: row.scope },
    }),
    confidence: t.int({ description: 'Thousandths.', resolve: ({ row }) => row.confidence }),
    refuted: t.boolean({
      description: 'A passage denies what another supports.',
      resolve: ({ row }) => row.refuted,
    }),
    conflict: t.boolean({
      description: 'Refuted, or at odds with another value of the same functional thing.',
      resolve: ({ row }) => row.conflict,
    }),
    provenance: t.field({ type: ProvenanceRef, resolve: ({ at, row }) => factProvenance(at, 'indicator', row) }),
  }),
});
