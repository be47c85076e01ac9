import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { Board, BoardCell, BoardColumn } from '../api/board.ts';
import { CellMarks } from '../controls/cell-marks.tsx';
import { StateTile } from '../controls/state-tile.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { faceOf, marksOf } from '../state/board-face.ts';
import { moved, type Spot } from '../state/board-moves.ts';
import { cellLabel } from '../state/cell-words.ts';
import type { CellKey } from '../state/url.ts';
import { BoardFlows } from './board-flows.tsx';

type Props = {
  readonly board: Board;
  readonly open: CellKey | null;
  readonly onOpen: (cell: CellKey | null) => void;
};

/** Columns of the chain side by side; each segment a row of one tile a region. One tab stop, arrow keys inside. */
export function BoardGrid({ board, open, onOpen }: Props) {
  const words = useWords();
  const host = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<Spot>(() => spotOf(board, open));
  const cells = new Map(board.cells.map((cell) => [`${cell.segment.id}.${cell.region.id}`, cell]));
  const shape = { columns: board.columns.map((column) => column.segments.length), regions: board.regions.length };

  // The panel leads on to other cells: the focus then comes back to the one that is open.
  useEffect(() => {
    if (open) setSpot(spotOf(board, open));
  }, [board, open]);

  // A region or a segment may have gone since the spot was taken.
  const current = isOn(shape, spot) ? spot : spotOf(board, open);

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
      const segment = board.columns[current.column]?.segments[current.row]?.entity.id;
      const region = board.regions[current.region]?.id;
      if (segment === undefined || region === undefined) return;
      if (segment !== open?.segment || region !== open.region) onOpen({ segment, region });
      else document.querySelector<HTMLElement>('.drawer')?.focus();
    }
  }

  return (
    <div className="board-canvas" ref={host} style={columnsStyle(board.regions.length)}>
      <BoardFlows flows={board.flows} segment={open?.segment ?? null} host={host} />
      <p id="board-help" className="unseen">
        {words.board.gridHelp}
      </p>
      <div
        role="grid"
        className="board"
        aria-label={`${board.chain.name} ${words.board.grid}`}
        aria-describedby="board-help"
      >
        {board.columns.map((column, at) => (
          <Column
            key={column.position ?? 'none'}
            board={board}
            column={column}
            at={at}
            cells={cells}
            current={current}
            open={open}
            onKey={press}
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

type ColumnProps = {
  readonly board: Board;
  readonly column: BoardColumn;
  readonly at: number;
  readonly cells: ReadonlyMap<string, BoardCell>;
  readonly current: Spot;
  readonly open: CellKey | null;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onPress: (spot: Spot, cell: CellKey) => void;
};

function Column({ board, column, at, cells, current, open, onKey, onPress }: ColumnProps) {
  const words = useWords();
  const lang = useLang();
  const label = said(column.label, lang);
  const names = new Map(
    board.columns.flatMap(({ segments }) => segments.map(({ entity }) => [entity.id, entity.name])),
  );
  return (
    <div role="rowgroup" className="board-column" aria-label={label}>
      <div role="row" className="board-head">
        <div role="columnheader" className="stage">
          {label}
        </div>
        {board.regions.map((region) => (
          <div key={region.id} role="columnheader" className="board-region">
            {region.name}
          </div>
        ))}
      </div>
      <div role="presentation" className="board-body">
        {column.segments.map(({ entity, partOf }, row) => {
          const own = board.regions.flatMap((region) => cells.get(`${entity.id}.${region.id}`) ?? []);
          const whole = partOf === null ? undefined : names.get(partOf);
          return (
            <div
              key={entity.id}
              role="row"
              className={`board-row ${open?.segment === entity.id ? 'open' : ''}`}
              data-segment={entity.id}
            >
              <div role="rowheader" className="segment-name">
                <b>{entity.name}</b>
                <SegmentNote cells={own} whole={whole} />
              </div>
              {own.map((cell, region) => {
                const key = { segment: entity.id, region: cell.region.id };
                const here = { column: at, row, region };
                return (
                  <div
                    key={cell.region.id}
                    role="gridcell"
                    className="cell"
                    data-spot={spotKey(here)}
                    tabIndex={spotKey(here) === spotKey(current) ? 0 : -1}
                    aria-selected={open?.segment === key.segment && open.region === key.region}
                    onKeyDown={onKey}
                    onClick={() => onPress(here, key)}
                  >
                    <span className="unseen">
                      {[entity.name, board.regions[region]?.name, cellLabel(cell, words.board)].join(' · ')}
                    </span>
                    <span className="cell-face" aria-hidden="true">
                      <StateTile
                        face={faceOf(cell.judgement)}
                        sole={cell.judgement.sole && faceOf(cell.judgement) === 'strong'}
                      />
                      <CellMarks marks={marksOf(cell)} />
                    </span>
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function SegmentNote({ cells, whole }: { readonly cells: readonly BoardCell[]; readonly whole: string | undefined }) {
  const words = useWords();
  const covered = cells.filter((cell) => cell.covered).length;
  const notes = [
    ...(whole === undefined ? [] : [words.board.partOf(whole)]),
    ...(covered > 0 ? [words.board.registers(covered, cells.length)] : []),
  ];
  return (
    <>
      {notes.length > 0 && <span className="caption">{notes.join(' · ')}</span>}
      {cells.some((cell) => cell.judgement.contradicted) && (
        <span className="caption warn">{words.board.contradicted}</span>
      )}
    </>
  );
}

/** Tiles side by side in a column of the chain, and on a narrow screen. */
function columnsStyle(regions: number): CSSProperties {
  return { '--regions': regions, '--narrow-regions': Math.min(3, regions) } as CSSProperties;
}

function spotKey({ column, row, region }: Spot): string {
  return `${column}.${row}.${region}`;
}

/** The open cell, else the first of the board. */
function spotOf({ columns, regions }: Board, open: CellKey | null): Spot {
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
