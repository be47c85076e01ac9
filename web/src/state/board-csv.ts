import type { Board, BoardCell } from '../api/board.ts';
import type { BriefFact } from '../api/brief.ts';
import type { SheetCell } from '../api/board-sheet.ts';
import type { Lang } from './url.ts';
import { nameIn } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { requestsOf } from './board-face.ts';
import { REQUESTS, type BriefRole } from './board-words.ts';
import { cutIn, linesOf, type BriefLine } from './brief.ts';
import { askedWords, becomesWords } from './cell-words.ts';
import { citeLine } from './cite.ts';
import { csvText } from './csv.ts';

/**
 * The board as a table for spreadsheets, a row a cell in the order of the board: whoever stands in it with the places
 * where that is written, what is missing to judge, its sources, day and data version.
 * @param facts those that were fetched; of a cell the others are counted
 */
export function boardCsv(
  board: Board,
  sheet: readonly SheetCell[],
  facts: ReadonlyMap<string, BriefFact>,
  all: Words,
  lang: Lang,
): string {
  const words = all.board;
  const sources = new Map(sheet.map((cell) => [keyOf(cell), cell.sources]));
  const regions = new Map(board.regions.map((region) => [region.id, nameIn(region, lang)]));
  const heads = Object.values(words.sheet);
  const rows = board.columns.flatMap((column) =>
    column.segments.flatMap(({ entity }) =>
      board.cells
        .filter(({ segment }) => segment.id === entity.id)
        .map((cell) => {
          const lines = linesOf(cell, facts);
          const told = (roles: readonly BriefRole[]) =>
            lines.filter(({ role }) => roles.includes(role)).map((line) => lineText(line, all, lang));
          const cut = cutIn(cell, facts);
          return [
            nameIn(board.chain, lang),
            column.label[lang],
            nameIn(entity, lang),
            regions.get(cell.region.id) ?? '',
            ...judged(cell, words),
            cell.registers.map(({ title, date }) => `${title} ${date}`).join('; '),
            cell.wantedRegister?.[lang] ?? '',
            String(requestsOf(cell).policy.length),
            askedWords(cell, all).slice(1).join('; '),
            ...COLUMNS.map((roles) => told(roles).join('; ')),
            becomesWords(cell, words).join('; '),
            (sources.get(keyOf(cell)) ?? []).map(({ title, date }) => `${title} ${date}`).join('; '),
            cut === 0 ? '' : String(cut),
            board.date,
            String(board.coverage.version),
          ];
        }),
    ),
  );
  return csvText([heads, ...rows]);
}

/** What stands in one column together, in the order of the heads. */
const COLUMNS: readonly (readonly BriefRole[])[] = [
  REQUESTS,
  ['operating'],
  ['building'],
  ['intended'],
  ['unplaced'],
  ['research'],
  ['areas', 'judged'],
];

/** Who, as what where the column does not say it, and every place: `甲厂（《…》，甲社，2025，¶3）`. */
function lineText({ role, what, modality, places, more }: BriefLine, words: Words, lang: Lang): string {
  const name = 'sentence' in what ? what.sentence[lang] : nameIn(what, lang);
  const as =
    modality === null
      ? REQUESTS.some((one) => one === role)
        ? words.brief.roles[role]
        : ''
      : words.modalities[modality];
  const cited = [
    ...places.map(({ source, locator }) => citeLine(source, locator, words, lang)),
    ...(more > 0 ? [words.brief.more(more)] : []),
  ];
  return words.brief.cited(as === '' ? name : `${as} ${name}`, cited.join(' | '));
}

function judged({ judgement, claimedMissing }: BoardCell, words: Words['board']): readonly string[] {
  const marks = [
    ...(judgement.onlyBuilding ? [words.onlyBuilding] : []),
    ...(judgement.contradicted ? [words.contradicted] : []),
    ...(claimedMissing.length > 0 ? [words.claimed] : []),
  ];
  return [words.faces[judgement.state], judgement.sole ? words.sole : '', marks.join('; ')];
}

function keyOf({ segment, region }: Pick<SheetCell, 'segment' | 'region'>): string {
  return `${segment.id}.${region.id}`;
}
