import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Kind } from '../api/fragments.ts';
import { CopyButton } from '../controls/copy-button.tsx';
import { DateBox } from '../controls/date-box.tsx';
import { SearchBox } from '../controls/search-box.tsx';
import { useWords } from '../locale/use-words.ts';
import { MAX_REGIONS } from '../state/url.ts';
import { addressOf, useView } from '../state/use-view.ts';

type Props = {
  readonly title: string;
  /** Path of the screen, for the link that is copied. */
  readonly path: string;
  readonly nameOf: (region: string) => string | null;
  /** Version and date of the board on screen; null before there is one. */
  readonly shown: { readonly version: number; readonly date: string } | null;
  /** What else can be set of the board on screen, and what can be done with it. */
  readonly choices: ReactNode;
  readonly actions: ReactNode;
};

export const REGION_KINDS: readonly Kind[] = ['Place', 'Park'];

/** The chain, the regions side by side, the day; a copied link pins the data version. */
export function BoardTools({ title, path, nameOf, shown, choices, actions }: Props) {
  const words = useWords();
  const { view, change } = useView();
  const { regions } = view;

  function put(next: readonly string[]): void {
    const cell = view.cell && next.includes(view.cell.region) ? view.cell : null;
    change({ regions: next, cell, selection: cell ? view.selection : null });
  }

  return (
    <section className="tools board-tools" aria-label={words.board.tools}>
      <h1 className="board-title">{title}</h1>
      {regions.length > 0 && (
        <ul className="regions" aria-label={words.board.regions}>
          {regions.map((id) => (
            <li key={id}>
              {nameOf(id) ?? '…'}
              <Button
                className="plain cross"
                aria-label={words.board.removeRegion(nameOf(id) ?? id)}
                onPress={() => put(regions.filter((other) => other !== id))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      {regions.length > 0 && regions.length < MAX_REGIONS && (
        <SearchBox
          key={regions.join()}
          label={words.board.addRegion}
          placeholder={words.board.addRegion}
          version={view.version}
          kinds={REGION_KINDS}
          onPick={(entity) => put([...new Set([...regions, entity.id])])}
          className="region-search"
        />
      )}
      {regions.length >= MAX_REGIONS && <span className="caption">{words.board.mostRegions(MAX_REGIONS)}</span>}
      {regions.length > 0 && (
        <DateBox
          key={view.date ?? shown?.date ?? ''}
          label={words.board.date}
          value={view.date ?? shown?.date ?? ''}
          help={words.board.dateHelp}
          bad={words.board.dateBad}
          onChange={(date) => change({ date })}
        />
      )}
      {view.date !== null && (
        <Button className="link" onPress={() => change({ date: null })}>
          {words.board.dateClear}
        </Button>
      )}
      {choices}
      <span className="grow" />
      <div className="board-actions">
        {actions}
        {shown && (
          <CopyButton
            text={window.location.origin + addressOf(path, { ...view, version: shown.version })}
            label={words.explore.share}
            done={words.explore.shared}
          />
        )}
      </div>
    </section>
  );
}
