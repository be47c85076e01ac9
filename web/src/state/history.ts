import { create } from 'zustand';
import type { View } from './url.ts';

/** The part of a view that undo brings back: what is drawn, not what is selected. */
export type Drawn = Pick<View, (typeof DRAWN)[number]>;

const DRAWN = [
  'seeds',
  'ops',
  'a',
  'b',
  'path',
  'hops',
  'modalities',
  'ended',
  'places',
  'ring',
  'solidFirst',
  'apart',
  'classes',
  'sure',
  'date',
  'via',
  'must',
  'banned',
  'shownKinds',
  'shownTypes',
  'folded',
] as const satisfies readonly (keyof View)[];

/** One step back: what it undoes, in words, and the state before it. */
type Step = { readonly label: string; readonly before: Drawn };

export const MAX_STEPS = 50;

type History = {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
};

export const useHistory = create<History>(() => ({ past: [], future: [] }));

export function drawnOf(view: View): Drawn {
  return Object.fromEntries(DRAWN.map((key) => [key, view[key]])) as Drawn;
}

export function remember(label: string, before: Drawn): void {
  useHistory.setState(({ past }) => ({ past: [...past, { label, before }].slice(-MAX_STEPS), future: [] }));
}

/** @returns the step to go back to, or null when there is none; `now` becomes the step to redo. */
export function stepBack(now: Drawn): Step | null {
  const { past, future } = useHistory.getState();
  const last = past.at(-1);
  if (!last) return null;
  useHistory.setState({ past: past.slice(0, -1), future: [...future, { label: last.label, before: now }] });
  return last;
}

export function stepForward(now: Drawn): Step | null {
  const { past, future } = useHistory.getState();
  const next = future.at(-1);
  if (!next) return null;
  useHistory.setState({ past: [...past, { label: next.label, before: now }], future: future.slice(0, -1) });
  return next;
}
