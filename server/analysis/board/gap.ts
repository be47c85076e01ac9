import type { Judgement } from './state.ts';
import type { Grounds } from './strength.ts';
import type { Action, GapKind } from './terms.ts';
import type { Position } from './slice.ts';

/** What is seen of a chain in one region, beside the cell that is looked at. */
export type Around = {
  readonly position: Position | undefined;
  /** Segments of this chain and region in which somebody operates, by where they stand. */
  readonly operating: ReadonlyMap<Position | undefined, number>;
  /** Somebody operates in a segment that feeds this one, or is fed by it. */
  readonly neighbourOperates: boolean;
};

/** What sort of gap it is, should a register find nobody. Undefined where somebody operates. */
export function gapKindOf(grounds: Grounds, around: Around): GapKind | undefined {
  if (grounds.actors > 0) return undefined;
  const at = (position: Position) => around.operating.get(position) ?? 0;
  if (around.position === 'upstream' && at('midstream') + at('downstream') > 0) return 'upstream';
  if (around.position === 'downstream' && at('upstream') + at('midstream') > 0) return 'downstream';
  return around.neighbourOperates || grounds.research > 0 ? 'supply' : 'technology';
}

/** What there is to do: by what is seen, so it holds as long as nothing more is known. */
export function actionOf(judgement: Judgement, grounds: Grounds, around: Around): Action {
  const chainOperates = [...around.operating.values()].some((count) => count > 0);
  if (grounds.actors === 0) {
    if (!chainOperates) return 'build';
    return around.position === 'downstream' || around.position === 'service' ? 'extend' : 'fill';
  }
  return judgement.state === 'strong' ? 'upgrade' : 'strengthen';
}
