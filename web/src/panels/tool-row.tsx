import { useState, type ReactNode } from 'react';
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
  const ends = (patch: Partial<Pick<View, 'a' | 'b'>>) => commands.draw(words.steps.ends, { ...patch, path: 0 });
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
      <a className="skip" href="#list">
        {words.app.skipToList}
      </a>
      <EntityPicker
        letter="A"
        label={words.explore.from}
        id={view.a}
        name={view.a === null ? null : nameOf(view.a)}
        version={view.version}
        onChange={(a) => ends({ a })}
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
        onChange={(b) => ends({ b })}
      />
      {narrow ? (
        <Button className="button" aria-expanded={open} onPress={() => setOpen(!open)}>
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
        <div className="tools-drop">
          {options}
          <div className="row">{actions}</div>
        </div>
      )}
    </section>
  );
}
