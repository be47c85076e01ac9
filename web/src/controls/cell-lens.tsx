import type { BoardCell } from '../api/board.ts';
import { useNameOf, useWords } from '../locale/use-words.ts';
import { isGap, marksOf } from '../state/board-face.ts';
import type { Lens } from '../state/board-words.ts';
import { firmLines, gapWords, timeWords } from '../state/cell-words.ts';
import { CellMarks } from './cell-marks.tsx';

/** Names that fit under a tile; the panel lists all. */
const MOST_NAMES = 2;

/** What stands below a tile: the marks, or what the lens asks. */
export function CellLens({ cell, lens }: { readonly cell: BoardCell; readonly lens: Lens | null }) {
  const words = useWords();
  if (lens === null) return <CellMarks marks={marksOf(cell)} />;
  if (lens === 'firms') return <Firms cell={cell} />;
  const lines =
    lens === 'time' ? timeWords(cell, words.board) : isGap(cell.judgement) ? gapWords(cell, words.board) : [];
  return <Lines lines={lines} />;
}

function Firms({ cell }: { readonly cell: BoardCell }) {
  const words = useWords();
  const all = firmLines(cell, words.board, useNameOf());
  const left = all.length - MOST_NAMES;
  const names = all.slice(0, MOST_NAMES);
  return <Lines lines={left > 0 ? [...names, words.board.more1(left)] : names} />;
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) {
    return (
      <span className="lens-lines">
        <i className="no-mark" />
      </span>
    );
  }
  return (
    <span className="lens-lines">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  );
}
