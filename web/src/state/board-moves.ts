/** A place on the board: column of the chain, segment in it, region. */
export type Spot = { readonly column: number; readonly row: number; readonly region: number };

/** How many segments each column has, and how many regions each segment. */
export type Shape = { readonly columns: readonly number[]; readonly regions: number };

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** Where a key leads. Left and right go through the regions and on to the next column that has segments; null: nowhere. */
export function moved(spot: Spot, key: string, { columns, regions }: Shape): Spot | null {
  if (!ARROWS.includes(key)) return null;
  const rows = columns[spot.column] ?? 0;
  if (key === 'ArrowUp') return spot.row > 0 ? { ...spot, row: spot.row - 1 } : null;
  if (key === 'ArrowDown') return spot.row < rows - 1 ? { ...spot, row: spot.row + 1 } : null;
  if (key === 'Home') return { ...spot, region: 0 };
  if (key === 'End') return { ...spot, region: regions - 1 };
  const step = key === 'ArrowRight' ? 1 : -1;
  const region = spot.region + step;
  if (region >= 0 && region < regions) return { ...spot, region };
  for (let column = spot.column + step; column >= 0 && column < columns.length; column += step) {
    const there = columns[column] ?? 0;
    if (there > 0) return { column, row: Math.min(spot.row, there - 1), region: step > 0 ? 0 : regions - 1 };
  }
  return null;
}
