import { trailsByLegs } from './path-legs.ts';
import { lightTrails } from './path-light.ts';
import { restsByLevels } from './path-levels.ts';
import type { PathWeight } from './path-question.ts';
import type { End } from './path-search.ts';
import type { Terrain } from './path-terrain.ts';
import { compareRanked, rankedWalks, type RankedTrail, type Walked } from './path-walks.ts';
import { weightsOf } from './path-weights.ts';
import type { Work } from './path-work.ts';

/** Of the budget, what paths of all hops are looked for with; the rest is for shorter ones when they are too many. */
const LIGHT_SHARE = 0.6;

/**
 * The first `most` simple paths by (weight, id list): those that weigh least, as far as the budget reaches. Where it does
 * not, what was found stands, the search is `short`, and behind it come paths of as many hops as the rest reaches for.
 * @param question what must be passed may also stand beside an end that it may be; at most 3
 */
export function rankedTrails(
  terrain: Terrain,
  starts: readonly End[],
  ends: readonly End[],
  question: { readonly maxHops: number; readonly mustPass: readonly number[]; readonly weight: PathWeight },
  most: number,
  work: Work,
): readonly RankedTrail[] {
  if (starts.length === 0 || ends.length === 0) return [];
  const { maxHops, mustPass } = question;
  const endsAt = new Map<number, End[]>();
  for (const end of [...ends].sort(byList)) endsAt.set(end.entity, [...(endsAt.get(end.entity) ?? []), end]);
  const walked: Walked = {
    terrain,
    weights: weightsOf(terrain, question.weight),
    starts: [...starts].sort(byList),
    endsAt,
    bitOf: (entity) => (mustPass.includes(entity) ? 1 << mustPass.indexOf(entity) : 0),
    all: (1 << mustPass.length) - 1,
  };
  const limit = work.expanded + Math.floor((work.budget - work.expanded) * LIGHT_SHARE);
  // What must be passed may be what an end may be: then it parts the path into no legs.
  const isApart = mustPass.length > 0 && [...starts, ...ends].every(({ entity }) => !mustPass.includes(entity));
  const { trails, whole } = isApart
    ? trailsByLegs(walked, question, most, work, limit)
    : lightTrails(walked, maxHops, most, work, limit);
  if (whole) return trails;
  work.short = true;
  const shorter = rankedWalks(walked, restsByLevels(walked, maxHops, work), most, work, work.budget);
  work.cut ||= !shorter.whole;
  const known = new Set(trails.map(keyOf));
  return [...trails, ...shorter.trails.filter((trail) => !known.has(keyOf(trail)))].sort(compareRanked).slice(0, most);
}

function byList(a: End, b: End): number {
  return a.asked - b.asked || a.entity - b.entity;
}

function keyOf({ entities, doubtfulStart }: RankedTrail): string {
  return `${String(doubtfulStart)} ${entities.join(' ')}`;
}
