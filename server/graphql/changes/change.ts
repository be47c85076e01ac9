import { CLOSE_REASONS, type RowOf } from '#graph-model/rows.ts';
import type { Told } from '#server/analysis/changes/told.ts';
import type { WithEntities } from '#server/analysis/changes/change-list.ts';
import { ASPECTS, CHANGES, type AspectName } from '#server/analysis/changes/words.ts';
import { builder } from '../builder.ts';
import { vocabulary } from '../enums.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import {
  AttributeRef,
  CoverageRef,
  DecisionRef,
  EntityRef,
  IndicatorRef,
  NameRef,
  RelationRef,
  RunRef,
  SourceRef,
  StatementRef,
  type EntityShape,
} from '../refs.ts';
import type { View } from '../view.ts';
import { aspectWords } from './aspect-words.ts';
import { carriedBy, type Carried } from './carried-by.ts';
import { changeSentence, type Between } from './sentence.ts';

/** Statements and sources shown of one change; more are counted. */
const MOST_SHOWN = 10;

export const ChangeNameEnum = vocabulary('ChangeName', CHANGES);
const AspectEnum = vocabulary('ChangeAspectName', ASPECTS);

export type ChangeShape = Between & {
  readonly told: Told;
  readonly entities: readonly string[];
  readonly carried: () => Promise<Carried>;
};

/** Read once, for all fields that ask. */
export function changeShape(between: Between, { told, entities }: WithEntities): ChangeShape {
  let carried: Promise<Carried> | undefined;
  return { ...between, told, entities, carried: () => (carried ??= carriedBy(between, told)) };
}

type NameShape = { readonly at: View; readonly row: RowOf<'name'> };
type RowShape = { readonly at: View; readonly table: Told['table']; readonly row: { readonly id: string } };

/** `type` is another word of a name than of a relationship: a union that held both could not be asked for plainly. */
const ChangedNameRef = builder.objectRef<NameShape>('ChangedName').implement({
  fields: (t) => ({ alias: t.field({ type: NameRef, resolve: (name) => name }) }),
});

const ROWS = {
  relationship: RelationRef,
  attribute: AttributeRef,
  indicator: IndicatorRef,
  name: ChangedNameRef,
  source: SourceRef,
  coverage: CoverageRef,
  decision: DecisionRef,
};

const ChangedRowRef = builder.unionType('ChangedRow', {
  types: Object.values(ROWS),
  resolveType: (row) => ROWS[(row as unknown as RowShape).table as keyof typeof ROWS],
});

const ChangedEntityRef = builder.objectRef<{ entity: EntityShape; gone: boolean }>('ChangedEntity').implement({
  description: 'An entity that a change is about.',
  fields: (t) => ({
    entity: t.field({ type: EntityRef, resolve: ({ entity }) => entity }),
    gone: t.boolean({
      description: 'The later version has none of this id: it is as the earlier version had it.',
      resolve: ({ gone }) => gone,
    }),
  }),
});

const AspectRef = builder.objectRef<{ told: Told; aspect: AspectName }>('ChangeAspect').implement({
  description: 'In what a thing that stands in both versions differs.',
  fields: (t) => ({
    aspect: t.field({ type: AspectEnum, resolve: ({ aspect }) => aspect }),
    label: t.field({ type: LabelRef, resolve: ({ aspect }) => labelOnly(ASPECTS[aspect]) }),
    before: t.field({ type: LabelRef, resolve: ({ told, aspect }) => aspectWords(told, aspect, 'before') }),
    after: t.field({ type: LabelRef, resolve: ({ told, aspect }) => aspectWords(told, aspect, 'after') }),
  }),
});

export const ChangeRef = builder.objectRef<ChangeShape>('Change').implement({
  description: 'One thing in which two data versions differ.',
  fields: (t) => ({
    change: t.field({ type: ChangeNameEnum, resolve: ({ told }) => told.change }),
    label: t.field({ type: LabelRef, resolve: ({ told }) => labelOnly(CHANGES[told.change]) }),
    sentence: t.field({
      type: LabelRef,
      description: 'The change as a sentence, in both languages.',
      resolve: ({ told, ...between }) => changeSentence(between, told),
    }),
    entities: t.field({
      type: [ChangedEntityRef],
      description: 'Of a merge or a split first the one that went or came, then the other.',
      resolve: ({ before, now, entities }) =>
        Promise.all(
          entities.map(async (id) => {
            const row = await now.load.row('entity', id);
            const entity = row === undefined ? await found(before, 'entity', id) : { at: now, row };
            return { entity, gone: row === undefined };
          }),
        ),
    }),
    before: t.field({
      type: ChangedRowRef,
      nullable: true,
      description: 'As the earlier version has it; null for what is new and for entities.',
      resolve: ({ told, before }) => rowShape(before, told, 'before') as never,
    }),
    after: t.field({
      type: ChangedRowRef,
      nullable: true,
      description: 'As the later version has it; null for what is gone and for entities.',
      resolve: ({ told, now }) => rowShape(now, told, 'after') as never,
    }),
    aspects: t.field({
      type: [AspectRef],
      description: 'Empty for what came or went.',
      resolve: ({ told }) => told.aspects.map((aspect) => ({ told, aspect })),
    }),
    reason: t.field({
      type: LabelRef,
      nullable: true,
      description: 'Why what went, or gave way to another value or modality, is there no more.',
      resolve: ({ told }) => (told.reason === undefined ? null : labelOnly(CLOSE_REASONS[told.reason])),
    }),
    run: t.field({
      type: RunRef,
      nullable: true,
      description: 'The run that did it, the last of several. Null where too much changed to look for it.',
      resolve: async ({ now, told }) => (await now.runs()).find(({ version }) => version === told.version) ?? null,
    }),
    statements: t.field({
      type: [StatementRef],
      description: `Of a fact, those that came or went; where none did, those that carry it. In order of id, ${MOST_SHOWN} at most.`,
      resolve: async ({ carried }) => (await carried()).statements.slice(0, MOST_SHOWN),
    }),
    statementCount: t.int({ resolve: async ({ carried }) => (await carried()).statements.length }),
    sources: t.field({
      type: [SourceRef],
      description: `Of those statements, of the records that bear a name or an entity, or of the coverage. In order of id, ${MOST_SHOWN} at most.`,
      resolve: async ({ carried }) => (await carried()).sources.slice(0, MOST_SHOWN),
    }),
    sourceCount: t.int({ resolve: async ({ carried }) => (await carried()).sources.length }),
  }),
});

function rowShape(at: View, told: Told, side: 'before' | 'after'): RowShape | null {
  const row = told[side];
  return row === undefined || told.table === 'entity' ? null : { at, table: told.table, row };
}
