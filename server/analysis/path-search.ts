import { createSide, type Side } from './path-side.ts';
import type { Terrain } from './path-terrain.ts';
import { spend, type Work } from './path-work.ts';

/** One end of a path: the asked entity, or one that may be it. */
export type End = { readonly entity: number; readonly asked: number };

/** From asked entity to asked entity; a doubtful end stands beside the one it may be. */
export type Trail = {
  readonly entities: readonly number[];
  readonly doubtfulStart: boolean;
  readonly doubtfulEnd: boolean;
};

export type PathSearch = {
  /** Certain that no path of any length is left to find. */
  hopeless(): boolean;
  /** The first `most` simple paths of exactly so many hops, by id list. Lengths are asked in order 1, 2, 3, … */
  trailsOf(hops: number, most: number): Trail[];
};

/**
 * Breadth first from both sides, the cheaper one first, until together they reach one hop short of the length; the
 * last hop joins them. Then depth first over those entities only that can still reach an end in time. Neighbours are
 * taken in order of index, so paths come in order of their id list and the search stops at the last one wanted.
 */
export function createPathSearch(
  terrain: Terrain,
  starts: readonly End[],
  ends: readonly End[],
  work: Work,
): PathSearch {
  const byList = (a: End, b: End) => a.asked - b.asked || a.entity - b.entity;
  const startList = [...starts].sort(byList);
  const endsAt = new Map<number, End[]>();
  for (const end of [...ends].sort(byList)) endsAt.set(end.entity, [...(endsAt.get(end.entity) ?? []), end]);
  const endList = [...endsAt.keys()].sort((a, b) => a - b);
  const startSet = new Set(startList.map(({ entity }) => entity));
  let sides: { readonly ahead: Side; readonly behind: Side } | undefined;

  function grown(): { readonly ahead: Side; readonly behind: Side } {
    sides ??= {
      ahead: createSide(terrain, 'ahead', startSet, endsAt, work),
      behind: createSide(terrain, 'behind', endsAt.keys(), startSet, work),
    };
    return sides;
  }

  function hopeless(): boolean {
    if (startList.length === 0 || endList.length === 0 || work.cut) return true;
    if (sides === undefined) return false;
    return sides.ahead.closed(endList) || sides.behind.closed(startSet);
  }

  function trailsOf(hops: number, most: number): Trail[] {
    if (hopeless()) return [];
    const { ahead, behind } = grown();
    while (ahead.depth() + behind.depth() < hops - 1 && !work.cut) {
      (ahead.cost() <= behind.cost() ? ahead : behind).grow();
    }
    if (work.cut) return [];
    const left = behind.joinedWith(ahead, hops);
    if (work.cut) return [];
    readAll(hops, left);
    const trails: Trail[] = [];
    for (const start of startList) {
      if (trails.length >= most || work.cut) break;
      if (left(start.entity) <= hops) walk(start, hops, left, trails, most);
    }
    return trails;
  }

  /** In a part: whatever the walk may step on is read first, all of one step at once. */
  function readAll(hops: number, left: (entity: number) => number): void {
    const { need, offsets, neighbours } = terrain.projection;
    if (need === undefined) return;
    let open = new Set([...startSet].filter((start) => left(start) <= hops));
    for (let remaining = hops; remaining > 0 && open.size > 0; remaining--) {
      need(open);
      const next = new Set<number>();
      for (const at of open) {
        for (let half = offsets[at] ?? 0; half < (offsets[at + 1] ?? 0); half++) {
          const neighbour = neighbours[half] ?? 0;
          if (left(neighbour) >= remaining || !terrain.passable(neighbour) || !terrain.forward(half)) continue;
          next.add(neighbour);
        }
      }
      open = next;
    }
  }

  function walk(start: End, hops: number, left: (entity: number) => number, trails: Trail[], most: number): void {
    const { offsets, neighbours } = terrain.projection;
    const path = [start.entity];
    const onPath = new Set(path);
    step(start.entity);

    function step(at: number): void {
      const remaining = hops - path.length + 1;
      if (remaining === 1) return finish(at);
      let before = -1;
      for (let half = offsets[at] ?? 0; half < (offsets[at + 1] ?? 0); half++) {
        if (!spend(work, 1)) return;
        const next = neighbours[half] ?? 0;
        if (next === before || left(next) >= remaining || onPath.has(next) || !terrain.passable(next)) continue;
        if (!terrain.forward(half)) continue;
        before = next;
        path.push(next);
        onPath.add(next);
        step(next);
        path.pop();
        onPath.delete(next);
        if (trails.length >= most || work.cut) return;
      }
    }

    /** The last hop: is one of the few ends a neighbour? */
    function finish(at: number): void {
      for (const end of endList) {
        if (trails.length >= most || !spend(work, 1)) return;
        if (!onPath.has(end) && leadsTo(at, end)) emit(end);
      }
    }

    function leadsTo(at: number, end: number): boolean {
      const stop = offsets[at + 1] ?? 0;
      for (let half = firstHalfTo(at, end); half < stop && neighbours[half] === end; half++) {
        if (terrain.forward(half)) return true;
      }
      return false;
    }

    function firstHalfTo(at: number, end: number): number {
      let low = offsets[at] ?? 0;
      let high = offsets[at + 1] ?? 0;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((neighbours[middle] ?? 0) < end) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    function emit(last: number): void {
      const doubtfulStart = start.asked !== start.entity;
      for (const end of endsAt.get(last) ?? []) {
        if (trails.length >= most) return;
        const doubtfulEnd = end.asked !== end.entity;
        const entities = [...(doubtfulStart ? [start.asked] : []), ...path, last, ...(doubtfulEnd ? [end.asked] : [])];
        trails.push({ entities, doubtfulStart, doubtfulEnd });
      }
    }
  }

  return { hopeless, trailsOf };
}
