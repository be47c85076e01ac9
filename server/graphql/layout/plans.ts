import { latest } from '#graph-model/dates.ts';
import { wordsOf, SOURCE_CLASSES, type SourceClass } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import { policyOf } from '#server/analysis/layout/policy.ts';
import { zonesOf } from '#server/analysis/layout/zones.ts';
import { builder } from '../builder.ts';
import { entitiesAt } from '../entity.ts';
import { found } from '../found.ts';
import { EntityRef, SourceRef } from '../refs.ts';
import type { View } from '../view.ts';
import { readPlan } from './read-plan.ts';

/** Whose layout is worth a table of its own: a plan, or a report of one. */
const PLANNERS: readonly SourceClass[] = ['policy', 'official_news'];

/** Newest sources of these classes that are looked through for zones. */
const MOST_SOURCES = 40;

export type FoundPlan = {
  readonly source: RowOf<'source'>;
  readonly zones: readonly string[];
  readonly policy: string | undefined;
};

/** Policies first, then the newest; of these the ones that plan for a zone. */
export async function plansAt(at: View) {
  const rows: RowOf<'source'>[] = [];
  for await (const batch of at.reader.scan('source')) {
    rows.push(...batch.filter((row) => PLANNERS.includes(row.class)));
  }
  const classes = wordsOf(SOURCE_CLASSES);
  rows.sort(
    (a, b) =>
      classes.indexOf(a.class) - classes.indexOf(b.class) ||
      compareText(latest(b.date), latest(a.date)) ||
      compareText(a.key, b.key) ||
      compareText(a.id, b.id),
  );
  const looked = rows.slice(0, MOST_SOURCES);
  const plans: FoundPlan[] = [];
  for (const source of looked) {
    const { plan } = await readPlan(at, source);
    const zones = zonesOf(plan);
    if (zones.length > 0) plans.push({ source, zones, policy: policyOf(plan, zones) });
  }
  return { at, plans, looked: looked.length, total: rows.length };
}

const PlanRef = builder.objectRef<{ readonly at: View; readonly plan: FoundPlan }>('LayoutPlan').implement({
  description: 'A source that says which zones are to develop what.',
  fields: (t) => ({
    source: t.field({ type: SourceRef, resolve: ({ at, plan }) => ({ at, row: plan.source }) }),
    policy: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The policy that it says applies to most of the zones.',
      resolve: ({ at, plan }) => (plan.policy === undefined ? null : found(at, 'entity', plan.policy)),
    }),
    zones: t.field({ type: [EntityRef], resolve: ({ at, plan }) => entitiesAt(at, plan.zones) }),
  }),
});

type PlansShape = Awaited<ReturnType<typeof plansAt>>;

const PlansRef = builder.objectRef<PlansShape>('LayoutPlans').implement({
  fields: (t) => ({
    plans: t.field({
      type: [PlanRef],
      description: 'Policies first, then the newest.',
      resolve: ({ at, plans }) => plans.map((plan) => ({ at, plan })),
    }),
    looked: t.exposeInt('looked', { description: 'Policies and official news that were looked through.' }),
    total: t.exposeInt('total', { description: 'How many there are.' }),
  }),
});

builder.queryField('layoutPlans', (t) =>
  t.field({
    type: PlansRef,
    description: 'Whose layout can be asked for: policies and official news that plan for a zone.',
    args: { version: t.arg.int() },
    resolve: async (_, { version }, { view }) => plansAt(await view(version)),
  }),
);
