import type { Label } from '#graph-model/ontology/label.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import { LIST_STATES_SEEN, type ListState } from '#server/analysis/consortia/list-state.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { builder } from '../builder.ts';
import { edgeType, mapPage, pageOf, PageInfoRef, type Connection, type PageArgs } from '../connection.ts';
import { entitiesAt } from '../entity.ts';
import { entityNotFound, EntityNotFoundRef, invalidConstraint, InvalidConstraintRef } from '../expected-outcomes.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { nameLabel } from '../name.ts';
import { entityAt } from '../nodes.ts';
import { EntityRef, IndicatorRef } from '../refs.ts';
import { BEFORE_ALL, versionDate } from '../version-date.ts';
import type { View } from '../view.ts';
import { MOST_FIGURES, MOST_REGISTERS, readCounts, readWanted, type WantedRegister } from './read-beside.ts';
import { readConsortia, type ReadConsortium } from './read-consortia.ts';
import { ListStateEnum, TieRef, tieOf, type TieShape } from './tie.ts';

/** Consortia that are looked through, in order of id: a country approves some hundreds. */
const MOST_CONSORTIA = 1_000;

const STATES = Object.keys(LIST_STATES_SEEN) as ListState[];

const StateCountRef = builder
  .objectRef<{ readonly state: ListState; readonly count: number }>('ConsortiumStateCount')
  .implement({
    fields: (t) => ({
      state: t.field({ type: ListStateEnum, resolve: ({ state }) => state }),
      label: t.field({ type: LabelRef, resolve: ({ state }) => labelOnly(LIST_STATES_SEEN[state]) }),
      count: t.exposeInt('count'),
    }),
  });

type FigureShape = { readonly at: View; readonly figure: RowOf<'indicator'>; readonly named: number };

const FigureRef = builder.objectRef<FigureShape>('ConsortiumFigure').implement({
  description: 'How many consortia a source says that there are.',
  fields: (t) => ({
    indicator: t.field({ type: IndicatorRef, resolve: ({ at, figure }) => ({ at, row: figure }) }),
    apart: t.field({
      type: LabelRef,
      description: 'Why the consortia that are named here are not subtracted from it.',
      resolve: async ({ at, figure, named }): Promise<Label> => {
        const scope = (await at.load.row('scope', figure.scope)) ?? { zh: figure.scope, en: figure.scope };
        return {
          zh: `${figure.period}，范围是“${scope.zh}”，没有列名；这里写出名称的 ${named} 个不限这一范围和日期，不相减`,
          en: `${figure.period}, of “${scope.en}”, without names; the ${named} named here are not of that scope and date alone, so nothing is subtracted`,
        };
      },
    }),
  }),
});

const RegisterRef = builder
  .objectRef<{ readonly at: View; readonly of: WantedRegister }>('ConsortiumRegister')
  .implement({
    description: 'A register that would settle which consortia there are.',
    fields: (t) => ({
      place: t.field({ type: EntityRef, resolve: ({ at, of }) => found(at, 'entity', of.place) }),
      label: t.field({
        type: LabelRef,
        resolve: async ({ at, of }) => {
          const { zh, en } = await nameLabel(at, of.place);
          return { zh: `${zh}创新联合体名录`, en: `Register of innovation consortia of ${en}` };
        },
      }),
      keepers: t.field({
        type: [EntityRef],
        description: 'Who issued the rules for consortia that hold there. Empty: not written.',
        resolve: ({ at, of }) => entitiesAt(at, of.keepers),
      }),
    }),
  });

type ListShape = {
  readonly outcome: 'Consortia';
  readonly at: View;
  /** Before the state is looked at. */
  readonly served: readonly ReadConsortium[];
  readonly page: () => Promise<Connection<TieShape>>;
  readonly looked: number;
  readonly total: number;
  readonly counts: () => ReturnType<typeof readCounts>;
};

const ConsortiaRef = builder.objectRef<ListShape>('Consortia').implement({
  description: 'Consortia that sources name. How many there are besides nobody here knows.',
  fields: (t) => ({
    edges: t.field({
      type: [edgeType('ConsortiumTie', TieRef)],
      resolve: async ({ page }) => [...(await page()).edges],
    }),
    pageInfo: t.field({ type: PageInfoRef, resolve: async ({ page }) => (await page()).pageInfo }),
    totalCount: t.int({ resolve: async ({ page }) => (await page()).totalCount }),
    sums: t.field({
      type: [StateCountRef],
      description: 'How many are in each state, before `state` is looked at. All states, in their order.',
      resolve: ({ served }) =>
        STATES.map((state) => ({ state, count: served.filter((one) => one.state === state).length })),
    }),
    looked: t.exposeInt('looked', { description: `Consortia looked through: at most ${MOST_CONSORTIA}, by id.` }),
    total: t.exposeInt('total', { description: 'How many are named.' }),
    figures: t.field({
      type: [FigureRef],
      description: 'Figures that sources give of how many there are: the newest first, then by entity and id.',
      resolve: async ({ at, counts, total }) =>
        (await counts()).figures.map((figure) => ({ at, figure, named: total })),
    }),
    figuresCut: t.boolean({
      description: `There are more than the ${MOST_FIGURES.toLocaleString('en')} figures that are looked through.`,
      resolve: async ({ counts }) => (await counts()).cut,
    }),
    wanted: t.field({
      type: [RegisterRef],
      description: `The registers that would settle it: of the outermost places that these are in, at most ${MOST_REGISTERS}.`,
      resolve: async ({ at, served }) => (await readWanted(at, served)).map((of) => ({ at, of })),
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

const ConsortiaResult = builder.unionType('ConsortiaResult', {
  types: [ConsortiaRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

builder.queryField('consortia', (t) =>
  t.field({
    type: ConsortiaResult,
    description: 'All consortia that sources name: by the state of their lists, then by name and id.',
    args: {
      chain: t.arg.id({ description: 'Only those that serve this industry chain.' }),
      state: t.arg({ type: ListStateEnum, description: 'Only those whose list is in this state.' }),
      first: t.arg.int({ defaultValue: 20 }),
      after: t.arg.string(),
      version: t.arg.int(),
    },
    resolve: async (_, { chain, state, version, ...args }, { view }) => {
      const at = await view(version);
      const served = chain ? await entityAt(at, chain) : undefined;
      if (chain && served === undefined) return entityNotFound(chain);
      if (served !== undefined && served.row.kind !== 'Chain') {
        return invalidConstraint('chain', '不是产业链', 'Not an industry chain.');
      }
      return listAt(at, served?.row.id, (state ?? undefined) as ListState | undefined, args);
    },
  }),
);

async function listAt(
  at: View,
  chain: string | undefined,
  state: ListState | undefined,
  args: PageArgs,
): Promise<ListShape> {
  const rows = await at.reader.find('entity', 'kind', ['Consortium'], { limit: MOST_CONSORTIA });
  const total = (await at.topology.kindCounts()).get('Consortium') ?? 0;
  const read = await readConsortia(at, rows, (await versionDate(at)) ?? BEFORE_ALL);
  const served = read.filter((one) => chain === undefined || one.served.some((of) => of.chain === chain));
  const shown = served
    .filter((one) => state === undefined || one.state === state)
    .sort(
      (a, b) =>
        STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
        compareText(a.row.name, b.row.name) ||
        compareText(a.row.id, b.row.id),
    );
  let counts: ReturnType<typeof readCounts> | undefined;
  const page = mapPage(
    pageOf(shown, ({ row }) => row.id, at.version, args),
    (list) => list.map(tieOf),
  );
  return {
    outcome: 'Consortia',
    at,
    served,
    page: () => page,
    looked: rows.length,
    total,
    counts: () => (counts ??= readCounts(at)),
  };
}
