import type { RowOf } from '#graph-model/rows.ts';
import { areaOf, type Area } from '#server/analysis/area.ts';
import { compositionOf, elsewhereOf } from '#server/analysis/figures-beside.ts';
import { PACE_GAPS, paceOf, type Pace, type YearGrowth } from '#server/analysis/pace.ts';
import { builder } from './builder.ts';
import { vocabulary } from './enums.ts';
import { IndicatorRef } from './refs.ts';
import type { View } from './view.ts';

type Figure = RowOf<'indicator'>;
export type PaceShape = { readonly at: View; readonly target: Figure; readonly pace: Pace };

const PaceGapEnum = vocabulary('PaceGap', PACE_GAPS);

const YearGrowthRef = builder.objectRef<{ readonly at: View; readonly of: YearGrowth }>('YearGrowth').implement({
  description: 'From one actual figure to the one a year later.',
  fields: (t) => ({
    from: t.field({ type: IndicatorRef, resolve: ({ at, of }) => ({ at, row: of.from }) }),
    to: t.field({ type: IndicatorRef, resolve: ({ at, of }) => ({ at, row: of.to }) }),
    growth: t.int({ description: 'Thousandths.', resolve: ({ of }) => of.growth }),
  }),
});

export const PaceRef = builder.objectRef<PaceShape>('Pace').implement({
  description: 'Where a target stands. Only figures of equal measure, scope and unit are put beside it.',
  fields: (t) => ({
    baseline: t.field({
      type: IndicatorRef,
      nullable: true,
      description: 'The newest baseline before the period of the target.',
      resolve: ({ at, pace }) => pace.baseline && { at, row: pace.baseline },
    }),
    latest: t.field({
      type: IndicatorRef,
      nullable: true,
      description: 'The newest actual or estimate after the baseline; of one period the actual.',
      resolve: ({ at, pace }) => pace.latest && { at, row: pace.latest },
    }),
    shareOfWay: t.int({
      nullable: true,
      description: 'Thousandths of the way from baseline to target.',
      resolve: ({ pace }) => pace.shareOfWay,
    }),
    shareOfTime: t.int({
      nullable: true,
      description: 'Thousandths of the time from baseline to target, at the end of the latest period.',
      resolve: ({ pace }) => pace.shareOfTime,
    }),
    distance: t.string({
      nullable: true,
      description: 'Target less baseline, in the unit of the target.',
      resolve: ({ pace }) => pace.distance,
    }),
    gained: t.string({
      nullable: true,
      description: 'The latest figure less the baseline, in the unit of the target.',
      resolve: ({ pace }) => pace.gained,
    }),
    onSchedule: t.string({
      nullable: true,
      description: 'What even progress from baseline to target would have reached at the end of the latest period.',
      resolve: ({ pace }) => pace.onSchedule,
    }),
    compound: t.string({
      nullable: true,
      description:
        'What growth by an equal share each year would have reached at the end of the latest period: baseline × (target ÷ baseline)^(share of the time). Null for a percentage.',
      resolve: ({ pace }) => pace.compound,
    }),
    lastYear: t.field({
      type: YearGrowthRef,
      nullable: true,
      description: 'The growth of the newest year that two actual figures of this scope bound; null where none do.',
      resolve: ({ at, pace }) => pace.lastYear && { at, of: pace.lastYear },
    }),
    neededPerYear: t.string({
      nullable: true,
      description: 'Needed each year from the latest figure on, in the unit of the target.',
      resolve: ({ pace }) => pace.neededPerYear,
    }),
    neededGrowth: t.int({
      nullable: true,
      description: 'The same as yearly growth, in thousandths; null for a percentage.',
      resolve: ({ pace }) => pace.neededGrowth,
    }),
    gaps: t.field({
      type: [PaceGapEnum],
      description: 'Why a part is not told.',
      resolve: ({ pace }) => [...pace.gaps],
    }),
    notCompared: t.field({
      type: [IndicatorRef],
      description:
        'Figures of the same measure in another scope or unit, or whose measure is another by what stands in brackets alone. In order of id.',
      resolve: ({ at, pace }) => pace.notCompared.map((row) => ({ at, row })),
    }),
    composition: t.field({
      type: [IndicatorRef],
      description:
        'The figures of the uppermost parts of the entity that have the measure, unit, period and sort of the latest figure, where they add up to it exactly: the greatest first. Otherwise none.',
      resolve: async ({ at, target, pace: { latest } }) => {
        if (latest === undefined) return [];
        const area = await areaAt(at, target);
        const figures = await figuresOf(at, area.parts?.keys() ?? []);
        return compositionOf(latest, area, figures).map((row) => ({ at, row }));
      },
    }),
    elsewhere: t.field({
      type: [IndicatorRef],
      description:
        'The newest actual figures of the same measure of what contains the entity and of its parts: to be told, never compared. In order of id.',
      resolve: async ({ at, target }) => {
        const { around, parts } = await areaAt(at, target);
        const figures = await figuresOf(at, [...around, ...(parts?.keys() ?? [])]);
        return elsewhereOf(target, figures).map((row) => ({ at, row }));
      },
    }),
  }),
});

/** Where a target stands; null for any other figure. */
export async function paceAt(at: View, row: Figure): Promise<PaceShape | null> {
  if (row.figure !== 'target') return null;
  return { at, target: row, pace: paceOf(row, await at.load.by('indicator', 'entity', row.entity)) };
}

function areaAt(at: View, { entity }: Figure): Promise<Area> {
  return at.topology.analyse([entity], (projection) => areaOf(projection, entity));
}

async function figuresOf(at: View, entities: Iterable<string>): Promise<readonly Figure[]> {
  const found = await Promise.all([...entities].map((id) => at.load.by('indicator', 'entity', id)));
  return found.flat();
}
