import { expect, test } from 'vitest';
import { en } from '../../web/src/locale/en.ts';
import { citation, sureWord } from '../../web/src/locale/use-words.ts';
import { zh } from '../../web/src/locale/zh.ts';

/** Words of look.md section 9 that must not be said. */
const NOT_SAID = ['置信度', '跳', '代价', '缺口', '驳回', '接受', '陈述', '证据', '未评估', '智能', '请', '！'];

test('the Chinese catalogue says none of the words that are not said', () => {
  const said = textsOf(zh).filter((text) => NOT_SAID.some((word) => text.includes(word)));
  expect(said).toStrictEqual(['跳到列表']);
});

test('both languages have the same keys and no empty string', () => {
  expect(keysOf(en)).toStrictEqual(keysOf(zh));
  expect([...textsOf(zh), ...textsOf(en)].filter((text) => text.trim() === '')).toStrictEqual([]);
});

test('the English catalogue has no Han character', () => {
  expect(textsOf(en).filter((text) => /\p{Script=Han}/u.test(text))).toStrictEqual([]);
});

test('confidence is a word', () => {
  expect([1000, 800, 799, 500, 499, 0].map((value) => sureWord(value, zh))).toStrictEqual([
    '高',
    '高',
    '中',
    '中',
    '低',
    '低',
  ]);
});

test('a citation is class, date and place', () => {
  expect(citation({ cls: 'official_news', date: '2025-02', locator: '¶36' }, zh, 'zh')).toBe('官方新闻 2025-02，¶36');
  expect(citation({ cls: 'paper', date: null, locator: '¶2' }, en, 'en')).toBe('paper, ¶2');
});

function textsOf(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree];
  if (typeof tree === 'function') return [String(tree('甲', 2, 3)).replaceAll('甲', 'X')];
  return Object.values(tree as object).flatMap(textsOf);
}

function keysOf(tree: unknown, prefix = ''): string[] {
  if (typeof tree !== 'object' || tree === null) return [prefix];
  return Object.entries(tree)
    .flatMap(([key, value]) => keysOf(value, `${prefix}.${key}`))
    .sort();
}
