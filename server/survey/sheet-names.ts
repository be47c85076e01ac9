/** What a spreadsheet takes for the name of a sheet, in UTF-16 units. */
const LONGEST = 31;
/** Refused by spreadsheets, and `!`, which separates sheet and cell where a place is written. */
const REFUSED = /[[\]:*?/\\!]/g;

/** A safe name for each sheet, no two alike whatever their case; the same names give the same. */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const safe =
      name
        .replaceAll(REFUSED, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim() || '摸底表';
    for (let n = 1; ; n++) {
      const end = n === 1 ? '' : `（${n}）`;
      const one = `${cut(safe, LONGEST - end.length)}${end}`;
      if (taken.has(one.toLowerCase())) continue;
      taken.add(one.toLowerCase());
      return one;
    }
  });
}

/** Not in the middle of a character. */
function cut(text: string, most: number): string {
  let short = '';
  for (const character of text) {
    if (short.length + character.length > most) break;
    short += character;
  }
  return short;
}
