import type { Frame } from './frame.ts';
import { mentionsOf, type Mention } from './mention.ts';
import { around, type Ask, type Extent, type Plan } from './plan.ts';

/** How far the plan goes in saying where an industry is to be. In the order of the table: the first that holds. */
export const SAYINGS = {
  park: { zh: '写到园区', en: 'a park is named' },
  zone: { zh: '点到区，未写园区', en: 'asked of the zone, no park named' },
  listed: { zh: '只在总述列出', en: 'only listed in the overview' },
  segment: { zh: '只点到环节', en: 'only a segment is asked' },
  none: { zh: '这份文件没有提', en: 'this document does not say so' },
} as const;
export type Saying = keyof typeof SAYINGS;

export type LayoutCell = {
  readonly zone: string;
  readonly says: Saying;
  /** Areas inside the zone that are to develop the industry. */
  readonly parks: readonly Mention[];
  /** That the zone itself is to. */
  readonly asked: Mention | undefined;
  /** Segments of the industry that the zone or a part of it is asked for. */
  readonly segments: readonly Mention[];
  /** The most that the plan claims to cover of this industry here. */
  readonly extent: Extent | undefined;
};

export function cellOf({ plan, asksOf, overviews, isIn }: Frame, chain: string, zone: string): LayoutCell {
  const here = (asksOf.get(chain) ?? []).filter(({ area }) => area === zone || isIn(area, zone));
  const whole = here.filter(({ fact }) => fact.to === chain);
  const byArea = (asks: readonly Ask[]) =>
    mentionsOf(
      plan,
      asks.map(({ fact, area }) => [area, fact]),
    );
  const parks = byArea(whole.filter(({ area }) => area !== zone));
  const [asked] = byArea(whole.filter(({ area }) => area === zone));
  const segments = mentionsOf(
    plan,
    here.filter(({ fact }) => fact.to !== chain).map(({ fact }) => [fact.to, fact]),
  );
  const isListed = asked?.passages.every((passage) => overviews.get(zone)?.has(passage) === true) === true;
  const ofZone = asked === undefined ? undefined : isListed ? 'listed' : 'zone';
  return {
    zone,
    says: parks.length > 0 ? 'park' : (ofZone ?? (segments.length > 0 ? 'segment' : 'none')),
    parks,
    asked,
    segments,
    extent: extentOf(plan, chain, zone),
  };
}

const EXTENT_ORDER: readonly Extent[] = ['register', 'list', 'mention'];

/** Of the chain, for the zone or for an area around it. */
function extentOf(plan: Plan, chain: string, zone: string): Extent | undefined {
  const places = around(plan.liesIn, zone);
  const claims = plan.coverage.filter(
    ({ subject, place }) => subject === chain && (place === zone || places.has(place)),
  );
  return EXTENT_ORDER.find((extent) => claims.some((claim) => claim.extent === extent));
}
