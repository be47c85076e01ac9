import { CLOSE_REASONS } from '#graph-model/rows.ts';
import { CELL_CHANGES, type CellChange } from '#server/analysis/board/cell-change.ts';
import { CAUSES, type Cause } from '#server/analysis/board/differences.ts';
import { builder } from '../builder.ts';
import { vocabulary } from '../enums.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { EntityRef, RelationRef, SourceRef, StatementRef } from '../refs.ts';
import type { View } from '../view.ts';
import { JudgementRef } from './judgement.ts';

const CellChangeEnum = vocabulary('CellChangeName', CELL_CHANGES);
const CauseEnum = vocabulary('CellCauseName', CAUSES);

/** More are counted. */
const MOST_CAUSES = 50;

type Between = { readonly now: View; readonly before: View };
type CauseShape = Between & { readonly cause: Cause };
export type CellChangeShape = Between & { readonly change: CellChange };

const CauseRef = builder.objectRef<CauseShape>('CellCause').implement({
  description: 'One thing in which a cell differs between two versions.',
  fields: (t) => ({
    cause: t.field({ type: CauseEnum, resolve: ({ cause }) => cause.cause }),
    label: t.field({ type: LabelRef, resolve: ({ cause }) => labelOnly(CAUSES[cause.cause]) }),
    relation: t.field({
      type: RelationRef,
      nullable: true,
      description: 'The fact; one that went as it was at the earlier version.',
      resolve: (shape) => {
        const { now, before, cause } = shape;
        if (!isFact(shape)) return null;
        return found(cause.cause === 'fact_removed' ? before : now, 'relationship', cause.id ?? '');
      },
    }),
    statements: t.field({
      type: [StatementRef],
      description: 'Of the fact, those that came or went, in order of id.',
      resolve: async (shape) => {
        if (!isFact(shape)) return [];
        const { now, before, cause } = shape;
        const [then, today] = await Promise.all(
          [before, now].map((at) => at.load.by('statement', 'fact', cause.id ?? '')),
        );
        const lacks = (rows: typeof then) => (one: { readonly id: string }) => !rows?.some(({ id }) => id === one.id);
        const moved = [
          ...(then ?? []).filter(lacks(today)).map((row) => ({ at: before, row })),
          ...(today ?? []).filter(lacks(then)).map((row) => ({ at: now, row })),
        ];
        return moved.sort((a, b) => (a.row.id < b.row.id ? -1 : 1));
      },
    }),
    reason: t.field({
      type: LabelRef,
      nullable: true,
      description: 'Why a fact that went is there no more.',
      resolve: async ({ now, cause }) => {
        if (cause.cause !== 'fact_removed') return null;
        const last = (await now.reader.history('relationship', cause.id ?? '')).at(-1);
        if (last === undefined) return null;
        // The row lives on, but on that day it has ended or none of its sources was there yet.
        if (last.reason === null)
          return { zh: '到这一天已经结束，或者还没有资料说', en: 'ended, or not yet told, on that day' };
        return labelOnly(CLOSE_REASONS[last.reason]);
      },
    }),
    entity: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The body that changed, or the segment that is new.',
      resolve: async ({ now, before, cause }) => {
        if (cause.cause !== 'actor_changed' && cause.cause !== 'cell_added') return null;
        const id = cause.id ?? '';
        return (await now.load.row('entity', id)) === undefined
          ? found(before, 'entity', id)
          : found(now, 'entity', id);
      },
    }),
    source: t.field({
      type: SourceRef,
      nullable: true,
      description: 'The register, or the source that changed.',
      resolve: ({ now, before, cause }) => {
        const { cause: name, id } = cause;
        if (name === 'register_removed') return found(before, 'source', id ?? '');
        return name === 'register_added' || name === 'source_changed' ? found(now, 'source', id ?? '') : null;
      },
    }),
  }),
});

export const CellChangeRef = builder.objectRef<CellChangeShape>('CellChange').implement({
  description: 'A cell at an earlier version and now. A gap is missing, weak or sole.',
  fields: (t) => ({
    change: t.field({ type: CellChangeEnum, resolve: ({ change }) => change.change }),
    label: t.field({ type: LabelRef, resolve: ({ change }) => labelOnly(CELL_CHANGES[change.change]) }),
    before: t.field({
      type: JudgementRef,
      nullable: true,
      description: 'Null: the earlier version had no such cell.',
      resolve: ({ change }) => change.before,
    }),
    moved: t.boolean({ description: 'The judgement is another one.', resolve: ({ change }) => change.moved }),
    causes: t.field({
      type: [CauseRef],
      description: `Where the judgement moved, what did it: nothing of it can be left out. Else what differs, ${MOST_CAUSES} at most.`,
      resolve: ({ now, before, change }) =>
        change.causes.slice(0, MOST_CAUSES).map((cause) => ({ now, before, cause })),
    }),
    others: t.int({
      description: 'Further differences that are not told.',
      resolve: ({ change }) => change.others + Math.max(0, change.causes.length - MOST_CAUSES),
    }),
  }),
});

function isFact({ cause: { cause } }: CauseShape): boolean {
  return cause === 'fact_added' || cause === 'fact_removed' || cause === 'fact_changed';
}
