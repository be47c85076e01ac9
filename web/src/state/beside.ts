import type { Beside, Board } from '../api/board.ts';
import type { Words } from '../locale/zh.ts';
import { requestsOf } from './board-face.ts';

/** As whom a body is seen in a segment of another chain. */
export const BESIDE_ACTORS = ['operating', 'building', 'intended'] as const;

/** What is asked for of it, the firmest first. */
export function askedIds(one: Pick<Beside, 'requests'>): readonly string[] {
  return Object.values(requestsOf(one)).flatMap((facts) => facts.map(({ id }) => id));
}

/** Every fact of what stands beside cells, each once: requests first. */
export function besideIds(beside: readonly Beside[]): readonly string[] {
  const asked = beside.flatMap(askedIds);
  const actors = beside.flatMap((one) => BESIDE_ACTORS.flatMap((name) => one[name]));
  return [...new Set([...asked, ...actors.flatMap(({ relationIds }) => relationIds)])];
}

/** What there is of it, each request and each body once: `要求 2 处`, `在产 1 家`. */
export function besideWords(beside: readonly Beside[], { board }: Words): readonly string[] {
  const asked = new Set(beside.flatMap(askedIds)).size;
  const bodies = BESIDE_ACTORS.flatMap((name) => {
    const count = new Set(beside.flatMap((one) => one[name].map(({ entity }) => entity.id))).size;
    return count === 0 ? [] : [board.markWords[name](count)];
  });
  return [...(asked === 0 ? [] : [board.besideAsks(asked)]), ...bodies];
}

/** What stands beside one cell. */
export function besideOf({ alongside }: Pick<Board, 'alongside'>, segment: string, region: string): readonly Beside[] {
  return alongside.filter((one) => one.segment === segment && one.region === region);
}
