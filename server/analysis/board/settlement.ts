import { judge, type Judgement } from './state.ts';
import type { Grounds } from './strength.ts';

/** What would have to turn out for sources and what is seen to agree again, and the judgement that then holds. */
export type Settlement = {
  readonly settle: 'verdict_falls' | 'actors_fall';
  /** How many actors; 0 for the verdict. */
  readonly count: number;
  readonly to: Judgement;
};

/** Nothing where nothing contradicts. Either the word falls, or as many actors as it leaves no room for. */
export function settlements(grounds: Grounds): readonly Settlement[] {
  if (!judge(grounds).contradicted) return [];
  const { actors, building, verdicts } = grounds;
  const room = verdicts.has('missing') ? 0 : 1;
  const agreed = new Set([...verdicts].filter((verdict) => verdict !== 'missing' && verdict !== 'sole'));
  const left: Grounds = {
    ...grounds,
    actors: Math.min(actors, room),
    building: verdicts.has('missing') ? 0 : building,
    recognised: Math.min(grounds.recognised, room),
    age: room === 0 ? undefined : grounds.age,
  };
  return [
    { settle: 'verdict_falls', count: 0, to: judge({ ...grounds, verdicts: agreed }) },
    {
      settle: 'actors_fall',
      count: actors - left.actors + (building - left.building),
      to: judge(left),
    },
  ];
}
