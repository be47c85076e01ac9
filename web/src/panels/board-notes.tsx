import { Button } from 'react-aria-components';
import type { Board } from '../api/board.ts';
import { useNameOf, useWords, type Named } from '../locale/use-words.ts';
import { columnsWith, isChanged } from '../state/board-face.ts';
import { useView } from '../state/use-view.ts';

/** What a reader must know of the board before reading it: what is left out, and what is only shown in part. */
export function BoardNotes({ board }: { readonly board: Board }) {
  const words = useWords();
  const { view, change } = useView();
  const nameOf = useNameOf();
  const { comma } = words.app;
  const counted = (columns: Board['columns']) => columns.reduce((sum, { segments }) => sum + segments.length, 0);
  const covered = board.cells.some((cell) => cell.covered);
  const { since, cells, omittedSegments } = board;
  const namesOf = (segments: readonly Named[]) => segments.map(nameOf).join(comma);
  const lines = [
    ...(omittedSegments > 0 ? [words.board.omitted(omittedSegments)] : []),
    ...(view.lens === 'gaps' ? [covered ? words.board.lensWide : words.board.lensLocked] : []),
    ...(view.lens === 'time' ? [words.board.timeHelp] : []),
    ...(view.classes.length > 0
      ? [words.board.classNote(view.classes.map((cls) => words.classes[cls]).join(comma))]
      : []),
    ...(since === null
      ? []
      : [
          words.board.sinceNote(since.version, cells.filter(isChanged).length, cells.length),
          ...(since.came.length > 0 ? [words.board.came(namesOf(since.came))] : []),
          ...(since.went.length > 0 ? [words.board.went(namesOf(since.went))] : []),
        ]),
  ];
  const faces = view.faces.map((face) => words.board.faces[face]).join(comma);
  const shown = counted(columnsWith(board, view.faces));
  if (lines.length === 0 && faces === '') return null;
  return (
    <div role="status">
      <ul className="notices board-notes">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {faces !== '' && (
          <li>
            {words.board.only(faces, shown, counted(board.columns))} {shown === 0 && words.board.onlyNone}{' '}
            <Button className="link" onPress={() => change({ faces: [] }, { replace: true })}>
              {words.board.onlyOff}
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
}
