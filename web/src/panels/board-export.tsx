import { useState } from 'react';
import type { Board } from '../api/board.ts';
import { boardSheetQuery } from '../api/board-sheet.ts';
import { ask } from '../api/client.ts';
import { Menu } from '../controls/menu.tsx';
import { nameIn, useLang, useWords } from '../locale/use-words.ts';
import { boardCsv } from '../state/board-csv.ts';
import { useSaveFile } from '../state/use-save-file.ts';
import type { BoardVariables } from './cell-panel.tsx';

type Props = { readonly board: Board; readonly variables: BoardVariables };

/** The board on screen as a table or on paper: the same cells, day and data version. */
export function BoardExport({ board, variables }: Props) {
  const words = useWords();
  const lang = useLang();
  const [failed, setFailed] = useState(false);
  const { saved, save, forget } = useSaveFile();

  async function saveTable(): Promise<void> {
    setFailed(false);
    forget();
    try {
      const { chain, regions, date, classes } = variables;
      // The very version on screen: a newer one may have come meanwhile.
      const version = board.coverage.version;
      const { board: sheet } = await ask(boardSheetQuery, { chain, regions, date, classes, version });
      if (sheet.__typename !== 'Board') throw new Error('no board');
      const names = [board.chain, ...board.regions].map((entity) => nameIn(entity, lang));
      const name = `${names.join('-')}-${board.date}.csv`;
      save(name, 'text/csv;charset=utf-8', boardCsv(board, sheet.cells, words, lang));
    } catch {
      setFailed(true);
    }
  }

  return (
    <>
      <Menu
        label={words.board.export}
        items={[
          { key: 'csv', label: words.board.exportCsv, run: () => void saveTable() },
          { key: 'print', label: words.board.exportPrint, run: () => window.print() },
        ]}
      />
      {saved !== null && <span className="caption saved">{saved}</span>}
      {failed && (
        <span className="caption danger" role="alert">
          {words.board.exportFailed}
        </span>
      )}
    </>
  );
}
