/** A spreadsheet reads a leading one of these as a formula; full-width forms too. */
const FORMULA = /^[=+\-@\t\r\0＝＋－＠]/;

/** Rows as a spreadsheet opens them: UTF-8 with BOM, CRLF, formulas guarded by an apostrophe. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
