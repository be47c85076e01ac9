import { layoutOf, MOST_ZONES, type Layout } from '#server/analysis/layout/layout.ts';
import { policyOf } from '#server/analysis/layout/policy.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { readSlice } from '../board/read-slice.ts';
import { builder } from '../builder.ts';
import { ExtentEnum } from '../enums.ts';
import { entityNotFound, EntityNotFoundRef, invalidConstraint, InvalidConstraintRef } from '../expected-outcomes.ts';
import { found } from '../found.ts';
import { LabelRef } from '../label.ts';
import { entityAt } from '../nodes.ts';
import { EntityRef, SourceRef } from '../refs.ts';
import { versionDate } from '../version-date.ts';
import type { View } from '../view.ts';
import { IndustryRef, type IndustryShape } from './industry.ts';
import { plansAt } from './plans.ts';
import { MOST_EVIDENCE, readPlan } from './read-plan.ts';
import { UnplacedRef, ZoneRef } from './zone.ts';

const ClaimRef = builder.objectRef<Layout['claims'][number]>('LayoutClaim').implement({
  description: 'How much of its own layout the plan claims to cover, as its curator states it.',
  fields: (t) => ({
    extent: t.field({ type: ExtentEnum, resolve: ({ extent }) => extent }),
    count: t.exposeInt('count', { description: 'Pairs of an industry of the table and an area.' }),
  }),
});

const TotalsRef = builder.objectRef<Layout['totals']>('LayoutTotals').implement({
  description: 'How long each list is; more than are given where it was cut.',
  fields: (t) => ({
    zones: t.exposeInt('zones'),
    industries: t.exposeInt('industries'),
    unplaced: t.exposeInt('unplaced'),
  }),
});

type LayoutShape = {
  readonly outcome: 'Layout';
  readonly at: View;
  readonly source: RowOf<'source'>;
  readonly policy: string | undefined;
  readonly layout: Layout;
  readonly industries: readonly IndustryShape[];
  readonly cut: boolean;
};

const LayoutRef = builder.objectRef<LayoutShape>('Layout').implement({
  description: 'One plan as a table, as the plan says it: it says nothing of which firms there are.',
  fields: (t) => ({
    source: t.field({ type: SourceRef, resolve: ({ at, source }) => ({ at, row: source }) }),
    policy: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The policy that it says applies to most of the zones.',
      resolve: ({ at, policy }) => (policy === undefined ? null : found(at, 'entity', policy)),
    }),
    zones: t.field({
      type: [ZoneRef],
      description: 'In the order chosen, else as the plan first asks them, or an area in them, for something.',
      resolve: ({ at, layout }) => layout.zones.map((zone) => ({ at, zone })),
    }),
    industries: t.field({
      type: [IndustryRef],
      description: 'Group by group in the order of reading, the ungrouped last.',
      resolve: ({ industries }) => [...industries],
    }),
    unplaced: t.field({
      type: [UnplacedRef],
      description: 'Industries asked of no zone, in the order of reading.',
      resolve: ({ at, layout }) => layout.unplaced.map((unplaced) => ({ at, unplaced })),
    }),
    claims: t.field({ type: [ClaimRef], resolve: ({ layout }) => [...layout.claims] }),
    totals: t.field({ type: TotalsRef, resolve: ({ layout }) => layout.totals }),
    sourceCut: t.boolean({
      description: `The source says more than the ${MOST_EVIDENCE} pieces of evidence that are looked through.`,
      resolve: ({ cut }) => cut,
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

const NoLayoutRef = builder
  .objectRef<{ readonly outcome: 'NoLayout'; readonly at: View; readonly looked: number }>('NoLayout')
  .implement({
    description: 'No source asks an area for an industry: nothing is known of a layout, which does not mean none.',
    fields: (t) => ({
      message: t.field({
        type: LabelRef,
        resolve: ({ looked }) => ({
          zh: `看过的 ${looked} 份资料没有写哪个区要发展什么产业`,
          en: `None of the ${looked} sources looked through says which zone is to develop what.`,
        }),
      }),
      coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
    }),
  });

const LayoutResult = builder.unionType('LayoutResult', {
  types: [LayoutRef, NoLayoutRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

builder.queryField('layout', (t) =>
  t.field({
    type: LayoutResult,
    description: 'Industries and the zones and parks that are to develop them, as one plan says it.',
    args: {
      source: t.arg.id({ description: 'The plan; the first of layoutPlans where not said.' }),
      zones: t.arg.idList({ description: `The columns, at most ${MOST_ZONES}; the plan’s own where not said.` }),
      seen: t.arg.boolean({ defaultValue: false, description: 'Also the bodies that are seen in each cell.' }),
      version: t.arg.int(),
    },
    resolve: async (_, { source: wanted, zones, seen, version }, { view }) => {
      const at = await view(version);
      if (zones && (zones.length < 1 || zones.length > MOST_ZONES)) {
        return invalidConstraint('zones', `应给 1 到 ${MOST_ZONES} 个区`, `Give 1 to ${MOST_ZONES} zones.`);
      }
      const chosen: string[] = [];
      for (const id of zones ?? []) {
        const zone = await entityAt(at, id);
        if (zone === undefined) return entityNotFound(id);
        if (zone.row.kind !== 'Place' && zone.row.kind !== 'Park') {
          return invalidConstraint('zones', '应是地区或园区', 'A zone is a place or a park.');
        }
        if (!chosen.includes(zone.row.id)) chosen.push(zone.row.id);
      }
      const plans = wanted ? undefined : await plansAt(at);
      const source = wanted ? await at.load.row('source', wanted) : plans?.plans[0]?.source;
      if (source === undefined) {
        if (wanted) return invalidConstraint('source', '这个数据版本里没有这份资料', 'No such source in this version.');
        return { outcome: 'NoLayout' as const, at, looked: plans?.looked ?? 0 };
      }
      const { plan, cut } = await readPlan(at, source);
      const layout = layoutOf(plan, chosen.length > 0 ? chosen : undefined);
      if (layout.zones.length === 0) return { outcome: 'NoLayout' as const, at, looked: 1 };
      return {
        outcome: 'Layout' as const,
        at,
        source,
        policy: policyOf(
          plan,
          layout.zones.map(({ zone }) => zone),
        ),
        layout,
        industries: await rowsOf(at, layout, seen === true),
        cut,
      };
    },
  }),
);

async function rowsOf(at: View, { industries, zones }: Layout, seen: boolean): Promise<readonly IndustryShape[]> {
  const places = zones.map(({ zone }) => zone);
  const day = seen ? await versionDate(at) : undefined;
  const rows: IndustryShape[] = [];
  for (const industry of industries) {
    const { row } = await found(at, 'entity', industry.chain);
    const slice = day === undefined ? undefined : await readSlice(at, row, places, day);
    rows.push({ at, industry, slice });
  }
  return rows;
}
