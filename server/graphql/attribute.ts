import { ATTRIBUTES } from '#graph-model/ontology/attributes.ts';
import { AttributeNameEnum } from './enums.ts';
import { attributeValueLabel, DetailRef, detailsOf, labelOnly, LabelRef } from './label.ts';
import { factProvenance } from './provenance.ts';
import { AttributeRef, ProvenanceRef } from './refs.ts';

AttributeRef.implement({
  description: 'What live statements say of an entity by itself.',
  fields: (t) => ({
    id: t.id({ resolve: ({ row }) => row.id }),
    name: t.field({ type: AttributeNameEnum, resolve: ({ row }) => row.name }),
    label: t.field({ type: LabelRef, resolve: ({ row }) => labelOnly(ATTRIBUTES[row.name]) }),
    value: t.string({ resolve: ({ row }) => row.value }),
    valueLabel: t.field({
      type: LabelRef,
      description: 'The value in words where it is a word of a vocabulary, else as it is.',
      resolve: ({ row }) => attributeValueLabel(row.name, row.value),
    }),
    details: t.field({ type: [DetailRef], resolve: ({ row }) => detailsOf(row.details) }),
    validFrom: t.string({ nullable: true, resolve: ({ row }) => row.validFrom ?? null }),
    validTo: t.string({ nullable: true, resolve: ({ row }) => row.validTo ?? null }),
    confidence: t.int({ description: 'Thousandths.', resolve: ({ row }) => row.confidence }),
    refuted: t.boolean({
      description: 'A passage denies what another supports.',
      resolve: ({ row }) => row.dispute === 'denied',
    }),
    conflict: t.boolean({
      description: 'Refuted, or at odds with another value of the same functional thing; both are shown.',
      resolve: ({ row }) => row.dispute !== undefined,
    }),
    provenance: t.field({ type: ProvenanceRef, resolve: ({ at, row }) => factProvenance(at, 'attribute', row) }),
  }),
});
