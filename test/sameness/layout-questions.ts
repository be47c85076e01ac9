import type { Asker, Question } from './asker.ts';
import { PLAN } from './worked-plan.ts';

/** Types of a layout in turn: the deeper ones are seldom met by chance. */
const FOCUSES = [
  'LayoutMention',
  'LayoutSeen',
  'LayoutPark',
  'LayoutMention',
  'LayoutCell',
  'LayoutUnplaced',
  'LayoutClaim',
  'LayoutZone',
  'NoLayout',
  'LayoutIndustry',
  'Indicator',
  'LayoutTotals',
] as const;

/** The layout of a plan: of the worked one, of any policy or news, of the first; and whose there are. */
export function aboutLayouts(at: Asker): Question {
  const { sources, byKind } = at.sample;
  const sort = at.turn('sort of layout', ['worked', 'any', 'worked', 'list', 'zones', 'any', 'first']);
  if (sort === 'list') return at.ask('layoutPlans', {}, at.turn('of a list of plans', ['LayoutPlan', 'LayoutPlans']));
  const planners = sources.filter((source) => source.class === 'policy' || source.class === 'official_news');
  const worked = sources.find(({ key }) => key === PLAN.key) ?? planners[0];
  const source = sort === 'first' ? undefined : (sort === 'any' ? at.turn('planner', planners) : worked)?.id;
  const areas = [...(byKind.get('Place') ?? []), ...(byKind.get('Park') ?? [])].map(({ id }) => id);
  const zones = sort === 'zones' ? at.draw.some(areas, 2) : undefined;
  const focus = at.turn('of a layout', FOCUSES);
  const seen = focus === 'LayoutSeen' || at.turn('bodies seen', [true, false, undefined]);
  return at.ask('layout', { source, zones, seen }, focus);
}
