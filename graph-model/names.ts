import { Converter } from 'opencc-js/t2cn';
import type { Kind } from './ontology/kinds.ts';
import type { NameType } from './ontology/vocabulary.ts';

const toSimplified = Converter({ from: 't', to: 'cn' });

/** Variants that the conversion table leaves alone, and CJK radicals that PDF text holds in place of the character. */
const VARIANTS: Readonly<Record<string, string>> = {
  衞: '卫',
  '⺟': '母',
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
};

/** Characters that a name may carry or not without being another name: blanks, quotes, brackets, dots, dashes. */
const IGNORED = /[\p{Z}\p{Cc}\p{Cf}"'“”‘’「」『』《》〈〉()[\]{}【】·・•.,、，。:;：；!?/\\|_~`^*+<>=&@#$%-]|\p{Pd}/gu;

const folded = new Map<string, string>();

/**
 * The form in which names are compared and searched: width and compatibility forms (NFKC), lower case, radicals,
 * Traditional to Simplified, then without blanks and punctuation. Works character by character, so that a part of a
 * name folds to a part of the folded name. A name of punctuation alone folds to its own lower case.
 */
export function foldName(name: string): string {
  const flat = name.normalize('NFKC').toLowerCase();
  const kept = flat.replace(IGNORED, '');
  let text = '';
  for (const character of kept === '' ? flat.trim() : kept) text += foldCharacter(character);
  return text;
}

function foldCharacter(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const simplified = toSimplified(VARIANTS[character] ?? character);
  folded.set(character, simplified);
  return simplified;
}

const HAN = /\p{Script=Han}/u;

/** Kinds whose full names are often this short (甘肃省, 白银市, 钛材); others of that length are abbreviations. */
const SHORT_BY_NATURE: ReadonlySet<Kind> = new Set(['Place', 'Chain', 'Segment', 'Product']);

/**
 * Is a name too short to tell things apart: at most three Han characters, or four Latin letters or digits?
 * It finds, but it never merges by itself: one two-character short name is known to hit 35 companies
 * (references of the model: names). Kinds that are short by nature are exempt.
 */
export function isWeakName(name: string, kind: Kind): boolean {
  if (SHORT_BY_NATURE.has(kind)) return false;
  const text = foldName(name);
  const length = [...text].length;
  return HAN.test(text) ? length <= 3 : length <= 4;
}

/** What a printed name is when nobody said so. */
export function guessNameType(name: string, kind: Kind): NameType {
  if (!HAN.test(name)) return 'english';
  return isWeakName(name, kind) ? 'weak' : 'legal';
}
