import { CHAIN_STAGES } from '#graph-model/ontology/vocabulary.ts';
import { boardOf, type Board, type Cell } from '#server/analysis/board/board.ts';
import type { Column } from '#server/analysis/board/columns.ts';
import type { ChainSlice, SliceFlow, SliceSegment } from '#server/analysis/board/slice.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { builder } from '../builder.ts';
import { relationsAt } from '../entity.ts';
import { vocabulary } from '../enums.ts';
import { entityNotFound, EntityNotFoundRef, invalidConstraint, InvalidConstraintRef } from '../expected-outcomes.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { entityAt } from '../nodes.ts';
import { EntityRef, RelationRef, type EntityShape } from '../refs.ts';
import { BEFORE_ALL, versionDate, wrongDate } from '../version-date.ts';
import type { View } from '../view.ts';
import { CellRef } from './cell.ts';
import { readSlice } from './read-slice.ts';

/** Regions side by side: more would be a table of its own. */
const MOST_REGIONS = 6;

const PositionEnum = vocabulary('ChainPosition', CHAIN_STAGES);

type BoardShape = {
  readonly outcome: 'Board';
  readonly at: View;
  readonly chain: EntityShape;
  readonly slice: ChainSlice;
  readonly board: Board;
  readonly date: string;
};

const SegmentRef = builder.objectRef<{ readonly at: View; readonly segment: SliceSegment }>('BoardSegment').implement({
  fields: (t) => ({
    entity: t.field({ type: EntityRef, resolve: ({ at, segment }) => found(at, 'entity', segment.id) }),
    order: t.int({ nullable: true, resolve: ({ segment }) => segment.order }),
    partOf: t.id({ nullable: true, resolve: ({ segment }) => segment.partOf }),
  }),
});

const ColumnRef = builder.objectRef<{ readonly at: View; readonly column: Column }>('BoardColumn').implement({
  fields: (t) => ({
    position: t.field({
      type: PositionEnum,
      nullable: true,
      description: 'Null: nobody says where in the chain these segments stand.',
      resolve: ({ column }) => column.position,
    }),
    label: t.field({
      type: LabelRef,
      resolve: ({ column }) =>
        column.position === undefined ? { zh: '未分段', en: 'no position' } : labelOnly(CHAIN_STAGES[column.position]),
    }),
    segments: t.field({
      type: [SegmentRef],
      resolve: ({ at, column }) => column.segments.map((segment) => ({ at, segment })),
    }),
  }),
});

const FlowRef = builder.objectRef<SliceFlow>('BoardFlow').implement({
  fields: (t) => ({
    from: t.exposeID('from'),
    to: t.exposeID('to'),
    flow: t.exposeString('flow'),
    relation: t.id({ resolve: ({ id }) => id }),
  }),
});

const BoardRef = builder.objectRef<BoardShape>('Board').implement({
  description: 'A chain in some regions on a day: columns, lanes and order are part of the answer.',
  fields: (t) => ({
    chain: t.field({ type: EntityRef, resolve: ({ chain }) => chain }),
    date: t.exposeString('date'),
    regions: t.field({
      type: [EntityRef],
      description: 'In the order asked.',
      resolve: ({ at, board }) => Promise.all(board.regions.map((id) => found(at, 'entity', id))),
    }),
    columns: t.field({
      type: [ColumnRef],
      resolve: ({ at, board }) => board.columns.map((column) => ({ at, column })),
    }),
    flows: t.field({
      type: [FlowRef],
      description: 'In order of id.',
      resolve: ({ slice }) => inOrderOfId(slice.flows),
    }),
    cells: t.field({
      type: [CellRef],
      description: 'Segment by segment in the order of the columns, region by region.',
      resolve: ({ at, slice, board }) => board.cells.map((cell: Cell) => ({ at, slice, cell })),
    }),
    ofChain: t.field({
      type: [RelationRef],
      description: 'What is said of the chain as a whole: it fills no segment. In order of id.',
      resolve: ({ at, board }) => relationsAt(at, [...new Set(board.ofChain.map(({ id }) => id))].sort()),
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

const BoardResult = builder.unionType('BoardResult', {
  types: [BoardRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

builder.queryField('board', (t) =>
  t.field({
    type: BoardResult,
    description: 'What is asked for, seen and judged of each segment of a chain in some regions.',
    args: {
      chain: t.arg.id({ required: true }),
      regions: t.arg.idList({ required: true, description: `1 to ${MOST_REGIONS} places or parks.` }),
      date: t.arg.string({ description: 'As known on that day; the date of the data version where not said.' }),
      version: t.arg.int(),
    },
    resolve: async (_, { chain, regions, date, version }, { view }) => {
      if (regions.length < 1 || regions.length > MOST_REGIONS) {
        return invalidConstraint('regions', `应给 1 到 ${MOST_REGIONS} 个地区`, `Give 1 to ${MOST_REGIONS} regions.`);
      }
      const wrong = wrongDate(date);
      if (wrong !== undefined) return wrong;
      const at = await view(version);
      const entity = await entityAt(at, chain);
      if (entity === undefined) return entityNotFound(chain);
      if (entity.row.kind !== 'Chain') return invalidConstraint('chain', '不是产业链', 'Not an industry chain.');
      const places: string[] = [];
      for (const id of regions) {
        const region = await entityAt(at, id);
        if (region === undefined) return entityNotFound(id);
        const { kind } = region.row;
        if (kind !== 'Place' && kind !== 'Park') {
          return invalidConstraint('regions', '应是地区或园区', 'A region is a place or a park.');
        }
        if (!places.includes(region.row.id)) places.push(region.row.id);
      }
      const day = date ?? (await versionDate(at)) ?? BEFORE_ALL;
      const slice = await readSlice(at, entity.row, places, day);
      return { outcome: 'Board' as const, at, chain: entity, slice, board: boardOf(slice, places, day), date: day };
    },
  }),
);

function inOrderOfId<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
