import { useMemo } from 'react';
import { useWords } from '../locale/use-words.ts';
import { drawnOf, remember, stepBack, stepForward, type Drawn } from './history.ts';
import { say } from './live.ts';
import type { Op, Side } from './ops.ts';
import { MAX_BANNED, MAX_MUST, type View } from './url.ts';
import { useView } from './use-view.ts';

export type Commands = {
  readonly expand: (id: string, type: string | null, side: Side) => void;
  readonly hide: (id: string, name: string) => void;
  /** Draws the members of a folded group one by one. */
  readonly unfold: (id: string) => void;
  readonly relayout: () => void;
  /** Every path must pass it; again, and it need not. */
  readonly must: (id: string, name: string) => void;
  /** No path may pass it; again, and paths may. */
  readonly ban: (id: string, name: string) => void;
  /** Any other change of what is drawn; `label` is what undo says. */
  readonly draw: (label: string, patch: Partial<Drawn>) => void;
  readonly select: (id: string | null) => void;
  readonly turnTo: (path: number) => void;
  readonly undo: () => void;
  readonly redo: () => void;
};

/** What a reader can do to the canvas. Every command that changes what is drawn can be undone. */
export function useCommands(view: View): Commands {
  const words = useWords();
  const { change } = useView();
  return useMemo(() => {
    function draw(label: string, patch: Partial<Drawn>): void {
      remember(label, drawnOf(view));
      change(patch);
    }
    function add(label: string, op: Op): void {
      draw(label, { ops: [...view.ops, op] });
    }
    /** A filter by name; what cannot be asked for is said, not done. */
    function filter(key: 'must' | 'banned', id: string, name: string): void {
      const other = key === 'must' ? 'banned' : 'must';
      if (view[key].includes(id)) {
        draw(words.ties.steps[key], { [key]: view[key].filter((one) => one !== id), path: 0 });
        return;
      }
      const most = key === 'must' ? MAX_MUST : MAX_BANNED;
      if (id === view.a || id === view.b) say(words.ties.isEnd(name));
      else if (view[key].length >= most) say(key === 'must' ? words.ties.mostMust(most) : words.ties.mostBanned(most));
      else {
        const rest = view[other].filter((one) => one !== id);
        draw(words.ties.steps[key], { [key]: [...view[key], id], [other]: rest, path: 0 });
        say(key === 'must' ? words.ties.nowMust(name) : words.ties.nowBanned(name));
      }
    }
    return {
      draw,
      must: (id, name) => filter('must', id, name),
      ban: (id, name) => filter('banned', id, name),
      unfold: (id) => add(words.ties.steps.unfold, { kind: 'unfold', id }),
      expand: (id, type, side) => add(words.steps.expand, { kind: 'expand', id, type, side }),
      hide(id, name) {
        remember(words.steps.hide, drawnOf(view));
        const kept = view.selection === id ? null : view.selection;
        change({ ops: [...view.ops, { kind: 'hide', id }], selection: kept });
        say(words.expand.hid(name));
      },
      relayout: () => add(words.steps.relayout, { kind: 'relayout' }),
      select: (id) => change({ selection: id }, { replace: true }),
      turnTo: (path) => change({ path, selection: null }, { replace: true }),
      undo() {
        const step = stepBack(drawnOf(view));
        if (!step) return;
        change(step.before);
        say(words.explore.undone(step.label));
      },
      redo() {
        const step = stepForward(drawnOf(view));
        if (!step) return;
        change(step.before);
        say(words.explore.redone(step.label));
      },
    };
  }, [view, change, words]);
}
