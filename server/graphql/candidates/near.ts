import { sortedUnique } from '#graph-model/text.ts';
import type { SliceFact } from '#server/analysis/board/slice.ts';
import type { Measured } from '#server/analysis/candidates/measure/measure.ts';
import { NEAR_LACKS, type NearLack } from '#server/analysis/candidates/near.ts';
import { RELATED_TERMS, type Related, type RelatedTerm } from '#server/analysis/candidates/relatedness.ts';
import type { LeftOut } from '#server/analysis/candidates/row.ts';
import { builder } from '../builder.ts';
import { entitiesAt, relationsAt } from '../entity.ts';
import { vocabulary } from '../enums.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { EntityRef, RelationRef } from '../refs.ts';
import type { View } from '../view.ts';
import { LeftOutRef } from './left-out.ts';
import { MeasuredRef } from './measured.ts';

type NearRow = {
  readonly one: Related;
  /** What is written of the firm in the segments that it rests on, in order of id. */
  readonly facts: readonly SliceFact[];
};

export type NearShape = {
  readonly at: View;
  /** Undefined: nothing is lacking. */
  readonly lack: NearLack | undefined;
  readonly rows: readonly NearRow[];
  readonly cut: number;
  readonly leftOut: readonly LeftOut[];
  readonly contacts: ReadonlyMap<string, readonly string[]>;
  /** Undefined: nothing is ranked. */
  readonly measured: (() => Promise<Measured>) | undefined;
};

const TermEnum = vocabulary('NearTermName', RELATED_TERMS);
const LackEnum = vocabulary('NearLackName', NEAR_LACKS);

const TermRef = builder.objectRef<{ readonly at: View; readonly term: RelatedTerm }>('NearTerm').implement({
  fields: (t) => ({
    term: t.field({ type: TermEnum, resolve: ({ term }) => term.term }),
    label: t.field({ type: LabelRef, resolve: ({ term }) => labelOnly(RELATED_TERMS[term.term]) }),
    value: t.int({ description: 'Thousandths; they add up to the score.', resolve: ({ term }) => term.value }),
    rests: t.field({
      type: [EntityRef],
      description: 'Segments that the firm is written to do, in order of id.',
      resolve: ({ at, term }) => entitiesAt(at, term.rests),
    }),
  }),
});

const RowRef = builder
  .objectRef<NearRow & { readonly at: View; readonly contacts: readonly string[] }>('NearRow')
  .implement({
    fields: (t) => ({
      entity: t.field({
        type: EntityRef,
        description: 'The firm; of a body, the segment.',
        resolve: ({ at, one }) => found(at, 'entity', one.id),
      }),
      score: t.int({
        description: 'Thousandths of no fixed whole: the greater, the nearer.',
        resolve: ({ one }) => one.score,
      }),
      terms: t.field({
        type: [TermRef],
        description: 'In the order of the table; 0 where nothing speaks for it.',
        resolve: ({ at, one }) => one.terms.map((term) => ({ at, term })),
      }),
      relations: t.field({
        type: [RelationRef],
        description: 'What sources say that the firm does in the segments that it rests on, in order of id.',
        resolve: ({ at, facts }) => relationsAt(at, sortedUnique(facts.map(({ id }) => id))),
      }),
      contacts: t.field({
        type: [RelationRef],
        description: 'What the office’s own ledger says of the firm, in order of id.',
        resolve: ({ at, contacts }) => relationsAt(at, contacts),
      }),
    }),
  });

const NearLackRef = builder.objectRef<NearLack>('NearLack').implement({
  description: 'Why nothing is ranked by nearness.',
  fields: (t) => ({
    lack: t.field({ type: LackEnum, resolve: ({ lack }) => lack }),
    label: t.field({ type: LabelRef, resolve: ({ lack }) => labelOnly(NEAR_LACKS[lack]) }),
    count: t.int({
      nullable: true,
      description: 'Of too few: firms that are written to do two or more segments.',
      resolve: (one) => (one.lack === 'few' ? one.count : null),
    }),
  }),
});

export const NearRef = builder.objectRef<NearShape>('NearRanking').implement({
  description:
    'Firms of which no source says that they do the segment, and that do segments near it; of a firm, segments so.',
  fields: (t) => ({
    rows: t.field({
      type: [RowRef],
      description: 'Nearest first, equals by id.',
      resolve: ({ at, rows, contacts }) =>
        rows.map((row) => ({ at, ...row, contacts: contacts.get(row.one.id) ?? [] })),
    }),
    cut: t.exposeInt('cut', { description: 'Rows beyond the limit.' }),
    leftOut: t.field({
      type: [LeftOutRef],
      description: 'Who is near and not ranked.',
      resolve: ({ at, leftOut }) => leftOut.map((one) => ({ at, one })),
    }),
    lack: t.field({
      type: NearLackRef,
      nullable: true,
      description: 'Null where it is ranked, were it nobody.',
      resolve: ({ lack }) => lack ?? null,
    }),
    measured: t.field({
      type: MeasuredRef,
      nullable: true,
      description: 'Null where nothing is ranked.',
      resolve: ({ measured }) => measured?.() ?? null,
    }),
  }),
});
