import type { Board, BoardCell } from '../api/board.ts';
import type { BriefFact } from '../api/brief.ts';
import type { SheetCell } from '../api/board-sheet.ts';
import type { Lang } from './url.ts';
import { nameIn } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { asksBy, type Ask } from './asks.ts';
import { besideWords } from './beside.ts';
import { requestsOf } from './board-face.ts';
import { BODY_KINDS } from './body-kinds.ts';
import type { ChainGroupName, SeenRole } from './board-words.ts';
import { asksAndLines, besideTold, cutIn, factLine, type BriefLine, type Told } from './brief.ts';
import { askedWords, becomesWords } from './cell-words.ts';
import { chainGroups } from './chain-groups.ts';
import { citeLine } from './cite.ts';
import { csvText } from './csv.ts';

type Column = keyof Words['board']['sheet'];
type Row = Partial<Readonly<Record<Column, string>>>;

/**
 * The board as a table for spreadsheets, a row a cell in the order of the board: whoever stands in it with the places
 * where that is written, what is missing to judge, its sources, day and data version. Below, marked as in no count,
 * what stands beside the cells and what is said of the chain as a whole.
 * @param facts those that were fetched; of a cell the others are counted
 */
export function boardCsv(
  board: Board,
  sheet: readonly SheetCell[],
  facts: ReadonlyMap<string, BriefFact>,
  words: Words,
  lang: Lang,
): string {
  const { sheet: heads } = words.board;
  const columns = Object.keys(heads) as Column[];
  const common: Row = {
    chain: nameIn(board.chain, lang),
    asOf: board.date,
    version: String(board.coverage.version),
  };
  const rows = [
    ...cellRows(board, sheet, facts, words, lang),
    ...besideRows(board, facts, words, lang),
    ...ofChainRows(board, facts, words, lang),
  ];
  const line = (row: Row) => columns.map((column) => row[column] ?? common[column] ?? '');
  return csvText([Object.values(heads), ...rows.map(line)]);
}

function cellRows(
  board: Board,
  sheet: readonly SheetCell[],
  facts: ReadonlyMap<string, BriefFact>,
  all: Words,
  lang: Lang,
): readonly Row[] {
  const words = all.board;
  const sources = new Map(sheet.map((cell) => [keyOf(cell), cell.sources]));
  const regions = new Map(board.regions.map((region) => [region.id, nameIn(region, lang)]));
  return board.columns.flatMap((column) =>
    column.segments.flatMap(({ entity }) =>
      board.cells
        .filter(({ segment }) => segment.id === entity.id)
        .map((cell): Row => {
          const cut = cutIn(cell, facts);
          return {
            row: words.sheetRows.cell,
            stage: column.label[lang],
            segment: nameIn(entity, lang),
            region: regions.get(cell.region.id) ?? '',
            ...judged(cell, words),
            registers: cell.registers.map(({ title, date }) => `${title} ${date}`).join('; '),
            wanted: cell.wantedRegister?.[lang] ?? '',
            asked: String(requestsOf(cell).policy.length),
            said: askedWords(cell, all).slice(1).join('; '),
            ...told(asksAndLines(cell, facts), all, lang),
            changes: becomesWords(cell, words).join('; '),
            sources: (sources.get(keyOf(cell)) ?? []).map(({ title, date }) => `${title} ${date}`).join('; '),
            cut: cut === 0 ? '' : String(cut),
          };
        }),
    ),
  );
}

function besideRows(board: Board, facts: ReadonlyMap<string, BriefFact>, words: Words, lang: Lang): readonly Row[] {
  const regions = new Map(board.regions.map((region) => [region.id, nameIn(region, lang)]));
  const segments = new Map(
    board.columns.flatMap((column) => column.segments.map(({ entity }) => [entity.id, nameIn(entity, lang)] as const)),
  );
  return board.alongside.map((one) => ({
    row: words.board.sheetRows.beside,
    segment: nameIn(one.other, lang),
    region: regions.get(one.region) ?? '',
    marks: [
      ...one.chains.map((chain) => nameIn(chain, lang)),
      words.brief.tiedTo(segments.get(one.segment) ?? ''),
      ...besideWords([one], words),
    ].join('; '),
    ...told(besideTold(one, facts), words, lang),
  }));
}

/** What a group of what is said of the whole chain is, in the columns of the table. */
const SEEN_AS: Readonly<Record<Exclude<ChainGroupName, 'policy' | 'reported' | 'proposed'>, SeenRole>> = {
  operating: 'operating',
  building: 'building',
  areas: 'areas',
  research: 'research',
};

function ofChainRows(board: Board, facts: ReadonlyMap<string, BriefFact>, words: Words, lang: Lang): readonly Row[] {
  return chainGroups(board, facts).flatMap(({ name, facts: own }) =>
    own.map((fact): Row => ({
      row: words.board.sheetRows.ofChain,
      marks: words.board.ofChainGroups[name],
      ...told(ofChainTold(name, fact), words, lang),
    })),
  );
}

/** A body that is said to plan something asks for nothing. */
function ofChainTold(name: ChainGroupName, fact: BriefFact): Told {
  if (name !== 'policy' && name !== 'reported' && name !== 'proposed') {
    return { asks: [], lines: [factLine(SEEN_AS[name], fact)] };
  }
  return BODY_KINDS.includes(fact.from.kind)
    ? { asks: [], lines: [factLine('intended', fact)] }
    : { asks: asksBy(name, [fact]), lines: [] };
}

/** Who asks and for where, the nth to the nth; then who stands there, in the columns of what they are. */
function told({ asks, lines }: Told, words: Words, lang: Lang): Row {
  const of = (...roles: readonly SeenRole[]) =>
    lines
      .filter(({ role }) => roles.includes(role))
      .map((line) => lineText(line, words, lang))
      .join('; ');
  return {
    askedBy: asks.map((ask) => askText(ask, words, lang)).join('; '),
    askedOf: asks.map((ask) => askedOfText(ask, words, lang)).join('; '),
    operating: of('operating'),
    building: of('building'),
    intended: of('intended'),
    unplaced: of('unplaced'),
    research: of('research'),
    other: of('areas', 'judged'),
  };
}

/** `文件要求 政策《…》，甲社，2025`: the paper asks, whatever place it speaks of. */
function askText({ role, source, more }: Ask, words: Words, lang: Lang): string {
  const paper =
    source === null ? words.brief.unsourced : `${words.classes[source.class]} ${citeLine(source, null, words, lang)}`;
  return [words.brief.roles[role], paper, ...(more > 0 ? [words.brief.more(more)] : [])].join(' ');
}

function askedOfText({ of }: Ask, { app, brief }: Words, lang: Lang): string {
  return of
    .map((one) => {
      const who = one.isArea ? nameIn(one, lang) : brief.askedFor(nameIn(one, lang));
      return [who, ...one.places.map(({ locator }) => locator)].join(' ');
    })
    .join(app.comma);
}

/** Who, how firmly where the column does not say it, and every place: `甲厂（官方新闻《…》，甲社，2025，¶3）`. */
function lineText({ what, modality, places, more }: BriefLine, words: Words, lang: Lang): string {
  const name = 'sentence' in what ? what.sentence[lang] : nameIn(what, lang);
  const cited = [
    ...places.map(({ source, locator }) => `${words.classes[source.class]} ${citeLine(source, locator, words, lang)}`),
    ...(more > 0 ? [words.brief.more(more)] : []),
  ];
  return words.brief.cited(modality === null ? name : `${words.modalities[modality]} ${name}`, cited.join(' | '));
}

function judged({ judgement, claimedMissing }: BoardCell, words: Words['board']): Row {
  const marks = [
    ...(judgement.onlyBuilding ? [words.onlyBuilding] : []),
    ...(judgement.contradicted ? [words.contradicted] : []),
    ...(claimedMissing.length > 0 ? [words.claimed] : []),
  ];
  return { state: words.faces[judgement.state], sole: judgement.sole ? words.sole : '', marks: marks.join('; ') };
}

function keyOf({ segment, region }: Pick<SheetCell, 'segment' | 'region'>): string {
  return `${segment.id}.${region.id}`;
}
