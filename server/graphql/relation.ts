import type { RowOf } from '#graph-model/rows.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { specOf } from '#graph-model/ontology/relationships.ts';
import { sentenceOf } from '#server/analysis/sentence.ts';
import { ModalityEnum, RelationTypeEnum } from './enums.ts';
import { found } from './found.ts';
import { DetailRef, LabelRef } from './label.ts';
import { nameLabel } from './name.ts';
import { factProvenance } from './provenance.ts';
import { EntityRef, NodeRef, ProvenanceRef, RelationRef } from './refs.ts';
import type { View } from './view.ts';

RelationRef.implement({
  description: 'A relationship between two entities, carried by live statements.',
  interfaces: [NodeRef],
  fields: (t) => ({
    type: t.field({ type: RelationTypeEnum, resolve: ({ row }) => row.type }),
    label: t.field({ type: LabelRef, resolve: ({ row }) => specOf(row.type).label }),
    inverse: t.field({
      type: LabelRef,
      description: 'The label seen from the other end.',
      resolve: ({ row }) => specOf(row.type).inverse,
    }),
    sentence: t.field({
      type: LabelRef,
      description: 'The fact as a sentence, in both languages.',
      resolve: ({ at, row }) => relationSentence(at, row),
    }),
    from: t.field({ type: EntityRef, resolve: ({ at, row }) => found(at, 'entity', row.from) }),
    to: t.field({ type: EntityRef, resolve: ({ at, row }) => found(at, 'entity', row.to) }),
    modality: t.field({ type: ModalityEnum, resolve: ({ row }) => row.modality }),
    context: t.field({
      type: EntityRef,
      nullable: true,
      description: 'Place, park, facility or product that is part of what this relationship is.',
      resolve: ({ at, row }) => (row.context === undefined ? null : found(at, 'entity', row.context)),
    }),
    details: t.field({ type: [DetailRef], resolve: ({ row }) => [...row.identity, ...row.details] }),
    confidence: t.int({ description: 'Whole thousandths, 0 to 1000.', resolve: ({ row }) => row.confidence }),
    validFrom: t.string({ nullable: true, resolve: ({ row }) => row.validFrom ?? null }),
    validTo: t.string({ nullable: true, resolve: ({ row }) => row.validTo ?? null }),
    ended: t.boolean({
      nullable: true,
      description: 'Ended by its sources; null when no source says.',
      resolve: ({ row }) => row.ended ?? null,
    }),
    refuted: t.boolean({
      description: 'A passage denies what another supports.',
      resolve: ({ row }) => row.dispute === 'denied',
    }),
    conflict: t.boolean({
      description: 'Refuted, or at odds with another value of the same functional thing.',
      resolve: ({ row }) => row.dispute !== undefined,
    }),
    provenance: t.field({ type: ProvenanceRef, resolve: ({ at, row }) => factProvenance(at, 'relationship', row) }),
  }),
});

/** A relationship as a sentence, read from its `to` end when `reversed`. */
export async function relationSentence(at: View, row: RowOf<'relationship'>, reversed = false): Promise<Label> {
  const [{ row: subject }, from, to, context] = await Promise.all([
    found(at, 'entity', row.from),
    nameLabel(at, row.from),
    nameLabel(at, row.to),
    row.context === undefined ? undefined : nameLabel(at, row.context),
  ]);
  const { type, modality, identity, ended } = row;
  const ofArea = subject.kind === 'Place' || subject.kind === 'Park';
  return sentenceOf({ type, modality, identity, ended, from, to, ofArea, context }, reversed);
}
