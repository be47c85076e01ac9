import { lightTrails } from './path-light.ts';
import type { PathWeight } from './path-question.ts';
import { createScratch } from './path-scratch.ts';
import { createPathSearch, type End } from './path-search.ts';
import type { Terrain } from './path-terrain.ts';
import type { RankedTrail, Walked } from './path-walks.ts';
import type { Work } from './path-work.ts';

/** Where one more trail of a leg is asked for, so many times as many are looked for. */
const MORE = 4;

/** The trails of one leg by (weight, id list), looked for as far as they are asked for. */
export type Leg = {
  /** undefined behind the last. */
  trail(index: number): RankedTrail | undefined;
  /** Is it told without looking for more? */
  isKnown(index: number): boolean;
  /** What is not known weighs as much or more. */
  floor(): number;
};

/** What finds the legs of paths that must pass something. */
export type LegFinder = {
  /** Fewest hops of a leg without what is gone, Infinity where it has more than `most`. */
  hops(from: readonly End[], to: readonly End[], most: number, gone: ReadonlySet<number>): number;
  /** @param gone entities that it passes and ends at no more */
  leg(from: readonly End[], to: readonly End[], maxHops: number, gone: ReadonlySet<number>): Leg;
  /** Do all ways to an entity from any of these come through another entity? Then none leads to it and on. */
  isSeparated(entity: number, others: readonly End[]): boolean;
  /** The budget did not reach: what was said since is not certain. */
  isCut(): boolean;
};

/** The first trails there are, at least as many as asked for if not all. */
type Found = { readonly trails: readonly RankedTrail[]; readonly floor: number; readonly isAll: boolean };

const NONE: ReadonlySet<number> = new Set();

function keyOf(from: readonly End[], to: readonly End[]): string {
  return [from, to].map((ends) => ends.map(({ entity }) => entity).join()).join(' ');
}

/** @param limit half-edges that `work` may have looked at by then */
export function createLegFinder(
  walked: Walked,
  {
    maxHops,
    mustPass,
    weight,
  }: { readonly maxHops: number; readonly mustPass: readonly number[]; readonly weight: PathWeight },
  work: Work,
  limit: number,
): LegFinder {
  const known = new Map<string, Leg>();
  /** By leg, shortest trails of it that were found. */
  const ways = new Map<string, readonly RankedTrail[]>();
  let cut = false;

  /** Between two turns nothing is passed that is one. */
  function within(gone: ReadonlySet<number>): Terrain {
    const { terrain } = walked;
    const passable = (entity: number) => !mustPass.includes(entity) && !gone.has(entity) && terrain.passable(entity);
    return { ...terrain, passable };
  }

  /** Arrays that a leg needs are given back when it is found: there may be hundreds. */
  function worked<T>(look: (own: Work) => T): T {
    const own: Work = { expanded: work.expanded, budget: limit, cut: false, short: false, scratch: createScratch() };
    try {
      return look(own);
    } finally {
      own.scratch.giveBack();
      work.expanded = own.expanded;
      cut ||= own.cut;
    }
  }

  function shortest(terrain: Terrain, from: readonly End[], to: readonly End[], most: number, least: number): Found {
    return worked((own) => {
      const search = createPathSearch(terrain, from, to, own);
      const trails: RankedTrail[] = [];
      const wanted = least * MORE;
      let hops = 1;
      for (; hops <= most && trails.length < least && !search.hopeless(); hops++) {
        const found = search.trailsOf(hops, wanted - trails.length);
        trails.push(...found.map((trail) => ({ ...trail, hops, weight: hops })));
      }
      const isFull = trails.length === wanted;
      return { trails, floor: isFull ? hops - 1 : hops, isAll: !isFull && (hops > most || search.hopeless()) };
    });
  }

  function cheapest(terrain: Terrain, from: readonly End[], to: readonly End[], most: number, least: number): Found {
    const endsAt = new Map<number, End[]>();
    for (const end of to) endsAt.set(end.entity, [...(endsAt.get(end.entity) ?? []), end]);
    const leg: Walked = { ...walked, terrain, starts: from, endsAt, bitOf: () => 0, all: 0 };
    const wanted = least === 1 ? 1 : least * MORE;
    return worked((own) => {
      const { trails, whole } = lightTrails(leg, most, wanted, own, limit);
      cut ||= !whole;
      return { trails, floor: trails.at(-1)?.weight ?? 0, isAll: trails.length < wanted };
    });
  }

  function listed(from: readonly End[], to: readonly End[], most: number, gone: ReadonlySet<number>): Leg {
    const terrain = within(gone);
    const ends = to.filter(({ entity }) => !gone.has(entity));
    const find = weight === 'HOPS' ? shortest : cheapest;
    let known: Found = { trails: [], floor: 0, isAll: ends.length === 0 };
    const isKnown = (index: number) => index < known.trails.length || known.isAll || cut;
    return {
      isKnown,
      trail(index) {
        if (!isKnown(index)) known = find(terrain, from, ends, most, index + 1);
        return known.trails[index];
      },
      floor: () => known.floor,
    };
  }

  return {
    hops(from, to, most, gone) {
      const key = keyOf(from, to);
      const short = ways.get(key) ?? [];
      const free = short.find(({ entities }) => !entities.slice(1).some((entity) => gone.has(entity)));
      if (free !== undefined) return free.hops;
      const ends = to.filter(({ entity }) => !gone.has(entity));
      const [way] = ends.length === 0 ? [] : shortest(within(gone), from, ends, most, 1).trails;
      if (way !== undefined && way.hops <= (short[0]?.hops ?? Infinity)) ways.set(key, [...short, way]);
      return way?.hops ?? Infinity;
    },
    leg(from, to, most, gone) {
      if (gone.size > 0) return listed(from, to, most, gone);
      const key = `${keyOf(from, to)} ${most}`;
      const leg = known.get(key) ?? listed(from, to, most, gone);
      known.set(key, leg);
      return leg;
    },
    isSeparated(entity, others) {
      const reached = (gone: ReadonlySet<number>) => {
        const terrain = within(gone);
        const { forward, backward } = terrain;
        const eitherWay = (half: number) => forward(half) || backward(half);
        const around = { ...terrain, forward: eitherWay, backward: eitherWay };
        return shortest(around, [{ entity, asked: entity }], others, maxHops - 1, 1).trails[0];
      };
      // Whatever stands on all ways stands on the shortest.
      const way = reached(NONE)?.entities;
      return way === undefined || way.slice(1, -1).some((one) => reached(new Set([one])) === undefined);
    },
    isCut: () => cut,
  };
}
