import type { Board, Cell } from './board.ts';
import type { ChainSlice, SliceFact } from './slice.ts';

/** As what a body is seen in a cell, the firmest first. */
export const SEEN_AS = {
  operating: { zh: '在产', en: 'operating' },
  building: { zh: '在建', en: 'building' },
  unplaced: { zh: '地点不明', en: 'place not known' },
  intended: { zh: '规划、建议里有', en: 'planned or suggested' },
  research: { zh: '科研支撑', en: 'research behind it' },
} as const;
export type SeenAs = keyof typeof SEEN_AS;

/** What is said of a body in one cell, by as what it is seen there. */
export type BodyCell = {
  readonly cell: Cell;
  readonly seen: readonly { readonly as: SeenAs; readonly facts: readonly SliceFact[] }[];
};

/** The cells of a board in which a body is seen, in the order of the board. */
export function cellsOfBody({ cells }: Pick<Board, 'cells'>, body: string): readonly BodyCell[] {
  return cells.flatMap((cell) => {
    const seen = (Object.keys(SEEN_AS) as SeenAs[]).flatMap((as) => {
      const facts = cell.facts[as].get(body);
      return facts === undefined ? [] : [{ as, facts }];
    });
    return seen.length > 0 ? [{ cell, seen }] : [];
  });
}

/** Where a body is, or acts, by what is said of it in a chain; a facility is where it stands. Each once. */
export function areasOfBody({ facts, entities }: ChainSlice, body: string): ReadonlySet<string> {
  const { place, meantPlace } = entities.get(body) ?? {};
  const own = facts.filter(({ from }) => from === body);
  return new Set(
    own.flatMap(({ at, modality }) => {
      if (at !== undefined) return entities.get(at)?.place ?? [];
      const meant = modality === 'planned' || modality === 'proposed' ? meantPlace : undefined;
      return meant ?? place ?? [];
    }),
  );
}

/**
 * Areas, those within others first, then by id.
 * @param around of each: everything that contains it
 */
export function innerFirst(
  areas: Iterable<string>,
  around: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const all = [...new Set(areas)].sort();
  const within = (area: string) => all.filter((other) => around.get(other)?.has(area) === true).length;
  return all.toSorted((a, b) => within(a) - within(b));
}
