import { Button, Link } from 'react-aria-components';
import type { Board } from '../api/board.ts';
import { useLang, useNameOf, useWords, type Named } from '../locale/use-words.ts';
import { besideWords } from '../state/beside.ts';
import { columnsWith, isChanged, lensShown, onlyOfChain } from '../state/board-face.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

/** What a reader must know of the board before reading it: what is left out, and what is only shown in part. */
export function BoardNotes({ board }: { readonly board: Board }) {
  const words = useWords();
  const { view, change } = useView();
  const nameOf = useNameOf();
  const { comma } = words.app;
  const counted = (columns: Board['columns']) => columns.reduce((sum, { segments }) => sum + segments.length, 0);
  const covered = board.cells.some((cell) => cell.covered);
  const gapNote =
    lensShown(board, view.lens) === null
      ? words.board.lensIdle
      : covered
        ? words.board.lensWide
        : words.board.lensLocked;
  const { since, cells, omittedSegments, framework, alongside, alongsideCut } = board;
  const lang = useLang();
  const chainOnly = onlyOfChain(board);
  const notes = framework.notes
    .map(({ title, titleEn }) => (lang === 'zh' ? `《${title}》` : `“${titleEn ?? title}”`))
    .join(words.app.and);
  const regionOf = new Map(board.regions.map((region) => [region.id, nameOf(region)]));
  const segmentOf = new Map(
    board.columns.flatMap(({ segments }) => segments.map(({ entity }) => [entity.id, nameOf(entity)] as const)),
  );
  const namesOf = (segments: readonly Named[]) => segments.map(nameOf).join(comma);
  const lines = [
    ...(omittedSegments > 0 ? [words.board.omitted(omittedSegments)] : []),
    ...(chainOnly.length > 0
      ? [words.board.chainOnly(chainOnly.length, chainOnly.map(nameOf).join(words.app.and))]
      : []),
    ...(framework.ofNotes > 0 ? [words.board.framework(framework.ties, framework.ofNotes, notes)] : []),
    ...(alongsideCut > 0 ? [words.board.alongsideCut(alongsideCut)] : []),
    ...(view.lens === 'gaps' ? [gapNote] : []),
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
  if (lines.length + alongside.length === 0 && faces === '') return null;
  return (
    <div role="status">
      <ul className="notices board-notes">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {alongside.length > 0 && (
          <li>
            {words.board.alongsideNote(besideWords(alongside, words).join(comma))}{' '}
            {alongside.map((beside, at) => {
              const { segment, region, other, chains } = beside;
              return (
                <span key={`${segment} ${region} ${other.id}`}>
                  <Link
                    className="link"
                    href={addressOf(chains[0] ? `/chain/${chains[0].id}` : `/entity/${other.id}`, {
                      ...EMPTY_VIEW,
                      ...carried(view),
                      regions: chains[0] ? [region] : [],
                      cell: chains[0] ? { segment: other.id, region } : null,
                    })}
                  >
                    {words.board.alongsideAt(
                      nameOf(other),
                      regionOf.get(region) ?? '',
                      segmentOf.get(segment) ?? '',
                      chains.map(nameOf).join(words.app.and),
                      besideWords([beside], words).join(comma),
                    )}
                  </Link>
                  {at < alongside.length - 1 && words.app.and}
                </span>
              );
            })}
          </li>
        )}
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
