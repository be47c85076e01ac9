/**
 * Heads that are short for others in ordinary use and hold characters of their own order only: what is searched for
 * behind them begins with the whole words.
 */
const HEADS: readonly (readonly [short: string, whole: string])[] = [
  ['中国社科院', '中国社会科学院'],
  ['中国农科院', '中国农业科学院'],
  ['中科院', '中国科学院'],
  ['中石化', '中国石油化工'],
  ['中石油', '中国石油'],
  ['中核', '中国核工业'],
  ['国网', '国家电网'],
];

/** Words of names that say what sort of thing bears them, or of what rank it is, not which: the longer first. */
const COMMON_WORDS = [
  '有限责任',
  '科学院',
  '工程院',
  '实验室',
  '研究',
  '设计',
  '技术',
  '科技',
  '工业',
  '中国',
  '国家',
  '大学',
  '学院',
  '医院',
  '中心',
  '集团',
  '股份',
  '有限',
  '公司',
  '院',
  '所',
  '厂',
  '省',
  '市',
  '县',
  '区',
  '第',
] as const;

/** A shorter name is short for too many. */
const SHORTEST = 4;

/** Fewer characters that are left out are a slip of the pen, or another legal form. */
const LEAST_LEFT_OUT = 2;

/** A name that keeps less than this of another is not short for it. */
const LEAST_KEPT = 0.4;

/** Of a part that tells a name from others, so much is kept at least. */
const LEAST_OF_A_PART = 0.5;

const HAN = /^[\p{Script=Han}〇0-9a-z]*\p{Script=Han}[\p{Script=Han}〇0-9a-z]*$/u;

/**
 * What the whole name of one that may be short is likely to hold as it stands: all but the last character, what follows
 * the head, and the head in whole words with one character more.
 */
export function textsOfWhole(folded: string): readonly string[] {
  const characters = Array.from(folded);
  if (characters.length < SHORTEST || !HAN.test(folded)) return [];
  const head = HEADS.find(([short]) => folded.startsWith(short));
  const behind = characters.slice(head === undefined ? 2 : Array.from(head[0]).length);
  const texts = [
    characters.slice(0, -1).join(''),
    ...(behind.length > SHORTEST ? [behind.slice(0, -1).join('')] : []),
    ...(head === undefined || behind[0] === undefined ? [] : [head[1] + behind[0]]),
  ];
  return [...new Set(texts)];
}

/**
 * May `short` stand for `whole`? It keeps the order of the characters and the first of them, ends as the whole name does,
 * and of each part that tells the name from others it keeps the first character and half of all: 中科院物理所 is not short
 * for an institute of 近代物理. Something of the common words is left out: 甘肃大学 is another than 甘肃农业大学.
 */
export function isShortFor(short: string, whole: string): boolean {
  const [kept, all] = [Array.from(short), Array.from(whole)];
  if (kept.length < SHORTEST || all.length - kept.length < LEAST_LEFT_OUT || kept.length < all.length * LEAST_KEPT) {
    return false;
  }
  const last = kept.at(-1);
  if (kept[0] !== all[0] || last === undefined || !all.slice(-2).includes(last) || !HAN.test(short)) return false;
  return fits(partsOf(whole), kept);
}

type Part = { readonly characters: readonly string[]; readonly common: boolean };

function partsOf(name: string): readonly Part[] {
  const parts: Part[] = [];
  for (let rest = name; rest !== '';) {
    const word = COMMON_WORDS.find((one) => rest.startsWith(one));
    const [first = ''] = Array.from(rest);
    const last = parts.at(-1);
    if (word !== undefined) parts.push({ characters: Array.from(word), common: true });
    else if (last === undefined || last.common) parts.push({ characters: [first], common: false });
    else parts[parts.length - 1] = { characters: [...last.characters, first], common: false };
    rest = rest.slice((word ?? first).length);
  }
  return parts;
}

/** Can what is kept be laid out over the parts, in order, with something of a common word left out? */
function fits(parts: readonly Part[], kept: readonly string[]): boolean {
  let open: readonly Laid[] = [{ kept: 0, isShortened: false }];
  for (const part of parts) open = distinct(open.flatMap((laid) => laidOver(part, kept, laid)));
  return open.some((laid) => laid.kept === kept.length && laid.isShortened);
}

/** So much of what is kept is laid out. `isShortened`: of a common word some was left out. */
type Laid = { readonly kept: number; readonly isShortened: boolean };

function laidOver({ characters, common }: Part, kept: readonly string[], { kept: start, isShortened }: Laid): Laid[] {
  if (!common && characters[0] !== kept[start]) return [];
  const laid: Laid[] = [];
  const least = common ? 0 : Math.ceil(characters.length * LEAST_OF_A_PART);
  let from = 0;
  for (let end = start; ; end++) {
    const isLess = common && end - start < characters.length;
    if (end - start >= least) laid.push({ kept: end, isShortened: isShortened || isLess });
    const found = characters.indexOf(kept[end] ?? '', from);
    if (found < 0) return laid;
    from = found + 1;
  }
}

function distinct(laid: readonly Laid[]): readonly Laid[] {
  return [...new Map(laid.map((one) => [`${one.kept} ${String(one.isShortened)}`, one])).values()];
}
