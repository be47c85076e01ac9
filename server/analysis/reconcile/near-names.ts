import { pinyinKeys } from '#graph-model/pinyin.ts';

const HAN_DIGITS = '零一二三四五六七八九';
const HAN_NUMBER = /[〇零一二三四五六七八九]{2,}/g;
const NUMBER = /[0-9]+/g;

/** The same name with its numbers in the other digits: 五〇四 and 504. One Han digit alone is a word (第一, 三门). */
export function otherNumerals(folded: string): readonly string[] {
  const arabic = folded.replace(HAN_NUMBER, (digits) =>
    Array.from(digits, (digit) => (digit === '〇' ? '0' : String(HAN_DIGITS.indexOf(digit)))).join(''),
  );
  const han = folded.replace(NUMBER, (digits) => Array.from(digits, (digit) => HAN_DIGITS[Number(digit)]).join(''));
  const names = [arabic, han, han.replaceAll('零', '〇'), folded.replaceAll('零', '〇'), folded.replaceAll('〇', '零')];
  return [...new Set(names)].filter((name) => name !== folded);
}

/** The pinyin of a Han name as it is read, whole. */
export function soundOf(folded: string): string | undefined {
  return pinyinKeys(folded).at(-1);
}

export function soundsAlike(a: string, b: string): boolean {
  const keys = new Set(wholeKeys(a));
  return wholeKeys(b).some((key) => keys.has(key));
}

/** Initials are no longer than the name; a whole key mostly is. */
function wholeKeys(folded: string): readonly string[] {
  return pinyinKeys(folded).filter((key) => key.length > Array.from(folded).length);
}

/** Below this length, another character makes another name. */
const SHORTEST_EDITED = 4;

/** Of a name with one character changed one half is whole: both are looked for. */
export function halvesOf(folded: string): readonly string[] {
  const characters = Array.from(folded);
  if (characters.length < SHORTEST_EDITED) return [];
  const middle = characters.length >> 1;
  return [characters.slice(0, middle).join(''), characters.slice(middle).join('')];
}

/** Does one character more, less or another, or two neighbours changed about, make one text the other? */
export function isOneEdit(a: string, b: string): boolean {
  const [x, y] = [Array.from(a), Array.from(b)];
  if (Math.min(x.length, y.length) < SHORTEST_EDITED - 1 || Math.abs(x.length - y.length) > 1) return false;
  let start = 0;
  while (start < x.length && start < y.length && x[start] === y[start]) start++;
  let end = 0;
  while (end < x.length - start && end < y.length - start && x.at(-1 - end) === y.at(-1 - end)) end++;
  const [left, right] = [x.slice(start, x.length - end), y.slice(start, y.length - end)];
  if (left.length <= 1 && right.length <= 1) return left.length + right.length > 0;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
