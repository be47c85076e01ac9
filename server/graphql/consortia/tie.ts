import { compareText, sortedUnique } from '#graph-model/text.ts';
import type { ChainSlice } from '#server/analysis/board/slice.ts';
import { LIST_STATES_SEEN } from '#server/analysis/consortia/list-state.ts';
import type { RoleGroup } from '#server/analysis/consortia/roles.ts';
import type { ServedChain } from '#server/analysis/consortia/served.ts';
import { skillsOf, type Skills } from '#server/analysis/consortia/skills.ts';
import { CONSORTIUM_UNKNOWNS, type ConsortiumUnknown } from '#server/analysis/consortia/unknown.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { builder } from '../builder.ts';
import { entitiesAt, relationsAt } from '../entity.ts';
import { ModalityEnum, vocabulary } from '../enums.ts';
import { entityNotFound, EntityNotFoundRef, invalidConstraint, InvalidConstraintRef } from '../expected-outcomes.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { entityAt } from '../nodes.ts';
import { once } from '../once.ts';
import { AttributeRef, EntityRef, IndicatorRef, PassageRef, RelationRef } from '../refs.ts';
import { BEFORE_ALL, versionDate } from '../version-date.ts';
import type { View } from '../view.ts';
import { DoubtRef } from './doubt.ts';
import { readConsortium, type ReadConsortium } from './read-consortia.ts';
import { readDoubts, type Doubt } from './read-doubts.ts';
import { listedIn, MOST_CHAINS, readGroups, readPassages, readSlices, readUnknown } from './read-page.ts';
import { shownByReadings } from './read-shown.ts';
import { RoleRef } from './role.ts';
import { SkillsRef } from './skills.ts';

/** What is read only where it is asked for, once for all that ask. */
export type TieShape = {
  readonly outcome: 'ConsortiumTie';
  readonly one: ReadConsortium;
  readonly groups: () => Promise<readonly RoleGroup[]>;
  readonly slices: () => ReturnType<typeof readSlices>;
  readonly doubts: () => ReturnType<typeof readDoubts>;
  readonly own: () => Promise<ReadonlySet<string>>;
  readonly skills: () => Promise<readonly Skills[]>;
};

export function tieOf(one: ReadConsortium): TieShape {
  const groups = once(() => readGroups(one));
  const slices = once(() => readSlices(one));
  const doubts = once(async () => readDoubts(one, await groups()));
  const own = once(async () => new Set<string>([one.row.id, ...listedIn(await groups())]));
  const skills = once(async () => skillsIn(one, await slices(), await doubts(), await own()));
  return { outcome: 'ConsortiumTie', one, groups, slices, doubts, own, skills };
}

export const ListStateEnum = vocabulary('ConsortiumListState', LIST_STATES_SEEN);
const UnknownEnum = vocabulary('ConsortiumUnknownName', CONSORTIUM_UNKNOWNS);

const ServedRef = builder.objectRef<{ readonly at: View; readonly of: ServedChain }>('ServedChain').implement({
  fields: (t) => ({
    chain: t.field({ type: EntityRef, resolve: ({ at, of }) => found(at, 'entity', of.chain) }),
    whole: t.boolean({
      description: 'It serves the chain itself; else only a segment of it.',
      resolve: ({ of }) => of.whole,
    }),
    relations: t.field({
      type: [RelationRef],
      description: 'Of the consortium with the chain, or with a segment of it. In order of id.',
      resolve: ({ at, of }) =>
        relationsAt(
          at,
          of.relations.map(({ id }) => id),
        ),
    }),
  }),
});

const UnknownRef = builder.objectRef<ConsortiumUnknown>('ConsortiumUnknown').implement({
  fields: (t) => ({
    what: t.field({ type: UnknownEnum, resolve: (word) => word }),
    label: t.field({ type: LabelRef, resolve: (word) => CONSORTIUM_UNKNOWNS[word] }),
  }),
});

export const TieRef = builder.objectRef<TieShape>('ConsortiumTie').implement({
  description:
    'A consortium as one tie of many bodies: they are connected through it, and no two of them by standing in it.',
  fields: (t) => ({
    entity: t.field({ type: EntityRef, resolve: ({ one: { at, row } }) => ({ at, row }) }),
    state: t.field({ type: ListStateEnum, resolve: ({ one }) => one.state }),
    label: t.field({ type: LabelRef, resolve: ({ one }) => labelOnly(LIST_STATES_SEEN[one.state]) }),
    modality: t.field({
      type: ModalityEnum,
      nullable: true,
      description: 'The most real of its relationships; null where it has none.',
      resolve: ({ one }) => one.modality,
    }),
    chains: t.field({
      type: [ServedRef],
      description: 'The industry chains that it serves: those it serves as a whole first, then by name and id.',
      resolve: ({ one: { at, served } }) => served.map((of) => ({ at, of })),
    }),
    leads: t.field({
      type: [EntityRef],
      description: 'In order of id. Empty: not written.',
      resolve: ({ one: { at, row, relations } }) => {
        const leads = relations.filter(({ type, to }) => type === 'LEADS' && to === row.id);
        return entitiesAt(at, sortedUnique(leads.map(({ from }) => from as string)));
      },
    }),
    listSaid: t.field({
      type: [AttributeRef],
      description: 'What sources say of the list: open or complete. By value and id.',
      resolve: ({ one: { at, attributes } }) =>
        attributes
          .filter(({ name }) => name === 'member_list')
          .toSorted((a, b) => compareText(a.value, b.value) || compareText(a.id, b.id))
          .map((row) => ({ at, row })),
    }),
    roles: t.field({
      type: [RoleRef],
      description: 'In the order of the page; a role that nobody has is left out.',
      resolve: async ({ one: { at }, groups, slices }) => (await groups()).map((group) => ({ at, slices, group })),
    }),
    figures: t.field({
      type: [IndicatorRef],
      description: 'Of the consortium. By measure, period and id.',
      resolve: async ({ one: { at, row } }) => {
        const figures = [...(await at.load.by('indicator', 'entity', row.id))].sort(
          (a, b) => compareText(a.measure, b.measure) || compareText(a.period, b.period) || compareText(a.id, b.id),
        );
        return figures.map((figure) => ({ at, row: figure }));
      },
    }),
    passages: t.field({
      type: [PassageRef],
      description: 'That speak of it: behind its relationships. The newest source first, then in the order of reading.',
      resolve: async ({ one: { at, relations } }) => {
        const passages = await readPassages(
          at,
          relations.map(({ id }) => id),
        );
        return passages.map((row) => ({ at, row }));
      },
    }),
    unknown: t.field({
      type: [UnknownRef],
      description: 'What no source here tells of it. Unknown, not missing.',
      resolve: async ({ one, groups }) => [...(await readUnknown(one, await groups()))],
    }),
    doubts: t.field({
      type: [DoubtRef],
      description: 'Names in it, or of its lead, that may mean another entity.',
      resolve: async ({ one: { at }, doubts, own, skills }) => {
        const shown = once(async () => shownByReadings(await skills(), await doubts(), await own()));
        return (await doubts()).map((doubt) => ({ at, doubt, shown }));
      },
    }),
    skills: t.field({
      type: [SkillsRef],
      description: `Chain by chain in the order of chains, at most ${MOST_CHAINS}: what is seen among its bodies, and who else shows the rest.`,
      resolve: async ({ one: { at }, groups, skills }) => {
        const listed = listedIn(await groups());
        return (await skills()).map((of) => ({ at, listed, of }));
      },
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ one: { at } }) => coverageOfAnswer(at) }),
  }),
});

/** @param own the consortium and its bodies */
function skillsIn(
  { served }: ReadConsortium,
  slices: readonly ChainSlice[],
  doubts: readonly Doubt[],
  own: ReadonlySet<string>,
): readonly Skills[] {
  const named = new Set<string>(served.flatMap(({ relations }) => relations.map(({ to }) => to)));
  const perhaps = doubts.flatMap(({ printed, readings }) =>
    own.has(printed) ? readings.map(({ reading }) => reading.to as string) : [printed],
  );
  const outside = new Set(perhaps.filter((id) => !own.has(id)));
  return slices.map((slice) => skillsOf(slice, named, own, outside));
}

const ConsortiumResult = builder.unionType('ConsortiumResult', {
  types: [TieRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

builder.queryField('consortium', (t) =>
  t.field({
    type: ConsortiumResult,
    description: 'One consortium: who is what in it, what it works on, what is unknown and who could bring what.',
    args: { id: t.arg.id({ required: true }), version: t.arg.int() },
    resolve: async (_, { id, version }, { view }) => {
      const at = await view(version);
      const entity = await entityAt(at, id);
      if (entity === undefined) return entityNotFound(id);
      if (entity.row.kind !== 'Consortium') return invalidConstraint('id', '应是创新联合体', 'Not a consortium.');
      return tieOf(await readConsortium(at, entity.row, (await versionDate(at)) ?? BEFORE_ALL));
    },
  }),
);
