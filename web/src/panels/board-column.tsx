import type { KeyboardEvent } from 'react';
import type { Board, BoardCell, BoardColumn } from '../api/board.ts';
import { CellLens } from '../controls/cell-lens.tsx';
import { StateTile } from '../controls/state-tile.tsx';
import { Name } from '../controls/name.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { faceOf, isChanged, isGap } from '../state/board-face.ts';
import type { Spot } from '../state/board-moves.ts';
import type { Face, Lens } from '../state/board-words.ts';
import { cellLabel } from '../state/cell-words.ts';
import type { CellKey } from '../state/cell-field.ts';

type Props = {
  readonly board: Board;
  readonly column: BoardColumn;
  readonly at: number;
  readonly cells: ReadonlyMap<string, BoardCell>;
  readonly current: Spot;
  readonly open: CellKey | null;
  readonly lens: Lens | null;
  readonly faces: readonly Face[];
  readonly onKey: (event: KeyboardEvent) => void;
  /** The segment that the pointer or the focus is on. */
  readonly onNear: (segment: string | null) => void;
  readonly onPress: (spot: Spot, cell: CellKey) => void;
};
type Row = BoardColumn['segments'][number];

/** One stage of the chain: its segments one below the other, lane by lane where the chain has lanes. */
export function BoardColumnView({ board, column, ...rest }: Props) {
  const lang = useLang();
  const label = said(column.label, lang);
  const laned = new Map(board.lanes.flatMap(({ segments }, lane) => segments.map((id) => [id, lane] as const)));
  const bandOf = ({ entity }: Row) => laned.get(entity.id) ?? board.lanes.length;
  const rows = column.segments.map((segment, row) => ({ segment, row }));
  const bands = Array.from({ length: board.lanes.length + 1 }, (_, band) =>
    rows.filter(({ segment }) => bandOf(segment) === band),
  );
  return (
    <div role="rowgroup" className="board-column" aria-label={label}>
      <div role="row" className="board-head">
        <div role="columnheader" className="stage">
          {label}
        </div>
        {board.regions.map((region) => (
          <div key={region.id} role="columnheader" className="board-region">
            <Name of={region} />
          </div>
        ))}
      </div>
      {bands.map((band, at) => (
        <div key={board.lanes[at]?.whole.id ?? 'none'} role="presentation" className="board-body">
          {band.map(({ segment, row }) => (
            <SegmentRow key={segment.entity.id} board={board} segment={segment} row={row} {...rest} />
          ))}
        </div>
      ))}
    </div>
  );
}

type RowProps = Omit<Props, 'column'> & { readonly segment: Row; readonly row: number };

function SegmentRow({ board, segment: { entity, partOf }, row, at, cells, open, onNear, ...rest }: RowProps) {
  const nameOf = useNameOf();
  const own = board.regions.flatMap((region) => cells.get(`${entity.id}.${region.id}`) ?? []);
  const whole = board.columns
    .flatMap(({ segments }) => segments)
    .find((segment) => partOf !== null && segment.entity.id === partOf)?.entity;
  return (
    <div
      role="row"
      className={`board-row ${open?.segment === entity.id ? 'open' : ''}`}
      data-segment={entity.id}
      onPointerEnter={() => onNear(entity.id)}
      onPointerLeave={() => onNear(null)}
      onFocus={() => onNear(entity.id)}
      onBlur={() => onNear(null)}
    >
      <div role="rowheader" className="segment-name">
        <b>
          <Name of={entity} />
        </b>
        <SegmentNote cells={own} whole={whole && nameOf(whole)} />
      </div>
      {own.map((cell, region) => (
        <CellView
          key={cell.region.id}
          name={[entity, ...board.regions.slice(region, region + 1)].map(nameOf).join(' · ')}
          cell={cell}
          here={{ column: at, row, region }}
          isOpen={open?.segment === entity.id && open.region === cell.region.id}
          since={board.since?.version ?? null}
          {...rest}
        />
      ))}
    </div>
  );
}

type CellProps = Pick<Props, 'current' | 'lens' | 'faces' | 'onKey' | 'onPress'> & {
  readonly name: string;
  readonly cell: BoardCell;
  readonly here: Spot;
  readonly isOpen: boolean;
  readonly since: number | null;
};

function CellView({ name, cell, here, isOpen, since, current, lens, faces, onKey, onPress }: CellProps) {
  const words = useWords();
  const nameOf = useNameOf();
  const face = faceOf(cell.judgement);
  const quiet = (faces.length > 0 && !faces.includes(face)) || (lens === 'gaps' && !isGap(cell.judgement));
  return (
    <div
      role="gridcell"
      className="cell"
      data-spot={spotKey(here)}
      tabIndex={spotKey(here) === spotKey(current) ? 0 : -1}
      aria-selected={isOpen}
      onKeyDown={onKey}
      onClick={() => onPress(here, { segment: cell.segment.id, region: cell.region.id })}
    >
      <span className="unseen">{[name, cellLabel(cell, lens, since, words.board, nameOf)].join(' · ')}</span>
      <span className="cell-face" aria-hidden="true">
        <StateTile
          face={face}
          sole={cell.judgement.sole && face === 'strong'}
          changed={isChanged(cell)}
          quiet={quiet}
        />
        <CellLens cell={cell} lens={lens} />
      </span>
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
      {cells.some((cell) => cell.claimedMissing.length > 0) && (
        <span className="stamp claimed">{words.board.claimed}</span>
      )}
      {cells.some((cell) => cell.judgement.contradicted) && (
        <span className="caption warn">{words.board.contradicted}</span>
      )}
    </>
  );
}

export function spotKey({ column, row, region }: Spot): string {
  return `${column}.${row}.${region}`;
}
