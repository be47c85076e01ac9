import { latest, type PartialDate } from '#graph-model/dates.ts';
import type { Visibility } from '#graph-model/ontology/vocabulary.ts';
import { didYouMean } from '#ingest/report/near.ts';
import { dateOf, plainText, textOf } from './cell-values.ts';
import { ANSWER_WORDS, cellAt, columnsOf, mapOf, type SheetMap } from './find-marks.ts';
import {
  ANSWER_COLUMN,
  ANSWERS,
  ASIDES,
  FIRM_COLUMNS,
  sheetHash,
  subjectKey,
  VISIBILITY_FIELD,
  type Answer,
} from './form.ts';
import { readFirms, type Option } from './read-firms.ts';
import type { ReturnedAnswer, ReturnedCounts, ReturnedRow, ReturnedSheet } from './returned.ts';
import type { SheetLog, SheetPlace } from './sheet-log.ts';
import type { RawSheet } from './workbook.ts';

const ANSWER_NAMES = Object.keys(ANSWERS) as readonly Answer[];
const VISIBILITY_NAMES = Object.keys(VISIBILITY_FIELD.words) as readonly Visibility[];
/** Short for the longest answer; a bare 无 is not one, as it may be meant of anything. */
const SHORT_NONE = '确认没有';

/**
 * Reads one sheet of a returned file. What is wrong goes to the log; undefined where it is no survey sheet, or where
 * nothing is filled. One with mistakes is given too, so that the store is asked for the others in the same round.
 * @param today a date after it is a slip
 */
export function readSheet(raw: RawSheet, file: string, today: string, log: SheetLog): ReturnedSheet | undefined {
  const here: SheetPlace = { file, sheet: raw.name };
  if (raw.cut) log.add('SHEET_TOO_LONG', here);
  const map = mapOf(raw);
  if (map === undefined) {
    reportForeign(raw, here, log);
    return undefined;
  }
  const firmsRow = map.columns.firms;
  const segmentsRow = map.columns.segments;
  const lost = [
    ...(map.publisher === undefined ? ['填报单位'] : []),
    ...(map.date === undefined ? ['截至日期'] : []),
    ...(segmentsRow === undefined || map.asked.length === 0 ? [ANSWER_COLUMN.zh] : []),
    ...(firmsRow === undefined ? [FIRM_COLUMNS.name.zh] : []),
  ];
  if (lost.length > 0 || firmsRow === undefined || segmentsRow === undefined) {
    log.add('MARKS_LOST', here, undefined, { what: lost.join('、') });
    return undefined;
  }

  const options = optionsOf(raw, map);
  const { firms, rows, counts, nameColumn, parkColumn } = readFirms(raw, map, firmsRow, options, here, log);
  const { answers, column } = readAnswers(raw, map, segmentsRow, options, here, log);
  const publisher = besideMark(raw, map, map.publisher);
  const date = besideMark(raw, map, map.date);
  const visibility = besideMark(raw, map, map.visibility);
  if (counts.rows === 0 && answers.length === 0) {
    log.add('SHEET_BLANK', here);
    return undefined;
  }
  // A row whose segment cannot be read may be of any: what is missing cannot be told before it is mended.
  const isWhole = rows.length === counts.rows && rows.every(({ subject }) => subject !== undefined);
  checkAnswers(map, options, answers, rows, { isWhole, column, here, log });
  if (publisher.text === undefined) log.add('PUBLISHER_MISSING', { ...here, ...publisher.at });
  const day = readDate(raw, date, today, here, log);
  return {
    file,
    sheet: raw.name,
    sha256: sheetHash(map.head.office, map.asked),
    office: map.head.office,
    officeName: textOf(cellAt(raw, map.head.row, nextTo(map, map.head.row))) ?? raw.name,
    version: map.head.version,
    head: map.head.row,
    // Where one is missing the log refuses the sheet.
    publisher: publisher.text ?? '',
    date: day ?? today,
    dateAt: date.at,
    visibility: readVisibility(raw, visibility, here, log),
    visibilityAt: visibility.at,
    answers,
    firms,
    rows,
    nameColumn,
    parkColumn,
    counts: { ...counts, ignored: [...counts.ignored, ...ignoredAsides(raw, map, here, log)] },
  };
}

/** A sheet that is not ours is counted; one that was ours and lost its marks is a mistake. */
function reportForeign(raw: RawSheet, here: SheetPlace, log: SheetLog): void {
  const texts = raw.rows.flatMap((row) => row.flatMap((cell) => textOf(cell) ?? []));
  if (texts.some((text) => text.startsWith('摸底表'))) log.add('MARKS_LOST', here, undefined, { what: '单位' });
  else if (texts.length > 0) log.add('SHEET_IGNORED', here, undefined, { count: texts.length });
}

/** The column right of the mark: what the row is called stands there. */
function nextTo(map: SheetMap, row: number): number {
  return (map.markColumn.get(row) ?? 0) + 1;
}

/** What was written into a row of the head: the first cell that shows something, right of the printed word. */
function besideMark(raw: RawSheet, map: SheetMap, row: number | undefined) {
  if (row === undefined) return { at: { row: 0, column: 0 }, text: undefined };
  const first = nextTo(map, row) + 1;
  const cells = raw.rows[row] ?? [];
  const found = cells.findIndex((cell, column) => column >= first && textOf(cell) !== undefined);
  const column = found === -1 ? first : found;
  return { at: { row, column }, text: textOf(cellAt(raw, row, column)) };
}

/** What was written for those who hand the sheet on. A sheet of before these had a place has none. */
function ignoredAsides(raw: RawSheet, map: SheetMap, here: SheetPlace, log: SheetLog): ReturnedCounts['ignored'] {
  return map.asides.flatMap(({ field, row }) => {
    const { at, text } = besideMark(raw, map, row);
    if (text === undefined) return [];
    log.add('COLUMN_IGNORED', { ...here, ...at }, ASIDES[field], { count: 1 });
    return [{ column: ASIDES[field], values: 1, personal: false }];
  });
}

function readDate(
  raw: RawSheet,
  { at, text }: ReturnType<typeof besideMark>,
  today: string,
  here: SheetPlace,
  log: SheetLog,
): PartialDate | undefined {
  if (text === undefined) {
    log.add('DATE_MISSING', { ...here, ...at });
    return undefined;
  }
  const date = dateOf(cellAt(raw, at.row, at.column));
  if (date === undefined) log.add('DATE_UNREADABLE', { ...here, ...at }, text);
  else if (latest(date).slice(0, date.length) > today.slice(0, date.length)) {
    log.add('DATE_AHEAD', { ...here, ...at }, text);
    return undefined;
  }
  // A month has no day: how far it was read is said, so that nobody takes it for a slip that went unseen.
  else if (date !== text) log.add('DATE_READ', { ...here, ...at }, text, { date });
  return date;
}

/** Internal unless the office writes that it is public; a sheet of before it was asked says nothing. */
function readVisibility(
  raw: RawSheet,
  { at, text }: ReturnType<typeof besideMark>,
  here: SheetPlace,
  log: SheetLog,
): Visibility {
  const said = text === undefined ? undefined : plainText(cellAt(raw, at.row, at.column));
  if (said === undefined) return 'internal';
  const found = VISIBILITY_NAMES.find((name) => VISIBILITY_FIELD.words[name] === said);
  if (found === undefined) log.add('VISIBILITY_UNKNOWN', { ...here, ...at }, text);
  return found ?? 'internal';
}

/** What a row of firms may be put under: the printed words of the options, each with what it means. */
function optionsOf(raw: RawSheet, map: SheetMap): readonly Option[] {
  return map.options.map(({ chain, segment, row }) => ({
    chain,
    segment,
    label: textOf(cellAt(raw, row, nextTo(map, row))) ?? '',
  }));
}

function readAnswers(
  raw: RawSheet,
  map: SheetMap,
  keyRow: number,
  options: readonly Option[],
  here: SheetPlace,
  log: SheetLog,
): { readonly answers: readonly ReturnedAnswer[]; readonly column: number | undefined } {
  const { at, twice } = columnsOf(raw, keyRow, ANSWER_WORDS, [ANSWER_COLUMN.key], map.markColumn.get(keyRow));
  const column = at.get(ANSWER_COLUMN.key);
  for (const one of twice) log.add('COLUMN_TWICE', { ...here, row: keyRow + 1, column: one.column }, ANSWER_COLUMN.zh);
  if (column === undefined) {
    log.add('COLUMN_LOST', { ...here, row: keyRow + 1 }, ANSWER_COLUMN.zh);
    return { answers: [], column };
  }
  const answers = map.asked.flatMap(({ chain, segment, row }) => {
    const cell = cellAt(raw, row, column);
    const text = plainText(cell);
    const place = { ...here, row, column };
    if (cell.broken) log.add('CELL_BROKEN', place);
    if (text === undefined) return [];
    const answer = ANSWER_NAMES.find((name) => ANSWERS[name].zh === text || (name === 'none' && text === SHORT_NONE));
    if (answer === undefined) {
      const known = ANSWER_NAMES.map((name) => ANSWERS[name].zh);
      log.add('ANSWER_UNKNOWN', place, text, { near: didYouMean(text, known), known: known.join('、') });
      return [];
    }
    return [{ chain, segment, row, answer, label: labelOf(options, { chain, segment }) }];
  });
  return { answers, column };
}

function labelOf(options: readonly Option[], subject: Pick<Option, 'chain' | 'segment'>): string {
  return options.find((one) => subjectKey(one) === subjectKey(subject))?.label ?? '';
}

type Checking = {
  /** Of every row of firms it is known of which segment it is. */
  readonly isWhole: boolean;
  /** Where the answers stand. */
  readonly column: number | undefined;
  readonly here: SheetPlace;
  readonly log: SheetLog;
};

/** What is answered must fit what is listed, and what is said of a chain what is said of its segments. */
function checkAnswers(
  map: SheetMap,
  options: readonly Option[],
  answers: readonly ReturnedAnswer[],
  rows: readonly ReturnedRow[],
  { isWhole, column, here, log }: Checking,
): void {
  const inside = (asked: Pick<Option, 'chain' | 'segment'>) =>
    rows.filter(({ subject }) => {
      if (subject === undefined) return false;
      return asked.segment === undefined ? subject.chain === asked.chain : subjectKey(subject) === subjectKey(asked);
    });
  const answered = new Map(answers.map((one) => [subjectKey(one), one]));
  for (const asked of map.asked) {
    const place = { ...here, row: asked.row, ...(column === undefined ? {} : { column }) };
    const label = labelOf(options, asked);
    const [one, listed] = [answered.get(subjectKey(asked)), inside(asked)];
    const whole = answered.get(subjectKey({ chain: asked.chain, segment: undefined }));
    if (one === undefined) {
      if (whole !== undefined) continue;
      if (listed.length > 0) log.add('ANSWER_MISSING', place, undefined, { label });
      else log.add('ANSWER_BLANK', place, undefined, { label });
      continue;
    }
    const value = ANSWERS[one.answer].zh;
    if (one.answer === 'none' && listed.length > 0) {
      const at = listed.map(({ row }) => row + 1).join('、');
      log.add('ANSWER_AGAINST_FIRMS', place, value, { label, rows: at });
    }
    if (isWhole && one.answer !== 'none' && listed.length === 0)
      log.add('ANSWER_WITHOUT_FIRMS', place, value, { label });
    const covers = (answer: Answer) => answer !== 'list';
    if (whole === undefined || whole === one || !covers(whole.answer)) continue;
    if (!covers(one.answer) || (whole.answer === 'none' && one.answer !== 'none')) {
      log.add('ANSWERS_DIFFER', place, ANSWERS[whole.answer].zh, { label });
    }
  }
}
