import { ToggleButton } from 'react-aria-components';
import type { Board } from '../api/board.ts';
import { Stamp } from '../controls/cell-marks.tsx';
import { StateIcon } from '../controls/state-tile.tsx';
import { Name } from '../controls/name.tsx';
import { useWords } from '../locale/use-words.ts';
import { lensShown, sumsOf, type RegionSum } from '../state/board-face.ts';
import { FACES, REQUESTS, type Face } from '../state/board-words.ts';
import { useView } from '../state/use-view.ts';

/** One line a region, all bars on one scale; its heads are the legend of the states, and filter by them. */
export function BoardSummary({ board }: { readonly board: Board }) {
  const words = useWords();
  const { view, change } = useView();
  const filter = (face: Face, on: boolean) =>
    change({ faces: FACES.filter((other) => (other === face ? on : view.faces.includes(other))) }, { replace: true });
  const segments = board.columns.reduce((sum, column) => sum + column.segments.length, 0);
  return (
    <section className="board-summary" aria-label={words.board.legend}>
      <table>
        <caption className="unseen">{words.board.sumsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{words.board.regions}</span>
            </th>
            <th scope="col" className="caption">
              {words.board.segments(segments)}
            </th>
            {FACES.map((face) => (
              <th key={face} scope="col" className="number">
                <ToggleButton
                  className="face-filter"
                  isSelected={view.faces.includes(face)}
                  onChange={(on) => filter(face, on)}
                >
                  <span className={`swatch ${face}`} />
                  <StateIcon face={face} />
                  <span className="face-word">{words.board.faces[face]}</span>
                </ToggleButton>
              </th>
            ))}
            {SEEN.map((name) => (
              <th key={name} scope="col" className="number caption">
                {words.board.sums[name]}
              </th>
            ))}
            <th scope="col" className="number caption">
              {words.board.sums.covered}
            </th>
          </tr>
        </thead>
        <tbody>
          {sumsOf(board).map((sum) => (
            <Line key={sum.region.id} sum={sum} segments={segments} />
          ))}
        </tbody>
      </table>
      {lensShown(board, view.lens) === null && <MarkLegend since={board.since?.version ?? null} />}
    </section>
  );
}

const SEEN = ['asked', 'said', 'firms', 'research'] as const;

function Line({ sum, segments }: { readonly sum: RegionSum; readonly segments: number }) {
  const words = useWords();
  return (
    <tr>
      <th scope="row">
        <Name of={sum.region} />
      </th>
      <td>
        <span className="bar-line" aria-hidden="true">
          {FACES.filter((face) => sum.faces[face] > 0).map((face) => (
            <i key={face} className={`swatch ${face}`} style={{ width: `${(100 * sum.faces[face]) / segments}%` }} />
          ))}
        </span>
      </td>
      {FACES.map((face) => (
        <td key={face} data-label={words.board.faces[face]} className={`number ${sum.faces[face] === 0 ? 'zero' : ''}`}>
          {sum.faces[face]}
        </td>
      ))}
      {SEEN.map((name) => (
        <td key={name} data-label={words.board.sums[name]} className={`number ${sum[name] === 0 ? 'zero' : ''}`}>
          {sum[name]}
          {name === 'firms' && sum.doubtful > 0 && (
            <span className="caption under">{words.board.mayBeOne(sum.doubtful)}</span>
          )}
        </td>
      ))}
      <td data-label={words.board.sums.covered} className={`number ${sum.covered === 0 ? 'zero' : ''}`}>
        {words.board.covered(sum.covered, segments)}
      </td>
    </tr>
  );
}

const MARKS = [...REQUESTS, 'operating', 'building', 'research', 'intended'] as const;

function MarkLegend({ since }: { readonly since: number | null }) {
  const words = useWords();
  return (
    <ul className="mark-legend">
      {MARKS.map((mark) => (
        <li key={mark}>
          <Stamp mark={mark} /> {words.board.markLegend[mark]}
        </li>
      ))}
      <li>
        <i className="no-mark" /> {words.board.markLegend.none}
      </li>
      {since !== null && (
        <li>
          <i className="notch-sample" /> {words.board.changedSince(since)}
        </li>
      )}
    </ul>
  );
}
