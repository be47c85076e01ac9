import { create } from 'zustand';

/** What a pasted text or a file holds: a name a line, and how many lines had more columns, which are not read. */
export type NameList = { readonly names: readonly string[]; readonly wider: number };

/** The first column of each line of a pasted text: a table pasted from a spreadsheet has tabs between its cells. */
export function namesOfText(text: string): NameList {
  return listOf(text.split(/\r\n|\n|\r/).map((line) => line.split('\t')));
}

/** The first column of a CSV, quoted cells read as such. */
export function namesOfCsv(text: string): NameList {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[++at] ?? '';
      else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === ',' || character === ';' || character === '\t') {
      row.push(cell);
      cell = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[at + 1] === '\n') at++;
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
    } else cell += character;
  }
  return listOf([...rows, [...row, cell]]);
}

/** A name inside quotes may hold line breaks: one line it is. Empty lines at the end are no entries. */
function listOf(rows: readonly (readonly string[])[]): NameList {
  const names = rows.map(([first = '']) => first.replaceAll(/[\r\n]+/g, ' ').trim());
  while (names.at(-1) === '') names.pop();
  const wider = rows.slice(0, names.length).filter(([, ...others]) => others.some((cell) => cell.trim() !== '')).length;
  return { names, wider };
}

/** What people put between names in a sentence; a comma of ASCII only before a Chinese name: “Co., Ltd.” is one. */
const BETWEEN = /[、，；;]|,(?=\s*\p{Script=Han})/u;

/** Each name on a line of its own where lines seem to hold several; null where none does. */
export function partedNames(names: readonly string[]): readonly string[] | null {
  const parted = names.map((name) => {
    const parts = name.split(BETWEEN).flatMap((part) => part.trim() || []);
    return parts.length > 1 ? parts : [name];
  });
  return parted.some((parts) => parts.length > 1) ? parted.flat() : null;
}

/**
 * The text of a file: what its byte order mark says, else UTF-8, else GB18030, as spreadsheets here write.
 * @returns undefined for what is neither
 */
export function decoded(bytes: Uint8Array): string | undefined {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // The next encoding.
    }
  }
  return undefined;
}

/** Longest part of a link that a list may take, as it is written there: longer links are cut by mail and chat programs. */
const LONGEST_IN_LINK = 4_000;

/** Can a link hold the list? Not when it is too long, or holds half a character, which no link can say. */
export function fitsLink(names: readonly string[]): boolean {
  try {
    return encodeURIComponent(names.join('\n')).length <= LONGEST_IN_LINK;
  } catch {
    return false;
  }
}

export function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}

/** Kept while the page is open, so that whoever looks at an entity comes back to the list. */
export const useNameList = create<{
  readonly text: string;
  /** What was asked, null before. */
  readonly asked: NameList | null;
  /** Entities chosen for the graph; null: those that matched. */
  readonly chosen: ReadonlySet<string> | null;
}>(() => ({ text: '', asked: null, chosen: null }));
