// The explorer is given nothing of the server but its schema: a test holds this guard against that of the export.

/** What spreadsheets skip before they look whether a text begins a formula. */
const BLANK = '\\s\\0\\u200B\\u200E\\u200F\\u2060\\uFEFF';

/** What begins a formula, also by DDE or as a link; input methods write it full-width. */
const SIGN = '[=+\\-@＝＋－＠﹢﹣﹦﹫]';

/** A tab or a line break at the start may begin another cell. */
const FORMULA = new RegExp(`^[${BLANK}]*${SIGN}|^[\\t\\r\\n\\0]`);

/** Where cells are separated by semicolons or tabs, what stands behind one is the start of a cell of its own. */
const FORMULA_INSIDE = new RegExp(`([;\\t\\r\\n]["${BLANK}]*)(?=${SIGN})`, 'g');

/**
 * A cell that every spreadsheet opens as text, whatever it holds: a formula is guarded by an apostrophe, wherever it
 * could begin.
 */
function csvCell(text: string): string {
  const inside = text.replaceAll(FORMULA_INSIDE, "$1'");
  const guarded = FORMULA.test(inside) ? `'${inside}` : inside;
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Rows as a spreadsheet opens them: UTF-8 with BOM, CRLF. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/**
 * A table in which every row has the columns of its head and one more: what is to be known of all rows, such as their
 * data version or a cut. A row that is sorted, filtered or copied elsewhere still says it; so does a table of no rows.
 */
export function csvTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  note: { readonly head: string; readonly text: string },
): string {
  const lines = rows.length > 0 ? rows : [head.map(() => '')];
  return csvText([[...head, note.head], ...lines.map((cells) => [...cells, note.text])]);
}
