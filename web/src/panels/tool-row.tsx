import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { CopyButton } from '../controls/copy-button.tsx';
import { useWords } from '../locale/use-words.ts';
import { useHistory } from '../state/history.ts';
import type { Commands } from '../state/use-commands.ts';
import { addressOf } from '../state/use-view.ts';
import type { View } from '../state/url.ts';
import { EntityPicker } from './entity-picker.tsx';
import { PathFilters } from './path-filters.tsx';

type Props = {
  readonly view: View;
  readonly commands: Commands;
  readonly nameOf: (id: string) => string | null;
  /** Version of the data on screen: pinned in a copied link. */
  readonly version: number | null;
  readonly narrow: boolean;
  /** What can be done with the picture as a whole. */
  readonly exports: ReactNode;
};

/** A → B and what a path may use, values written out; undo and the link at the right. */
export function ToolRow({ view, commands, nameOf, version, narrow, exports }: Props) {
  const words = useWords();
  const { past, future } = useHistory();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const ends = (patch: Partial<Pick<View, 'a' | 'b'>>) => commands.draw(words.steps.ends, { ...patch, path: 0 });
  const { boxes, goTo } = useEndFocus(view.a, view.b);
  function choose(end: End, id: string | null): void {
    const other = end === 'a' ? 'b' : 'a';
    goTo(id !== null && view[other] === null ? other : end);
    ends({ [end]: id });
  }
  const options = <PathFilters view={view} commands={commands} />;
  const actions = (
    <>
      <Button className="button" isDisabled={past.length === 0} onPress={commands.undo}>
        {words.explore.undo}
      </Button>
      <Button className="button" isDisabled={future.length === 0} onPress={commands.redo}>
        {words.explore.redo}
      </Button>
      <CopyButton
        text={window.location.origin + addressOf('/explore', { ...view, version })}
        label={words.explore.share}
        done={words.explore.shared}
      />
      {exports}
    </>
  );
  return (
    <section className="tools" aria-label={words.explore.tools}>
      <EntityPicker
        letter="A"
        label={words.explore.from}
        id={view.a}
        name={view.a === null ? null : nameOf(view.a)}
        version={view.version}
        boxRef={boxes.a}
        onChange={(a) => choose('a', a)}
      />
      <Button
        className="plain swap"
        aria-label={words.explore.swap}
        isDisabled={view.a === null && view.b === null}
        onPress={() => ends({ a: view.b, b: view.a })}
      >
        <svg width="18" height="10" viewBox="0 0 18 10" aria-hidden="true">
          <path d="M0 5h16M12 1l4.5 4-4.5 4" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </Button>
      <EntityPicker
        letter="B"
        label={words.explore.to}
        id={view.b}
        name={view.b === null ? null : nameOf(view.b)}
        version={view.version}
        boxRef={boxes.b}
        onChange={(b) => choose('b', b)}
      />
      {narrow ? (
        <Button ref={opener} className="button" aria-expanded={open} onPress={() => setOpen(!open)}>
          {words.explore.options}
        </Button>
      ) : (
        <>
          {options}
          <span className="grow" />
          {actions}
        </>
      )}
      {narrow && open && (
        <div
          className="tools-drop"
          role="group"
          aria-label={words.explore.options}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            setOpen(false);
            opener.current?.focus();
          }}
        >
          {options}
          {actions}
        </div>
      )}
    </section>
  );
}

type End = 'a' | 'b';

/** A chosen end is drawn anew and would lose the focus: it goes where the choice goes on. */
function useEndFocus(a: string | null, b: string | null) {
  const held = useRef<Partial<Record<End, HTMLElement | null>>>({});
  const wanted = useRef<End | null>(null);
  const boxes = useMemo(() => {
    const into = (end: End) => (box: HTMLElement | null) => {
      held.current[end] = box;
    };
    return { a: into('a'), b: into('b') };
  }, []);
  useEffect(() => {
    if (wanted.current === null) return;
    held.current[wanted.current]?.focus();
    wanted.current = null;
  }, [a, b]);
  return {
    boxes,
    goTo: (end: End) => {
      wanted.current = end;
    },
  };
}
