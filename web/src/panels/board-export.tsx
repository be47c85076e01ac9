import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Board } from '../api/board.ts';
import { askBriefFacts } from '../api/brief.ts';
import { boardSheetQuery } from '../api/board-sheet.ts';
import { ask } from '../api/client.ts';
import { Menu } from '../controls/menu.tsx';
import { nameIn, useLang, useWords } from '../locale/use-words.ts';
import { briefIds, briefOf, type Brief } from '../state/brief.ts';
import { boardCsv } from '../state/board-csv.ts';
import { useSaveFile } from '../state/use-save-file.ts';
import type { BoardVariables } from './cell-panel.tsx';

type Props = {
  readonly board: Board;
  readonly variables: BoardVariables;
  /** What is to be printed before the board, and the day of printing: no answer has a clock. */
  readonly onBrief: (brief: Brief, printed: string) => void;
};

/** The board on screen as a table or on paper: the same cells, day and data version. */
export function BoardExport({ board, variables, onBrief }: Props) {
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
      const facts = await askBriefFacts(briefIds(board), version);
      const { board: sheet } = await ask(boardSheetQuery, { chain, regions, date, classes, version });
      if (sheet.__typename !== 'Board') throw new Error('no board');
      const names = [board.chain, ...board.regions].map((entity) => nameIn(entity, lang));
      const name = `${names.join('-')}-${board.date}.csv`;
      save(name, 'text/csv;charset=utf-8', boardCsv(board, sheet.cells, facts, words, lang));
    } catch {
      setFailed(true);
    }
  }

  async function printBrief(): Promise<void> {
    setFailed(false);
    forget();
    try {
      const brief = briefOf(board, await askBriefFacts(briefIds(board), board.coverage.version));
      // The page as it stands is printed: the brief must be part of it by then.
      flushSync(() => onBrief(brief, today()));
      window.print();
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
          { key: 'print', label: words.board.exportPrint, run: () => void printBrief() },
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

/** The day of the reader's clock. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
