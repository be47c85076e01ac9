import type { Board } from '../api/board.ts';
import { nameIn, useLang, useWords } from '../locale/use-words.ts';
import { sumsOf } from '../state/board-face.ts';
import { FACES } from '../state/board-words.ts';
import type { Brief } from '../state/brief.ts';

type Props = {
  readonly board: Board;
  readonly brief: Brief;
  /** The day of the reader's clock, as it is printed. */
  readonly printed: string;
};

/** What a reader of the paper must know first: of what day it is, what is asked, seen and not known, and what is covered. */
export function BriefSummary({ board, brief, printed }: Props) {
  const words = useWords();
  const lang = useLang();
  const segments = board.columns.reduce((sum, column) => sum + column.segments.length, 0);
  const nameOf = new Map(
    [...board.regions, ...board.columns.flatMap((column) => column.segments.map(({ entity }) => entity))].map(
      (entity) => [entity.id, nameIn(entity, lang)],
    ),
  );
  const silent = brief.silent.map(({ segment, region }) =>
    [...(board.regions.length > 1 ? [nameOf.get(region.id)] : []), nameOf.get(segment.id)].join(' '),
  );
  return (
    <section className="brief-summary" aria-labelledby="brief-summary">
      <h2 id="brief-summary">{words.brief.summary}</h2>
      <p>
        {words.brief.made(board.date, board.coverage.version, printed)} · {words.brief.madeBy}{' '}
        <span className="brief-blank" />
      </p>
      <ul>
        {sumsOf(board).map((sum) => (
          <li key={sum.region.id}>
            <b>{words.brief.region(nameIn(sum.region, lang), segments)}</b>
            {[
              ...FACES.filter((face) => sum.faces[face] > 0).map((face) =>
                words.brief.judged(words.board.faces[face], sum.faces[face]),
              ),
              words.brief.asked(sum.asked, sum.said),
              words.brief.seen(sum.firms, sum.doubtful > 0 ? words.board.mayBeOne(sum.doubtful) : ''),
              words.brief.others(sum.building, sum.intended, sum.research),
              words.brief.coverage(sum.covered, segments),
            ].join(words.app.comma)}
          </li>
        ))}
      </ul>
      {board.cells.some(({ covered }) => !covered) && <p>{words.brief.noRegister}</p>}
      {silent.length > 0 && <p>{words.brief.silent(silent.length, silent.join(words.app.and))}</p>}
    </section>
  );
}
