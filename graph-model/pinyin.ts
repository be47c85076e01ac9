import { customPinyin, pinyin } from 'pinyin-pro';
import { compareText } from './text.ts';

/** Letters of a pinyin key or query that count, and characters of a name that are read. */
export const LONGEST_PINYIN = 100;

/** A query of fewer letters begins too many names to be looked for by sound. */
const SHORTEST_QUERY = 2;

/** Keys of one name at most: two readings, each whole and by initials. */
export const MOST_PINYIN_KEYS = 4;

/**
 * Names of counties and towns, and words of industry, that the library reads wrong: found by reading some hundred such
 * names. What is left out here is read by its usual sounds, and found so.
 */
const READ_OTHERWISE: Readonly<Record<string, string>> = {
  宕昌: 'tan chang',
  民乐: 'min le',
  单县: 'shan xian',
  尉犁: 'yu li',
  乐清: 'yue qing',
  乐亭: 'lao ting',
  乐陵: 'lao ling',
  涡阳: 'guo yang',
  繁峙: 'fan shi',
  洪洞: 'hong tong',
  大埔: 'da bu',
  黄陂: 'huang pi',
  郫都: 'pi du',
  六合: 'lu he',
  浒墅关: 'xu shu guan',
  吴堡: 'wu bu',
  珲春: 'hun chun',
  歙县: 'she xian',
  泌阳: 'bi yang',
  筠连: 'jun lian',
  什邡: 'shi fang',
  浚县: 'xun xian',
  蔚县: 'yu xian',
  莞城: 'guan cheng',
  藏药: 'zang yao',
  参茸: 'shen rong',
  薄膜: 'bo mo',
};

customPinyin({ ...READ_OTHERWISE });

const OPTIONS = { toneType: 'none', type: 'array', v: true } as const;
const HAN = /\p{Script=Han}/u;
const MARKS = /\p{M}/gu;
const U_UMLAUT = /u\u0308/g;
const OTHERS = /[^a-z0-9]/g;

const alone = new Map<string, string>();

/**
 * By what Latin letters a name is found: its pinyin whole and the first letters of its syllables, each as the name is
 * read (银行 yinhang) and as its characters are read alone (yinxing), for whoever does not know a reading (六安). Latin
 * letters and digits of the name stand in their places, ü is v, nothing else is left. Each key once, the shorter first,
 * then by code point, none longer than LONGEST_PINYIN.
 * @param folded as foldName gives it
 * @returns at most MOST_PINYIN_KEYS; none for a name without Han characters, which its own letters find
 */
export function pinyinKeys(folded: string): readonly string[] {
  if (!HAN.test(folded)) return [];
  const characters = Array.from(folded).slice(0, LONGEST_PINYIN);
  const readings = [pinyin(characters.join(''), OPTIONS), characters.map(readAlone)];
  const keys = readings.flatMap((reading) => {
    const syllables = reading.map(plainLetters);
    return [syllables.join(''), syllables.map((syllable, i) => initialOf(syllable, characters[i] ?? '')).join('')];
  });
  const unique = new Set(keys.map((key) => key.slice(0, LONGEST_PINYIN)).filter((key) => key !== ''));
  return [...unique].sort((a, b) => a.length - b.length || compareText(a, b));
}

/**
 * What of a query is looked for among the keys: letters and digits alone, tone marks and blanks left out.
 * @param folded as foldName gives it
 * @returns undefined where names are not looked for by sound: other characters, no letter, or fewer than two
 */
export function pinyinQuery(folded: string): string | undefined {
  const text = withoutMarks(folded);
  const isPlain = text !== '' && !/[^a-z0-9]/.test(text) && /[a-z]/.test(text);
  return isPlain && text.length >= SHORTEST_QUERY ? text.slice(0, LONGEST_PINYIN) : undefined;
}

function readAlone(character: string): string {
  const known = alone.get(character);
  if (known !== undefined) return known;
  const read = pinyin(character, OPTIONS).join('');
  alone.set(character, read);
  return read;
}

/** What is no Han character stands for itself. */
function initialOf(syllable: string, character: string): string {
  return HAN.test(character) ? syllable.slice(0, 1) : syllable;
}

function plainLetters(text: string): string {
  return withoutMarks(text).replace(OTHERS, '');
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(U_UMLAUT, 'v').replace(MARKS, '');
}
