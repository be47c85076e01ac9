import { builder } from './builder.ts';
import { connectionType, keyedPage } from './connection.ts';
import { FigureEnum } from './enums.ts';
import { found } from './found.ts';
import { LabelRef } from './label.ts';
import { paceAt, PaceRef } from './pace.ts';
import { factProvenance } from './provenance.ts';
import { EntityRef, IndicatorRef, ProvenanceRef } from './refs.ts';

IndicatorRef.implement({
  description: 'A figure of an entity. Values of different scope are never compared, summed or drawn on one axis.',
  fields: (t) => ({
    id: t.id({ resolve: ({ row }) => row.id }),
    entity: t.field({ type: EntityRef, resolve: ({ at, row }) => found(at, 'entity', row.entity) }),
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
      resolve: ({ row }) => row.dispute === 'denied',
    }),
    conflict: t.boolean({
      description: 'Refuted, or at odds with another value of the same functional thing.',
      resolve: ({ row }) => row.dispute !== undefined,
    }),
    pace: t.field({
      type: PaceRef,
      nullable: true,
      description: 'Of a target only.',
      resolve: ({ at, row }) => paceAt(at, row),
    }),
    provenance: t.field({ type: ProvenanceRef, resolve: ({ at, row }) => factProvenance(at, 'indicator', row) }),
  }),
});

const IndicatorConnection = connectionType('Indicator', IndicatorRef);

builder.queryField('indicators', (t) =>
  t.field({
    type: IndicatorConnection,
    description: 'All figures of one sort, in order of id: the targets with their pace, say.',
    args: {
      figure: t.arg({ type: FigureEnum, required: true }),
      first: t.arg.int({ defaultValue: 20 }),
      after: t.arg.string(),
      version: t.arg.int(),
    },
    resolve: async (_, { figure, version, ...args }, { view }) => {
      const at = await view(version);
      return keyedPage(
        (page) => at.reader.find('indicator', 'figure', [figure], page),
        async () => (await at.reader.countBy('indicator')).get(figure) ?? 0,
        (row) => ({ at, row }),
        at.version,
        args,
      );
    },
  }),
);
