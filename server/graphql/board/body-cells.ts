import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import { compareText } from '#graph-model/text.ts';
import { boardOf } from '#server/analysis/board/board.ts';
import {
  areasOfBody,
  cellsOfBody,
  innerFirst,
  SEEN_AS,
  type BodyCell,
  type SeenAs,
} from '#server/analysis/board/body-cells.ts';
import { chainsOf } from '#server/analysis/board/chains-of.ts';
import type { ChainSlice, SliceFact } from '#server/analysis/board/slice.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { builder } from '../builder.ts';
import { about, entitiesAt, relationsAt } from '../entity.ts';
import { vocabulary } from '../enums.ts';
import { entityNotFound, EntityNotFoundRef, invalidConstraint, InvalidConstraintRef } from '../expected-outcomes.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { entityAt } from '../nodes.ts';
import { EntityRef, RelationRef, type EntityShape } from '../refs.ts';
import { BEFORE_ALL, versionDate } from '../version-date.ts';
import type { View } from '../view.ts';
import { CellRef, type CellsOf } from './cell.ts';
import { withRegions } from './read-areas.ts';
import { readSlice } from './read-slice.ts';

/** Chains and regions of one answer; the others are counted. Each chain is read as its board is. */
const MOST_CHAINS = 12;
const MOST_REGIONS = 12;

const BODIES: readonly Kind[] = KIND_SETS.body;
const SeenAsEnum = vocabulary('SeenAs', SEEN_AS);

type SeenShape = { readonly at: View; readonly as: SeenAs; readonly facts: readonly SliceFact[] };
type CellOfBody = CellsOf & BodyCell;
type Shape = {
  readonly outcome: 'BodyCells';
  readonly at: View;
  readonly body: EntityShape;
  readonly date: string;
  readonly slices: readonly ChainSlice[];
  readonly regions: readonly string[];
  readonly omittedChains: number;
  readonly omittedRegions: number;
};

const SeenRef = builder.objectRef<SeenShape>('SeenInCell').implement({
  fields: (t) => ({
    as: t.field({ type: SeenAsEnum, resolve: ({ as }) => as }),
    label: t.field({ type: LabelRef, resolve: ({ as }) => labelOnly(SEEN_AS[as]) }),
    relations: t.field({
      type: [RelationRef],
      description: 'In order of id.',
      resolve: ({ at, facts }) => relationsAt(at, idsOf(facts)),
    }),
  }),
});

const BodyCellRef = builder.objectRef<CellOfBody>('BodyCell').implement({
  description: 'A cell of a board in which a body is seen.',
  fields: (t) => ({
    chain: t.field({ type: EntityRef, resolve: ({ at, slice }) => found(at, 'entity', slice.chain.id) }),
    seen: t.field({
      type: [SeenRef],
      description: 'As what it is seen there, the firmest first.',
      resolve: ({ at, seen }) => seen.map((one) => ({ at, ...one })),
    }),
    cell: t.field({ type: CellRef, resolve: ({ at, slice, date, cell }) => ({ at, slice, date, cell }) }),
  }),
});

const BodyCellsRef = builder.objectRef<Shape>('BodyCells').implement({
  description: 'Where a body stands on the boards of its chains, as known on the date of the data version.',
  fields: (t) => ({
    body: t.field({ type: EntityRef, resolve: ({ body }) => body }),
    date: t.exposeString('date'),
    regions: t.field({
      type: [EntityRef],
      description: 'Places and parks where it is or acts, and what contains them; those within others first.',
      resolve: ({ at, regions }) => entitiesAt(at, regions),
    }),
    omittedRegions: t.exposeInt('omittedRegions', { description: `Narrower than the widest ${MOST_REGIONS}.` }),
    chains: t.field({
      type: [EntityRef],
      description:
        'Chains of its segments and of those of its products, by name: also where no source says where it is.',
      resolve: ({ at, slices }) =>
        entitiesAt(
          at,
          slices.map(({ chain }) => chain.id),
        ),
    }),
    omittedChains: t.exposeInt('omittedChains', { description: `Beyond the first ${MOST_CHAINS}.` }),
    cells: t.field({
      type: [BodyCellRef],
      description: 'Chain by chain, segment by segment in the order of the board, region by region.',
      resolve: ({ at, body, date, slices, regions }) =>
        slices.flatMap((slice) =>
          cellsOfBody(boardOf(slice, regions, date), body.row.id).map((one) => ({ at, slice, date, ...one })),
        ),
    }),
    ofChain: t.field({
      type: [RelationRef],
      description: 'What is said of it and of a chain as a whole: it fills no segment. In order of id.',
      resolve: ({ at, body, slices }) => {
        const whole = slices.flatMap(({ chain, facts }) =>
          facts.filter(({ from, segment }) => from === body.row.id && segment === chain.id),
        );
        return relationsAt(at, idsOf(whole));
      },
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

const BodyCellsResult = builder.unionType('BodyCellsResult', {
  types: [BodyCellsRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

builder.queryField('bodyCells', (t) =>
  t.field({
    type: BodyCellsResult,
    description: 'The cells of the boards in which a body is seen, where it is and in what contains that place.',
    args: { body: t.arg.id({ required: true }), version: t.arg.int() },
    resolve: async (_, { body: id, version }, { view }) => {
      const at = await view(version);
      const body = await entityAt(at, id);
      if (body === undefined) return entityNotFound(id);
      if (!BODIES.includes(body.row.kind)) return invalidConstraint('body', '不是主体', 'Not a body.');
      const date = (await versionDate(at)) ?? BEFORE_ALL;
      const chains = await chainsAt(at, body.row.id);
      const read = await Promise.all(chains.slice(0, MOST_CHAINS).map((chain) => readSlice(at, chain.row, [], date)));
      const inner = new Set(read.flatMap((slice) => [...areasOfBody(slice, body.row.id)]));
      const areas = new Set(
        read.flatMap(({ around }) => [...inner].flatMap((area) => [area, ...(around.get(area) ?? [])])),
      );
      const slices = await Promise.all(read.map((slice) => withRegions(at, slice, [...areas])));
      const regions = innerFirst(areas, slices[0]?.around ?? new Map());
      return {
        outcome: 'BodyCells' as const,
        at,
        body,
        date,
        slices,
        regions: regions.slice(-MOST_REGIONS),
        omittedChains: Math.max(0, chains.length - MOST_CHAINS),
        omittedRegions: Math.max(0, regions.length - MOST_REGIONS),
      };
    },
  }),
);

/** By name, then id. */
async function chainsAt(at: View, body: string): Promise<EntityShape[]> {
  const ids = await about(at, body, (projection, entity) =>
    chainsOf(projection, entity).map((chain) => projection.entities.at(chain)),
  );
  const chains = await entitiesAt(at, ids);
  return chains.sort((a, b) => compareText(a.row.name, b.row.name) || compareText(a.row.id, b.row.id));
}

/** Each once, in order of id. */
function idsOf(facts: readonly SliceFact[]): string[] {
  return [...new Set(facts.map(({ id }) => id))].sort();
}
