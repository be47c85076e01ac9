import type { PartialDate } from '#graph-model/dates.ts';
import { relationsOfTie, type ToldTie } from '#server/analysis/candidates/ground.ts';
import type { CandidateRow } from '#server/analysis/candidates/row.ts';
import { FITS, SILENCES, TIES, tieLabel, type Silence } from '#server/analysis/candidates/words.ts';
import { builder } from '../builder.ts';
import { entitiesAt, relationsAt } from '../entity.ts';
import { ModalityEnum, vocabulary } from '../enums.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { EntityRef, PassageRef, RelationRef, SourceRef } from '../refs.ts';
import type { View } from '../view.ts';
import { KnownRef } from './known.ts';
import { readKnown } from './read-known.ts';
import { inReadingOrder, readPassages } from './read-passages.ts';

export type RowShape = {
  readonly at: View;
  readonly row: CandidateRow;
  readonly date: PartialDate;
  /** What the office's own ledger says of it. */
  readonly contacts: readonly string[];
};

const FitEnum = vocabulary('CandidateFit', FITS);
const SilenceEnum = vocabulary('CandidateSilenceName', SILENCES);
const TieEnum = vocabulary('CandidateTieKind', TIES);

const SilenceRef = builder.objectRef<Silence>('CandidateSilence').implement({
  description: 'Something that the sources of a row do not say: unknown, not missing.',
  fields: (t) => ({
    silence: t.field({ type: SilenceEnum, resolve: (silence) => silence }),
    label: t.field({ type: LabelRef, resolve: (silence) => labelOnly(SILENCES[silence]) }),
  }),
});

export const TieRef = builder.objectRef<{ readonly at: View; readonly tie: ToldTie }>('CandidateTie').implement({
  description: 'What ties a body to the region, or to the body asked about. A consortium is one tie, whoever is in it.',
  fields: (t) => ({
    kind: t.field({ type: TieEnum, resolve: ({ tie }) => tie.kind }),
    modality: t.field({
      type: ModalityEnum,
      description: 'How real it is: as the less real of its two sides.',
      resolve: ({ tie }) => tie.modality,
    }),
    label: t.field({ type: LabelRef, resolve: ({ tie }) => labelOnly(tieLabel(tie.kind, tie.modality)) }),
    through: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The consortium, project or facility.',
      resolve: ({ at, tie }) => (tie.through === undefined ? null : found(at, 'entity', tie.through)),
    }),
    with: t.field({
      type: [EntityRef],
      description: 'Whom it leads to, in order of id.',
      resolve: ({ at, tie }) =>
        entitiesAt(
          at,
          tie.with.map(({ entity }) => entity),
        ),
    }),
    relations: t.field({ type: [RelationRef], resolve: ({ at, tie }) => relationsAt(at, relationsOfTie(tie)) }),
  }),
});

export const RowRef = builder.objectRef<RowShape>('CandidateRow').implement({
  description: 'One line of a list, without a score: who, what the sources say, and what they do not say.',
  fields: (t) => ({
    body: t.field({ type: EntityRef, resolve: ({ at, row }) => found(at, 'entity', row.body) }),
    fit: t.field({
      type: FitEnum,
      nullable: true,
      description: 'How far what is written of it meets what is asked for; null in the lists of a body.',
      resolve: ({ row }) => row.fit,
    }),
    fitLabel: t.field({
      type: LabelRef,
      nullable: true,
      resolve: ({ row }) => (row.fit === undefined ? null : labelOnly(FITS[row.fit])),
    }),
    segments: t.field({
      type: [EntityRef],
      description: 'That the fit is about, in order of id; empty where only the chain is written.',
      resolve: ({ at, row }) => entitiesAt(at, row.segments),
    }),
    products: t.field({
      type: [EntityRef],
      description: 'That make the fit, in order of id.',
      resolve: ({ at, row }) => entitiesAt(at, row.products),
    }),
    modality: t.field({
      type: ModalityEnum,
      description: 'The most real of what is said.',
      resolve: ({ row }) => row.modality,
    }),
    relations: t.field({
      type: [RelationRef],
      description: 'What the sources say, the more real first, then by id.',
      resolve: ({ at, row }) => relationsAt(at, row.relations),
    }),
    alongside: t.field({
      type: [RelationRef],
      description: 'What the same passage says of the chain, where that alone makes the fit.',
      resolve: ({ at, row }) => relationsAt(at, row.alongside),
    }),
    ties: t.field({ type: [TieRef], resolve: ({ at, row }) => row.ties.map((tie) => ({ at, tie })) }),
    silences: t.field({
      type: [SilenceRef],
      description: 'What they do not say, in the order of the table.',
      resolve: ({ row }) => [...row.silences],
    }),
    known: t.field({
      type: KnownRef,
      description: 'What sources tell of it by itself, or of a project that it runs or joins: it may not be new.',
      resolve: async ({ at, row, date }) => ({ at, body: row.body, ...(await readKnown(at, row.body, date)) }),
    }),
    contacts: t.field({
      type: [RelationRef],
      description: 'What the office’s own ledger says of it, in order of id.',
      resolve: ({ at, contacts }) => relationsAt(at, contacts),
    }),
    sources: t.field({
      type: [SourceRef],
      description: 'Behind what is said, in order of id.',
      resolve: ({ at, row }) => Promise.all(row.sources.map((id) => found(at, 'source', id))),
    }),
    passages: t.field({
      type: [PassageRef],
      description: 'Behind what is said, source by source, each in the order of reading.',
      resolve: ({ at, row }) => passagesOf(at, row),
    }),
    newest: t.string({ description: 'Date of the newest source.', resolve: ({ row }) => row.newest }),
  }),
});

async function passagesOf(at: View, { relations, sources }: CandidateRow) {
  const behind = await readPassages(at, relations);
  const passages = await at.load.rows('passage', new Set([...behind.values()].flat()));
  return inReadingOrder(passages.filter(({ source }) => sources.includes(source))).map((row) => ({ at, row }));
}
