import type { BodyCell, BodyCells } from '../api/body-cells.ts';
import type { EntityFull } from '../api/entity.ts';
import type { Label } from '../api/fragments.ts';
import { faceOf } from './board-face.ts';

/** A chain of a body, with the cells of one region that it is seen in, in the order of the board. */
export type ChainCells = { readonly chain: BodyCells['chains'][number]; readonly cells: readonly BodyCell[] };

/** The regions in which a body is seen in some cell, those within others first, each with how many. */
export function regionsOf({
  regions,
  cells,
}: Pick<BodyCells, 'regions' | 'cells'>): readonly (BodyCells['regions'][number] & { readonly count: number })[] {
  return regions
    .map((region) => ({ ...region, count: cells.filter(({ cell }) => cell.region.id === region.id).length }))
    .filter(({ count }) => count > 0);
}

/** The region that is shown first: of those with most cells the innermost, which is where the body is at home. */
export function homeOf<Region extends { readonly count: number }>(regions: readonly Region[]): Region | undefined {
  const most = Math.max(...regions.map(({ count }) => count));
  return regions.find(({ count }) => count === most);
}

/** The cells of one region by chain; chains without any are left out. */
export function cellsIn({ chains, cells }: Pick<BodyCells, 'chains' | 'cells'>, region: string): readonly ChainCells[] {
  return chains.flatMap((chain) => {
    const own = cells.filter((one) => one.chain.id === chain.id && one.cell.region.id === region);
    return own.length > 0 ? [{ chain, cells: own }] : [];
  });
}

/** Is anything said of where it is, though it fixes no one place? */
export function isPlaceTold({ relationCounts }: Pick<EntityFull, 'relationCounts'>): boolean {
  return relationCounts.some(({ type, direction }) => type === 'LOCATED_IN' && direction === 'OUT');
}

/** Why a cell has the face that it shows: 独家 has a reason of its own, beside that of the state. */
export function reasonOf({ judgement, reasons }: BodyCell['cell']): Label | null {
  const shown = faceOf(judgement) === 'sole' ? 'sole' : judgement.state;
  return reasons.find(({ about, holds }) => holds && about === shown)?.reason ?? null;
}
