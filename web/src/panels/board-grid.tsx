import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { Board } from '../api/board.ts';
import { Name } from '../controls/name.tsx';
import { nameIn, useLang, useWords } from '../locale/use-words.ts';
import { columnsWith, lensShown } from '../state/board-face.ts';
import { moved, type Spot } from '../state/board-moves.ts';
import type { CellKey } from '../state/cell-field.ts';
import type { Lang } from '../state/url.ts';
import { useView } from '../state/use-view.ts';
import { BoardColumnView, spotKey } from './board-column.tsx';
import { BoardFlows } from './board-flows.tsx';

type Props = {
  readonly board: Board;
  readonly open: CellKey | null;
  readonly onOpen: (cell: CellKey | null) => void;
};

/** Columns of the chain side by side; each segment a row of one tile a region. One tab stop, arrow keys inside. */
export function BoardGrid({ board, open, onOpen }: Props) {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  const host = useRef<HTMLDivElement>(null);
  const columns = columnsWith(board, view.faces);
  const [spot, setSpot] = useState<Spot>(() => spotOf(columns, board.regions, open));
  const [near, setNear] = useState<string | null>(null);
  const cells = new Map(board.cells.map((cell) => [`${cell.segment.id}.${cell.region.id}`, cell]));
  const shape = { columns: columns.map((column) => column.segments.length), regions: board.regions.length };

  // The panel leads on to other cells: the focus then comes back to the one that is open.
  useEffect(() => {
    if (open) setSpot(spotOf(columnsWith(board, view.faces), board.regions, open));
  }, [board, open, view.faces]);

  // A region or a segment may have gone since the spot was taken.
  const current = isOn(shape, spot) ? spot : spotOf(columns, board.regions, open);

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && open) return onOpen(null);
    const next = moved(current, event.key, shape);
    if (next) {
      event.preventDefault();
      setSpot(next);
      host.current?.querySelector<HTMLElement>(`[data-spot="${spotKey(next)}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const segment = columns[current.column]?.segments[current.row]?.entity.id;
      const region = board.regions[current.region]?.id;
      if (segment === undefined || region === undefined) return;
      if (segment !== open?.segment || region !== open.region) onOpen({ segment, region });
      else document.querySelector<HTMLElement>('.drawer')?.focus();
    }
  }

  return (
    <div className="board-canvas" ref={host} style={countsStyle(board, lang)}>
      <BoardFlows flows={board.flows} segment={open?.segment ?? null} near={near} host={host} shown={columns} />
      <p id="board-help" className="unseen">
        {words.board.gridHelp}
      </p>
      <div
        role="grid"
        className={`board ${board.lanes.length > 0 ? 'laned' : ''}`}
        aria-label={`${nameIn(board.chain, lang)} ${words.board.grid}`}
        aria-describedby="board-help"
      >
        {board.lanes.map(({ whole }, at) => (
          <div key={whole.id} role="presentation" className="lane" style={{ gridRow: at + 2 }}>
            <Name of={whole} />
          </div>
        ))}
        {columns.map((column, at) => (
          <BoardColumnView
            key={column.position ?? 'none'}
            board={board}
            column={column}
            at={at}
            cells={cells}
            current={current}
            open={open}
            lens={lensShown(board, view.lens)}
            faces={view.faces}
            onKey={press}
            onNear={setNear}
            onPress={(next, key) => {
              setSpot(next);
              onOpen(key);
            }}
          />
        ))}
      </div>
    </div>
  );
}

/** Pixels that A4 has across and down, landscape, within margins of a centimetre and without the foot. */
const PAPER = { across: 1040, down: 660 };

/** What a row takes on the screen with the gap below it, and the heads of the columns. */
const ROW = 98;
const HEAD = 60;

/** Below this nobody reads it: a taller board goes on over the page, row by row. */
const LEAST_ZOOM = 0.5;

/** Tiles side by side in a column of the chain, and on a narrow screen; lanes one below the other; the size on paper. */
function countsStyle({ columns, regions, lanes }: Board, lang: Lang): CSSProperties {
  // As board.css lays them out: a tile, the gap beside it, the gap between columns, the padding.
  const column = Math.max(190, regions.length * ((lang === 'zh' ? 72 : 112) + 5) - 5);
  const width = columns.length * (column + 40) + (lanes.length > 0 ? 44 : -8);
  const height = HEAD + ROW * rowsOf(columns, lanes);
  const onOnePage = Math.min(PAPER.across / width, PAPER.down / height);
  return {
    '--regions': regions.length,
    '--narrow-regions': Math.min(3, regions.length),
    '--bands': lanes.length + 1,
    '--print-zoom': Math.min(1, PAPER.across / width, Math.max(LEAST_ZOOM, onOnePage)).toFixed(3),
  } as CSSProperties;
}

/** Rows one below the other: of each lane, and of what is in none, as many as its tallest column has. */
function rowsOf(columns: Board['columns'], lanes: Board['lanes']): number {
  const laned = new Map(lanes.flatMap(({ segments }, lane) => segments.map((id) => [id, lane] as const)));
  return Array.from({ length: lanes.length + 1 }, (_, band) =>
    Math.max(
      0,
      ...columns.map(
        ({ segments }) => segments.filter(({ entity }) => (laned.get(entity.id) ?? lanes.length) === band).length,
      ),
    ),
  ).reduce((sum, rows) => sum + rows, 0);
}

/** The open cell, else the first of the board. */
function spotOf(columns: Board['columns'], regions: Board['regions'], open: CellKey | null): Spot {
  const region = Math.max(
    0,
    regions.findIndex((one) => one.id === open?.region),
  );
  for (const [column, { segments }] of columns.entries()) {
    const row = segments.findIndex(({ entity }) => entity.id === open?.segment);
    if (row >= 0) return { column, row, region };
  }
  const first = columns.findIndex(({ segments }) => segments.length > 0);
  return { column: Math.max(0, first), row: 0, region: 0 };
}

function isOn(shape: { readonly columns: readonly number[]; readonly regions: number }, spot: Spot): boolean {
  return spot.row < (shape.columns[spot.column] ?? 0) && spot.region < shape.regions;
}
