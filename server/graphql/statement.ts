import { contextOf } from '#graph-model/facts/statement.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { KindEnum, ModalityEnum, StanceEnum } from './enums.ts';
import { DetailRef, detailsOf } from './label.ts';
import { EntityRef, EvidenceRef, PassageRef, RecordRef, SourceRef, StatementRef } from './refs.ts';
import { found } from './found.ts';

StatementRef.implement({
  description: 'What one source says, in the records of that source.',
  fields: (t) => ({
    id: t.id({ resolve: ({ row }) => row.id }),
    subject: t.field({ type: RecordRef, resolve: ({ at, row }) => found(at, 'record', row.subject) }),
    predicate: t.string({ resolve: ({ row }) => row.statement.predicate }),
    object: t.field({
      type: RecordRef,
      nullable: true,
      resolve: ({ at, row }) => (row.object === undefined ? null : found(at, 'record', row.object)),
    }),
    value: t.string({ nullable: true, resolve: ({ row }) => valueOf(row) }),
    modality: t.field({
      type: ModalityEnum,
      nullable: true,
      resolve: ({ row: { statement } }) => (statement.says === 'relationship' ? statement.modality : null),
    }),
    qualifiers: t.field({
      type: [DetailRef],
      resolve: async ({ at, row: { statement } }) => {
        if (statement.says === 'attribute') return detailsOf(statement.details);
        if (statement.says === 'indicator') return indicatorDetails(statement);
        const context = contextOf(statement);
        const details = detailsOf(statement.qualifiers);
        if (context === undefined) return details;
        const { row } = await found(at, 'record', context);
        return details.map((detail) => (detail.value === context ? { ...detail, value: row.name } : detail));
      },
    }),
    validFrom: t.string({ nullable: true, resolve: ({ row }) => row.statement.validFrom ?? null }),
    validTo: t.string({ nullable: true, resolve: ({ row }) => row.statement.validTo ?? null }),
    evidence: t.field({
      type: [EvidenceRef],
      description: 'Passages for it and against it, in order of id.',
      resolve: async ({ at, row }) =>
        (await at.load.by('evidence', 'statement', row.id)).map((one) => ({ at, row: one })),
    }),
  }),
});

RecordRef.implement({
  description: 'A thing as one source names it.',
  fields: (t) => ({
    id: t.id({ resolve: ({ row }) => row.id }),
    kind: t.field({ type: KindEnum, resolve: ({ row }) => row.kind }),
    name: t.string({ resolve: ({ row }) => row.name }),
    source: t.field({ type: SourceRef, resolve: ({ at, row }) => found(at, 'source', row.source) }),
    entity: t.field({ type: EntityRef, resolve: ({ at, row }) => found(at, 'entity', row.entity) }),
  }),
});

EvidenceRef.implement({
  description: 'A passage behind a statement, or against it, as one owner read it.',
  fields: (t) => ({
    id: t.id({ resolve: ({ row }) => row.id }),
    passage: t.field({ type: PassageRef, resolve: ({ at, row }) => found(at, 'passage', row.passage) }),
    stance: t.field({ type: StanceEnum, resolve: ({ row }) => row.stance }),
    confidence: t.int({ description: 'Thousandths.', resolve: ({ row }) => row.confidence }),
    owner: t.string({ resolve: ({ row }) => row.owner }),
    note: t.string({
      nullable: true,
      description: 'In our own words, what the passage says.',
      resolve: ({ row }) => row.note ?? null,
    }),
  }),
});

PassageRef.implement({
  description: "`text` only where the project may keep it; the reader's own copy is served at /passages/{id}.",
  fields: (t) => ({
    id: t.id({ resolve: ({ row }) => row.id }),
    locator: t.string({ resolve: ({ row }) => row.locator }),
    text: t.string({ nullable: true, resolve: ({ row }) => row.text ?? null }),
    source: t.field({ type: SourceRef, resolve: ({ at, row }) => found(at, 'source', row.source) }),
  }),
});

function valueOf({ statement }: RowOf<'statement'>): string | null {
  return statement.says === 'relationship' ? null : statement.value;
}

function indicatorDetails(statement: Extract<RowOf<'statement'>['statement'], { says: 'indicator' }>) {
  const { measure, unit, period, figure, scope } = statement;
  return detailsOf({ measure, unit, period, figure, scope });
}
