import type { RelationFilter } from '../api/neighbourhood.ts';
import type { PathInput } from '../api/paths.ts';
import { drawnOf, type Drawn } from './history.ts';
import { SURE } from './sure.ts';
import type { View } from './url.ts';

/** What the service is asked for a picture. Which path is current, what is hidden, folded or left out of the drawing asks nothing. */
export type Asked = Omit<Drawn, 'path' | 'shownKinds' | 'shownTypes' | 'folded'> & { readonly version: number | null };

export function askedOf(view: View): Asked {
  const { path: _path, shownKinds: _kinds, shownTypes: _types, folded: _folded, ops, ...rest } = drawnOf(view);
  return { ...rest, ops: ops.filter((op) => op.kind === 'expand' || op.kind === 'relayout'), version: view.version };
}

type Filters = Pick<Asked, 'modalities' | 'ended' | 'classes' | 'sure' | 'date'>;

/** The filters that all of the picture obeys, what is around as well as paths. */
export function relationFilterOf({ modalities, ended, classes, sure, date }: Filters) {
  return {
    modalities: [...modalities],
    ended,
    ...(classes.length > 0 && { sourceClasses: [...classes] }),
    ...(sure !== null && { minConfidence: SURE[sure] }),
    ...(date !== null && { asOf: date }),
  } satisfies RelationFilter;
}

/** Paths that are listed; an answer with as many may have left out others. */
export const MOST_PATHS = 5;

export type PathQuestion = {
  readonly input: PathInput;
  /** Ids of the link that cannot be asked for: an end may be neither passed nor banned, and nothing both. */
  readonly dropped: readonly string[];
};

/** The question for paths; null where there are no two ends. `missing`: ids that the data does not have. */
export function pathQuestion(asked: Asked, missing: readonly string[]): PathQuestion | null {
  const { a, b, solidFirst, via } = asked;
  if (a === null || b === null || a === b || missing.includes(a) || missing.includes(b)) return null;
  const known = (ids: readonly string[]) => ids.filter((id) => !missing.includes(id));
  const banned = known(asked.banned).filter((id) => id !== a && id !== b);
  const must = known(asked.must).filter((id) => id !== a && id !== b && !banned.includes(id));
  const kept = new Set([...banned, ...must]);
  return {
    input: {
      from: [a],
      to: [b],
      k: MOST_PATHS,
      maxHops: asked.hops,
      weight: solidFirst ? 'COST' : 'HOPS',
      disjoint: asked.apart,
      ...relationFilterOf(asked),
      // What may be passed says itself whether places may.
      ...(via.length > 0 ? { kinds: [...via] } : { places: asked.places }),
      ...(banned.length > 0 && { exclude: banned }),
      ...(must.length > 0 && { mustPass: must }),
    },
    dropped: known([...new Set([...asked.must, ...asked.banned])]).filter((id) => !kept.has(id)),
  };
}
