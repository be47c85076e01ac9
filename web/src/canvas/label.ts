import { hasHan } from '../locale/use-words.ts';

/** Widest line of a canvas label, in Han characters; a Latin letter counts as little more than half of one. */
export const MAX_LINE = 9;
const LATIN_WIDTH = 0.56;

/** Places a name may end its first line: after a place, a house or a kind of body, or before what follows it. */
const BREAK_AFTER =
  /(?:省|市|新区|自治区|自治州|中国科学院|中科院|大学|集团|公司|研究院|研究所|国家|加速器|放射治疗|新技术|医疗|精密|医用|创新|产业|高新区|经开区)$/u;
const BREAK_BEFORE =
  /^(?:有限|股份|有限责任公司|附属|研究院|研究所|研究中心|检验|国家|重点|实验室|技术创新|创新|联合体|医院|院区|产业|科技|加速器|工程|管理|示范|园区|集团|控股)/u;

/** A name without Chinese characters is longer for as much: it may take a line more. */
const MOST_LATIN_LINES = 3;

/**
 * At most two lines, three of a name in Latin letters, of at most nine Han characters, broken at a word where there is
 * one; what is too long ends in `…`.
 */
export function breakLabel(name: string): readonly string[] {
  if (widthOf(name) <= MAX_LINE) return [name];
  const words = name.split(' ');
  if (!hasHan(name) && words.every((word) => widthOf(word) <= MAX_LINE)) return wordLines(words);
  const characters = [...name];
  let best: { readonly at: number; readonly cost: number } | null = null;
  for (let at = 2; at <= characters.length - 2; at++) {
    const left = characters.slice(0, at).join('');
    if (widthOf(left.trimEnd()) > MAX_LINE) break;
    const cost = breakCost(left, characters.slice(at).join(''));
    if (best === null || cost < best.cost) best = { at, cost };
  }
  const at = best?.at ?? MAX_LINE;
  const first = characters.slice(0, at).join('').trim();
  return [first, shorten(characters.slice(at).join('').trim())];
}

/** Words into lines; what is left for the last is shortened. */
function wordLines(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const joined = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    const fits = widthOf(joined) <= MAX_LINE || lines.length === MOST_LATIN_LINES;
    if (lines.length > 0 && fits) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.map(shorten);
}

/** Width of a text in Han characters. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x2000 ? LATIN_WIDTH : 1;
  return width;
}

/** Width of the widest line, in pixels at the given size of type. */
export function labelWidth(lines: readonly string[], size: number): number {
  return Math.max(...lines.map((line) => widthOf(line))) * size;
}

/** A break in the middle is best; one inside a Latin word or at no word costs more than a crooked one. */
function breakCost(left: string, right: string): number {
  const leftWidth = widthOf(left.trim());
  const rightWidth = widthOf(right.trim());
  const crooked = Math.abs(leftWidth - rightWidth);
  const cut = Math.max(0, rightWidth - MAX_LINE) * 4;
  const insideWord = /[\w-]$/u.test(left) && /^[\w-]/u.test(right) ? 30 : 0;
  const atWord =
    (BREAK_AFTER.test(left) ? 2.5 : 0) + (BREAK_BEFORE.test(right) ? 2.5 : 0) + (/\s$/u.test(left) ? 5 : 0);
  return crooked + cut + insideWord - atWord;
}

function shorten(text: string): string {
  if (widthOf(text) <= MAX_LINE) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character) > MAX_LINE - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
