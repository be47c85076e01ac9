import { judge, type Judgement } from './state.ts';
import type { Grounds } from './strength.ts';
import { TERMS } from './terms.ts';

/** What would have to become known, and the state that the cell would then have. */
export type Change = {
  readonly change: 'register' | 'register_and_actor' | 'actors' | 'recognised' | 'research' | 'place_actors';
  /** How many; 0 for a register that finds nothing more. */
  readonly count: number;
  readonly to: Judgement;
};

/** More than the strength ever asks for. */
const MOST = TERMS.actor.most;

/** Changes of one sort that move the state, each with the least number that does. Computed, not written. */
export function leastChanges(grounds: Grounds): readonly Change[] {
  const now = judge(grounds);
  const moves = (to: Judgement) => to.state !== now.state || to.sole !== now.sole;
  const tried: Change[] = [];
  const least = (change: Change['change'], counts: readonly number[], make: (count: number) => Grounds) => {
    for (const count of counts) {
      const to = judge(make(count));
      if (!moves(to)) continue;
      tried.push({ change, count, to });
      return;
    }
  };
  const upTo = (most: number) => Array.from({ length: most }, (_, i) => i + 1);
  if (grounds.unplaced) least('place_actors', [0], () => ({ ...grounds, unplaced: false }));
  if (!grounds.covered) {
    least('register', [0], () => ({ ...grounds, covered: true, unplaced: false }));
    least('register_and_actor', upTo(2), (count) => ({
      ...withActors(grounds, count),
      covered: true,
      unplaced: false,
    }));
  }
  least('actors', upTo(MOST), (count) => withActors(grounds, count));
  least('recognised', upTo(Math.max(0, grounds.actors - grounds.recognised)), (count) => ({
    ...grounds,
    recognised: grounds.recognised + count,
  }));
  if (grounds.actors > 0) least('research', upTo(2), (count) => ({ ...grounds, research: grounds.research + count }));
  return tried;
}

function withActors(grounds: Grounds, count: number): Grounds {
  return { ...grounds, actors: grounds.actors + count, age: Math.min(grounds.age ?? 0, 0) };
}
