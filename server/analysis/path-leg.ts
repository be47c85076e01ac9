import { lightTrails } from './path-light.ts';
import type { PathWeight } from './path-question.ts';
import { createScratch } from './path-scratch.ts';
import { createPathSearch, type End } from './path-search.ts';
import type { Terrain } from './path-terrain.ts';
import { type RankedTrail, type Walked, type Walks } from './path-walks.ts';
import type { Work } from './path-work.ts';

/** Trails of a leg looked for at first, and how many times as many when they are too few. */
const FIRST_WANTED = 8;
const MORE = 4;

/** The trails of one leg by (weight, id list), looked for as far as they are asked for; undefined behind the last. */
export type Leg = (index: number) => RankedTrail | undefined;

/** What finds the legs of paths that must pass something. */
export type LegFinder = {
  /** Fewest hops of a leg, Infinity where it has more than `most`. */
  hops(from: readonly End[], to: readonly End[], most: number): number;
  /** @param gone entities that it passes and ends at no more */
  leg(from: readonly End[], to: readonly End[], maxHops: number, gone: ReadonlySet<number>): Leg;
  /** Do all ways to an entity from any of these come through another entity? Then none leads to it and on. */
  isSeparated(entity: number, others: readonly End[]): boolean;
  /** The budget did not reach: what was said since is not certain. */
  isCut(): boolean;
};

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
  const fewest = new Map<string, number>();
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

  function shortest(terrain: Terrain, from: readonly End[], to: readonly End[], most: number, wanted: number): Walks {
    return worked((own) => {
      const search = createPathSearch(terrain, from, to, own);
      const trails: RankedTrail[] = [];
      for (let hops = 1; hops <= most && trails.length < wanted && !search.hopeless(); hops++) {
        const found = search.trailsOf(hops, wanted - trails.length);
        trails.push(...found.map((trail) => ({ ...trail, hops, weight: hops })));
      }
      return { trails, whole: !own.cut };
    });
  }

  function cheapest(terrain: Terrain, from: readonly End[], to: readonly End[], most: number, wanted: number): Walks {
    const endsAt = new Map<number, End[]>();
    for (const end of to) endsAt.set(end.entity, [...(endsAt.get(end.entity) ?? []), end]);
    const leg: Walked = { ...walked, terrain, starts: from, endsAt, bitOf: () => 0, all: 0 };
    return worked((own) => {
      const walks = lightTrails(leg, most, wanted, own, limit);
      cut ||= !walks.whole;
      return walks;
    });
  }

  function listed(from: readonly End[], to: readonly End[], most: number, gone: ReadonlySet<number>): Leg {
    const terrain = within(gone);
    const ends = to.filter(({ entity }) => !gone.has(entity));
    const find = weight === 'HOPS' ? shortest : cheapest;
    let trails: readonly RankedTrail[] = [];
    let wanted = 0;
    return (index) => {
      while (index >= wanted && trails.length === wanted && !cut && ends.length > 0) {
        wanted = Math.max(FIRST_WANTED, wanted * MORE);
        ({ trails } = find(terrain, from, ends, most, wanted));
      }
      return trails[index];
    };
  }

  return {
    hops(from, to, most) {
      const key = keyOf(from, to);
      const hops = fewest.get(key) ?? shortest(within(NONE), from, to, most, 1).trails[0]?.hops ?? Infinity;
      fewest.set(key, hops);
      return hops;
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
