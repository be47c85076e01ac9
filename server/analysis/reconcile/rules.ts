import type { Label } from '#graph-model/ontology/label.ts';

/** What ties a name that is read to one of the data: the first that holds. In the order of the candidates. */
export const RULES = {
  EXACT: { zh: '名称相同', en: 'The name is the same.' },
  READING: { zh: '可能就是，尚未确认', en: 'It may be meant; that is not confirmed.' },
  NUMERALS: { zh: '只有数字的写法不同', en: 'Only its numerals are written in another way.' },
  LEGAL_FORM: { zh: '只有组织形式不同', en: 'Only the legal form differs.' },
  SHORTENED: {
    zh: '可能是它的简称：字的次序不变，略去了几个',
    en: 'This may be short for it: some characters are left out, the order is kept.',
  },
  PREFIX: { zh: '以这段文字开头', en: 'It begins with this text.' },
  SUBSTRING: { zh: '含有这段文字', en: 'It holds this text.' },
  CORE: { zh: '去掉组织形式后，含有这段文字', en: 'It holds this text without its legal form.' },
  SAME_SOUND: { zh: '读音相同，写法不同', en: 'It sounds the same and is written in another way.' },
  ONE_CHARACTER: { zh: '只差一个字', en: 'One character differs.' },
  PINYIN: { zh: '拼音或首字母以它开头', en: 'Its pinyin, or its initials, begin so.' },
} as const satisfies Record<string, Label>;
export type Rule = keyof typeof RULES;

/** What became of a name that was read. */
export const OUTCOMES = {
  MATCHED: { zh: '对上', en: 'matched' },
  SEVERAL: { zh: '不止一个', en: 'several' },
  MAY_BE: { zh: '可能是', en: 'may be' },
  CANDIDATES: { zh: '只有相近的', en: 'only similar names' },
  NONE: { zh: '现有资料里没有见到', en: 'not seen in the data at hand' },
  EMPTY: { zh: '空行', en: 'empty line' },
  DUPLICATE: { zh: '重复', en: 'repeated' },
} as const satisfies Record<string, Label>;
export type Outcome = keyof typeof OUTCOMES;

const RANK = Object.keys(RULES);

export function rankOf(rule: Rule): number {
  return RANK.indexOf(rule);
}
