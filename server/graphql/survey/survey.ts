import type { RowOf } from '#graph-model/rows.ts';
import { requestsOf } from '#server/analysis/board/requests.ts';
import { areasInsideEach, type Inside } from '#ingest/survey/areas.ts';
import type { SurveyOffice, SurveyRow } from '#server/analysis/survey/survey.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { ActorRef, CellRef, RequestsRef, wantedRegister } from '../board/cell.ts';
import { builder } from '../builder.ts';
import { entitiesAt, relationsAt } from '../entity.ts';
import {
  entityNotFound,
  EntityNotFoundRef,
  invalidConstraint,
  InvalidConstraintRef,
  outside,
} from '../expected-outcomes.ts';
import { found, foundAll } from '../found.ts';
import { LabelRef } from '../label.ts';
import { entityAt } from '../nodes.ts';
import { once } from '../once.ts';
import { EntityRef, RelationRef, SourceRef } from '../refs.ts';
import { BEFORE_ALL, versionDate, wrongDate } from '../version-date.ts';
import type { View } from '../view.ts';
import { MOST_CHAINS, readSurvey, type ReadSurvey } from './read-survey.ts';
import { responsibleFor } from './responsible.ts';

/** Rows of one answer; the rest is counted. */
const MOST_ROWS = 1_000;
const USUAL_ROWS = 200;

type Shape<T> = { readonly at: View; readonly date: string; readonly one: T };
type OfficeShape = Shape<SurveyOffice> & {
  /** What lies inside each office of the answer, read together. */
  readonly inside: () => Promise<ReadonlyMap<string, Inside>>;
};
type SurveyShape = {
  readonly outcome: 'Survey';
  readonly at: View;
  readonly survey: ReadSurvey;
  readonly date: string;
};

const SurveyRowRef = builder.objectRef<Shape<SurveyRow>>('SurveyRow').implement({
  description: 'A segment that sources ask of this place or park; or the chain as a whole.',
  fields: (t) => ({
    chain: t.field({ type: EntityRef, resolve: ({ at, one }) => found(at, 'entity', one.slice.chain.id) }),
    segment: t.field({
      type: EntityRef,
      nullable: true,
      description: 'Null: the chain as a whole is asked for, without a segment.',
      resolve: ({ at, one }) => (one.segment === undefined ? null : found(at, 'entity', one.segment)),
    }),
    planned: t.field({
      type: [RelationRef],
      description: 'What plans ask of this very place; what they ask of a park in it stands with the park.',
      resolve: ({ at, one }) => relationsAt(at, idsOf(one.planned)),
    }),
    proposed: t.field({ type: [RelationRef], resolve: ({ at, one }) => relationsAt(at, idsOf(one.proposed)) }),
    requests: t.field({
      type: [RequestsRef],
      description: 'The same by the class of source that asks, in the order of the classes: only a policy is policy.',
      resolve: ({ at, one }) => requestsOf(one.slice, one).map((of) => ({ at, of })),
    }),
    meantFor: t.field({
      type: [EntityRef],
      description:
        'Places or parks that ask and stand only as planned or proposed: nobody is there yet, so this office is asked. In order of id.',
      resolve: ({ at, one }) => entitiesAt(at, one.meantFor),
    }),
    responsible: t.field({
      type: [RelationRef],
      description: 'Agencies that a source names as responsible for the chain: whom to send it to. In order of id.',
      resolve: async ({ at, date, one }) => relationsAt(at, await responsibleFor(at, one.slice.chain.id, date)),
    }),
    building: t.int({
      description: 'Bodies that build there, and do not operate.',
      resolve: ({ one }) => one.building,
    }),
    unplaced: t.int({
      description: 'Actors that no source places: they could be there.',
      resolve: ({ one }) => one.unplaced,
    }),
    research: t.field({
      type: [ActorRef],
      description:
        'Bodies whose research stands behind it, wherever they are: what could be transferred. In order of id.',
      resolve: ({ at, one }) => [...one.research].map(([id, facts]) => ({ at, id, facts })),
    }),
    cell: t.field({
      type: CellRef,
      nullable: true,
      description: 'The cell of the board; the chain as a whole has none.',
      resolve: ({ at, date, one }) => (one.cell === undefined ? null : { at, date, slice: one.slice, cell: one.cell }),
    }),
    registers: t.field({
      type: [SourceRef],
      description: 'The registers that settle it. In order of id.',
      resolve: ({ at, one }) => foundAll(at, 'source', [...new Set(one.registers.map(({ source }) => source))].sort()),
    }),
    wantedRegister: t.field({
      type: LabelRef,
      nullable: true,
      description: 'The register that would settle it; null where one covers it.',
      resolve: async ({ at, one }) => {
        if (one.registers.length > 0) return null;
        return wantedRegister(at, one.office, one.segment ?? one.slice.chain.id);
      },
    }),
    alsoAsked: t.field({
      type: [EntityRef],
      description:
        'Other offices of the list around this one that are asked for the same: a register of theirs would do.',
      resolve: ({ at, one }) => entitiesAt(at, one.alsoAsked),
    }),
  }),
});

const SurveyOfficeRef = builder.objectRef<OfficeShape>('SurveyOffice').implement({
  description: 'A place or park that is asked: it gets one sheet.',
  fields: (t) => ({
    office: t.field({ type: EntityRef, resolve: ({ at, one }) => found(at, 'entity', one.office) }),
    city: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The city that signs for it, itself where it is one: the sheets of a city go out together.',
      resolve: ({ at, one }) => (one.city === undefined ? null : found(at, 'entity', one.city)),
    }),
    spans: t.field({
      type: [EntityRef],
      description: 'Cities that a zone spans: no one of them signs for all of it, so its sheet goes out only by name.',
      resolve: ({ at, one }) => entitiesAt(at, one.spans),
    }),
    parks: t.field({
      type: [EntityRef],
      description: 'Parks that sources put inside it, to choose from on the sheet. In order of id.',
      resolve: async ({ at, one, inside }) => {
        const areas = (await inside()).get(one.office)?.values() ?? [];
        const parks = [...areas].filter(({ id, kind }) => kind === 'Park' && id !== one.office);
        return entitiesAt(at, parks.map(({ id }) => id).sort());
      },
    }),
    open: t.field({
      type: [SurveyRowRef],
      description: 'To be filled: nobody is seen to operate, and no register covers it.',
      resolve: ({ at, date, one }) => one.open.map((row) => ({ at, date, one: row })),
    }),
    settled: t.field({
      type: [SurveyRowRef],
      description: 'Asked for, and a register covers it by now.',
      resolve: ({ at, date, one }) => one.settled.map((row) => ({ at, date, one: row })),
    }),
    seen: t.int({
      description: 'Asked for, and somebody is seen to operate: not in the list.',
      resolve: ({ one }) => one.seen,
    }),
    cut: t.int({ description: 'Open rows that the limit left out.', resolve: ({ one }) => one.cut }),
  }),
});

const SurveyRef = builder.objectRef<SurveyShape>('Survey').implement({
  description: 'The survey list: segments that sources ask of a place or park with nobody seen to operate there.',
  fields: (t) => ({
    date: t.exposeString('date'),
    offices: t.field({
      type: [SurveyOfficeRef],
      description:
        'City by city, more open rows first, the city before its parks; then what has no city. Among equals by how much plans ask, then by name and id.',
      resolve: ({ at, date, survey: { offices } }) => {
        const all = offices.map(({ office }) => office);
        const inside = once(() => areasInsideEach(at.reader, all));
        return offices.map((one) => ({ at, date, one, inside }));
      },
    }),
    open: t.int({ description: 'Open rows of all offices, before the limit.', resolve: ({ survey }) => survey.open }),
    cut: t.int({ description: 'Open rows that the limit left out.', resolve: ({ survey }) => survey.cut }),
    chains: t.int({ description: 'Chains looked through.', resolve: ({ survey }) => survey.chains.length }),
    chainsCut: t.int({
      description: `Chains that were not looked through: at most ${MOST_CHAINS} are, in order of name.`,
      resolve: ({ survey }) => survey.chainsCut,
    }),
    placeless: t.field({
      type: [RelationRef],
      description:
        'Requests of these chains that name no place: they are asked of nobody, and get no sheet. In order of id.',
      resolve: ({ at, survey }) => relationsAt(at, idsOf(survey.placeless)),
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

const SurveyResult = builder.unionType('SurveyResult', {
  types: [SurveyRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

builder.queryField('survey', (t) =>
  t.field({
    type: SurveyResult,
    description: 'What is to be asked of which place or park, so that its cells of the board can be judged.',
    args: {
      chains: t.arg.idList({ description: `At most ${MOST_CHAINS}; all where not said.` }),
      region: t.arg.id({ description: 'Only offices in this place or park, itself too.' }),
      office: t.arg.id({ description: 'Only this one.' }),
      limit: t.arg.int({ defaultValue: USUAL_ROWS, description: `Open rows, 1 to ${MOST_ROWS}.` }),
      date: t.arg.string({ description: 'As known on that day; the date of the data version where not said.' }),
      version: t.arg.int(),
    },
    resolve: async (_, { chains, region, office, limit, date, version }, { view }) => {
      const rows = limit ?? USUAL_ROWS;
      const wrong =
        outside('limit', rows, 1, MOST_ROWS) ??
        wrongDate(date) ??
        outside('chains', chains?.length ?? 1, 1, MOST_CHAINS);
      if (wrong !== undefined) return wrong;
      const at = await view(version);
      const asked: RowOf<'entity'>[] = [];
      for (const id of new Set(chains ?? [])) {
        const chain = await entityAt(at, String(id));
        if (chain === undefined) return entityNotFound(String(id));
        if (chain.row.kind !== 'Chain') return invalidConstraint('chains', '不是产业链', 'Not an industry chain.');
        if (!asked.some((one) => one.id === chain.row.id)) asked.push(chain.row);
      }
      const areas: Record<'region' | 'office', string | undefined> = { region: undefined, office: undefined };
      for (const [field, id] of [
        ['region', region],
        ['office', office],
      ] as const) {
        if (id === undefined || id === null) continue;
        const area = await entityAt(at, String(id));
        if (area === undefined) return entityNotFound(String(id));
        if (area.row.kind !== 'Place' && area.row.kind !== 'Park') {
          return invalidConstraint(field, '应是地区或园区', 'It must be a place or a park.');
        }
        areas[field] = area.row.id;
      }
      const day = date ?? (await versionDate(at)) ?? BEFORE_ALL;
      const survey = await readSurvey(at, {
        chains: chains === undefined || chains === null ? undefined : asked,
        region: areas.region,
        offices: areas.office === undefined ? undefined : [areas.office],
        date: day,
        limit: rows,
      });
      return { outcome: 'Survey' as const, at, survey, date: day };
    },
  }),
);

function idsOf(facts: readonly { readonly id: string }[]): readonly string[] {
  return facts.map(({ id }) => id);
}
