import type { BoardActor } from '../api/board.ts';

type Body = Pick<BoardActor['entity'], 'id' | 'readings'>;

/** How many of these may be the same as another of them: names as printed that may mean each other are still counted. */
export function mayBeOne(bodies: readonly Body[]): number {
  const ids = new Set(bodies.map(({ id }) => id));
  const within = bodies
    .flatMap(({ readings }) => readings)
    .filter(({ from, to }) => from.id !== to.id && ids.has(from.id) && ids.has(to.id));
  return new Set(within.flatMap(({ from, to }) => [from.id, to.id])).size;
}
