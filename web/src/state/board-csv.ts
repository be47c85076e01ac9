import type { Board, BoardActor, BoardCell } from '../api/board.ts';
import type { SheetCell } from '../api/board-sheet.ts';
import type { Lang } from './url.ts';
import { nameIn } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { faceOf, factIdsOf, requestsOf } from './board-face.ts';
import { askedWords } from './cell-words.ts';
import { csvText } from './csv.ts';

/**
 * The board as a table for spreadsheets, a row a cell in the order of the board, each row with its sources, facts, day and data version.
 */
export function boardCsv(board: Board, sheet: readonly SheetCell[], all: Words, lang: Lang): string {
  const words = all.board;
  const sources = new Map(sheet.map((cell) => [keyOf(cell), cell.sources]));
  const regions = new Map(board.regions.map((region) => [region.id, nameIn(region, lang)]));
  const heads = Object.values(words.sheet);
  const rows = board.columns.flatMap((column) =>
    column.segments.flatMap(({ entity }) =>
      board.cells
        .filter(({ segment }) => segment.id === entity.id)
        .map((cell) => [
          nameIn(board.chain, lang),
          column.label[lang],
          nameIn(entity, lang),
          regions.get(cell.region.id) ?? '',
          ...judged(cell, words),
          cell.registers.map(({ title, date }) => `${title} ${date}`).join('; '),
          cell.wantedRegister?.[lang] ?? '',
          String(requestsOf(cell).policy.length),
          askedWords(cell, all).slice(1).join('; '),
          ...[cell.operating, cell.building, cell.intended, cell.unplaced, cell.research].map((actors) =>
            namesOf(actors, lang),
          ),
          cell.changes.map(({ change, count, to }) => changeText(words, change, count, to)).join('; '),
          (sources.get(keyOf(cell)) ?? []).map(({ title, date }) => `${title} ${date}`).join('; '),
          factIdsOf(cell).join(' '),
          board.date,
          String(board.coverage.version),
        ]),
    ),
  );
  return csvText([heads, ...rows]);
}

function judged({ judgement, claimedMissing }: BoardCell, words: Words['board']): readonly string[] {
  const marks = [
    ...(judgement.onlyBuilding ? [words.onlyBuilding] : []),
    ...(judgement.contradicted ? [words.contradicted] : []),
    ...(claimedMissing.length > 0 ? [words.claimed] : []),
  ];
  return [words.faces[judgement.state], judgement.sole ? words.sole : '', marks.join('; ')];
}

function changeText(
  words: Words['board'],
  change: BoardCell['changes'][number]['change'],
  count: number,
  to: BoardCell['judgement'],
): string {
  return `${words.changeWords[change](count)} → ${words.faces[faceOf(to)]}`;
}

function namesOf(actors: readonly BoardActor[], lang: Lang): string {
  return actors.map(({ entity }) => nameIn(entity, lang)).join('; ');
}

function keyOf({ segment, region }: Pick<SheetCell, 'segment' | 'region'>): string {
  return `${segment.id}.${region.id}`;
}
