import { CHAIN_STAGES, type Modality, type SourceClass } from '#graph-model/ontology/vocabulary.ts';
import { alongsideOf } from '#server/analysis/board/alongside.ts';
import { boardOf, type Board, type Cell } from '#server/analysis/board/board.ts';
import type { Column, Lane } from '#server/analysis/board/columns.ts';
import { requestsOf } from '#server/analysis/board/requests.ts';
import type { SliceFlow, SliceSegment } from '#server/analysis/board/slice.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { builder } from '../builder.ts';
import { entitiesAt, relationsAt } from '../entity.ts';
import { SourceClassEnum, vocabulary } from '../enums.ts';
import { entityNotFound, EntityNotFoundRef, invalidConstraint, InvalidConstraintRef } from '../expected-outcomes.ts';
import { found, foundAll, foundAtOnce } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { englishName } from '../name.ts';
import { entityAt } from '../nodes.ts';
import { EntityRef, RelationRef, type EntityShape } from '../refs.ts';
import { BEFORE_ALL, versionDate, wrongDate } from '../version-date.ts';
import type { View } from '../view.ts';
import { AlongsideRef } from './alongside.ts';
import { bodiesOf, CellRef, RequestsRef, type CellsOf } from './cell.ts';
import { readEarlier } from './earlier.ts';
import { FrameworkRef } from './framework.ts';
import { lendRows } from './lend-rows.ts';
import { MOST_TIES, readBeside } from './read-alongside.ts';
import { MOST_SEGMENTS, readSlice } from './read-slice.ts';

/** Regions side by side: more would be a table of its own. */
const MOST_REGIONS = 6;

const PositionEnum = vocabulary('ChainPosition', CHAIN_STAGES);

type BoardShape = CellsOf & {
  readonly outcome: 'Board';
  readonly chain: EntityShape;
  readonly board: Board;
};

const SegmentRef = builder.objectRef<{ readonly at: View; readonly segment: SliceSegment }>('BoardSegment').implement({
  fields: (t) => ({
    entity: t.field({ type: EntityRef, resolve: ({ at, segment }) => foundAtOnce(at, 'entity', segment.id) }),
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

const LaneRef = builder
  .objectRef<{ readonly at: View; readonly lane: Lane; readonly board: Board }>('BoardLane')
  .implement({
    description: 'A segment whose parts stand in several columns: with them it runs across the board.',
    fields: (t) => ({
      whole: t.field({ type: EntityRef, resolve: ({ at, lane }) => found(at, 'entity', lane.whole) }),
      segments: t.idList({
        description: 'The whole and its parts, in the order of the columns.',
        resolve: ({ lane, board }) =>
          board.columns.flatMap(({ segments }) => segments.flatMap(({ id }) => (lane.segments.has(id) ? [id] : []))),
      }),
    }),
  });

const SinceRef = builder
  .objectRef<BoardShape & { readonly earlier: NonNullable<CellsOf['earlier']> }>('BoardSince')
  .implement({
    description: 'The earlier version that the cells are compared with.',
    fields: (t) => ({
      version: t.int({ resolve: ({ earlier }) => earlier.at.version }),
      date: t.string({ resolve: ({ earlier }) => earlier.moment.date }),
      came: t.field({
        type: [EntityRef],
        description: 'Segments that the chain did not have, in the order of the columns.',
        resolve: ({ at, earlier, board }) => {
          const then = earlier.moment.slice;
          const known = new Set([...then.segments.map(({ id }) => id), ...then.omitted]);
          const segments = board.columns.flatMap((column) => column.segments.map(({ id }) => id));
          return entitiesAt(
            at,
            segments.filter((id) => !known.has(id)),
          );
        },
      }),
      went: t.field({
        type: [EntityRef],
        description: 'Segments that the chain has no more, as they were then, in order of id.',
        resolve: async ({ at, slice, earlier }) => {
          const now = new Set([...slice.segments.map(({ id }) => id), ...slice.omitted]);
          const gone = earlier.moment.slice.segments
            .map(({ id }) => id)
            .filter((id) => !now.has(id))
            .sort();
          return Promise.all(
            gone.map(async (id) =>
              (await at.load.row('entity', id)) === undefined
                ? found(earlier.at, 'entity', id)
                : found(at, 'entity', id),
            ),
          );
        },
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
      resolve: ({ at, board }) => foundAll(at, 'entity', board.regions),
    }),
    columns: t.field({
      type: [ColumnRef],
      resolve: ({ at, board }) => board.columns.map((column) => ({ at, column })),
    }),
    lanes: t.field({
      type: [LaneRef],
      description: 'In the order of the board: their segments come first in every column.',
      resolve: ({ at, board }) => board.lanes.map((lane) => ({ at, lane, board })),
    }),
    omittedSegments: t.int({
      description: `Segments beyond the first ${MOST_SEGMENTS} in the order given: not read, and not on the board.`,
      resolve: ({ slice }) => slice.omitted.length,
    }),
    since: t.field({
      type: SinceRef,
      nullable: true,
      resolve: (shape) => (shape.earlier === undefined ? null : { ...shape, earlier: shape.earlier }),
    }),
    flows: t.field({
      type: [FlowRef],
      description: 'In order of id.',
      resolve: ({ slice }) => inOrderOfId(slice.flows),
    }),
    framework: t.field({ type: FrameworkRef, resolve: ({ at, slice }) => ({ at, of: slice.framework }) }),
    alongside: t.field({
      type: [AlongsideRef],
      description: `What tied segments of other chains are asked for here, and who is seen in them, in the order of the cells, then of the other's id. At most ${MOST_TIES} ties are followed, in order of id.`,
      resolve: async ({ at, slice, board, date }) => {
        const beside = await readBeside(at, slice, board.regions, date);
        return alongsideOf(beside, board.cells).map((one) => ({ at, around: beside.around, one }));
      },
    }),
    alongsideCut: t.int({
      description: 'Ties to segments of other chains that were not followed.',
      resolve: async ({ at, slice, board, date }) => (await readBeside(at, slice, board.regions, date)).cut,
    }),
    cells: t.field({
      type: [CellRef],
      description: 'Segment by segment in the order of the columns, region by region.',
      resolve: ({ board, ...of }) => board.cells.map((cell: Cell) => ({ ...of, cell })),
    }),
    bodies: t.field({
      type: [EntityRef],
      description: 'Whom the cells name, each once, in order of id.',
      resolve: ({ board, ...of }) => {
        const bodies = new Set(board.cells.flatMap((cell) => bodiesOf({ ...of, cell })));
        return entitiesAt(of.at, [...bodies].sort());
      },
    }),
    cell: t.field({
      type: CellRef,
      nullable: true,
      description: 'One cell alone; null when the board has no such segment or region.',
      args: { segment: t.arg.id({ required: true }), region: t.arg.id({ required: true }) },
      resolve: ({ board, ...of }, { segment, region }) => {
        const cell = board.cells.find((one) => one.segment === segment && one.region === region);
        return cell === undefined ? null : { ...of, cell };
      },
    }),
    ofChain: t.field({
      type: [RelationRef],
      description: 'What is said of the chain as a whole: it fills no segment. In order of id.',
      resolve: ({ at, board }) => relationsAt(at, [...new Set(board.ofChain.map(({ id }) => id))].sort()),
    }),
    requestsOfChain: t.field({
      type: [RequestsRef],
      description:
        'Of these what is planned and proposed, bodies and all, by the class of source that says so, in the order of the classes.',
      resolve: ({ at, slice, board: { ofChain } }) => {
        const of = (meant: Modality) => ofChain.filter(({ modality }) => modality === meant);
        const requests = requestsOf(slice, { planned: of('planned'), proposed: of('proposed') });
        return requests.map((one) => ({ at, of: one }));
      },
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
      since: t.arg.int({ description: 'An earlier data version: what has changed in each cell since.' }),
      sourceClasses: t.arg({
        type: [SourceClassEnum],
        description: 'Show only what sources of these classes say. All sources count for the judgements.',
      }),
      version: t.arg.int(),
    },
    resolve: async (_, { chain, regions, date, since, sourceClasses, version }, { view }) => {
      if (regions.length < 1 || regions.length > MOST_REGIONS) {
        return invalidConstraint('regions', `应给 1 到 ${MOST_REGIONS} 个地区`, `Give 1 to ${MOST_REGIONS} regions.`);
      }
      const wrong = wrongDate(date);
      if (wrong !== undefined) return wrong;
      if (sourceClasses?.length === 0) {
        return invalidConstraint('sourceClasses', '应给至少一类资料', 'Give at least one class of source.');
      }
      const at = await view(version);
      if (since !== undefined && since !== null && (since < 1 || since >= at.version)) {
        return invalidConstraint('since', '应是更早的数据版本', 'An earlier data version, from 1.');
      }
      const [entity, ...areas] = await Promise.all([chain, ...regions].map((id) => entityAt(at, id)));
      if (entity === undefined) return entityNotFound(chain);
      if (entity.row.kind !== 'Chain') return invalidConstraint('chain', '不是产业链', 'Not an industry chain.');
      const places: string[] = [];
      for (const [i, id] of regions.entries()) {
        const region = areas[i];
        if (region === undefined) return entityNotFound(id);
        const { kind } = region.row;
        if (kind !== 'Place' && kind !== 'Park') {
          return invalidConstraint('regions', '应是地区或园区', 'A region is a place or a park.');
        }
        if (!places.includes(region.row.id)) places.push(region.row.id);
      }
      const day = date ?? (await versionDate(at)) ?? BEFORE_ALL;
      const slice = await readSlice(at, entity.row, places, day);
      await Promise.all([lendRows(at, slice, day), ...places.map((id) => englishName(at, id))]);
      const known = date ?? undefined;
      const earlier =
        since === undefined || since === null
          ? undefined
          : await readEarlier(await view(since), at, entity.row.id, places, known);
      const classes: readonly SourceClass[] | undefined = sourceClasses ?? undefined;
      const board = boardOf(slice, places, day);
      return { outcome: 'Board' as const, at, chain: entity, slice, board, date: day, earlier, classes };
    },
  }),
);

function inOrderOfId<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
