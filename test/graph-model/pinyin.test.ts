import { expect, test } from 'vitest';
import { foldName } from '#graph-model/names.ts';
import { LONGEST_PINYIN, pinyinKeys, pinyinQuery } from '#graph-model/pinyin.ts';

test('a name has its whole pinyin and its initials, the shorter key first', () => {
  expect(pinyinKeys('兰州大学')).toStrictEqual(['lzdx', 'lanzhoudaxue']);
});

test('a reading that goes with the word stands beside that of each character alone', () => {
  expect(pinyinKeys('重庆')).toStrictEqual(['cq', 'zq', 'chongqing', 'zhongqing']);
  expect(pinyinKeys('厦门')).toStrictEqual(['sm', 'xm', 'shamen', 'xiamen']);
  expect(pinyinKeys('六安')).toStrictEqual(['la', 'luan', 'liuan']);
  expect(pinyinKeys('蚌埠')).toStrictEqual(['bb', 'bangbu', 'bengbu']);
  expect(pinyinKeys('银行')).toStrictEqual(['yh', 'yx', 'yinhang', 'yinxing']);
});

test.each([
  ['宕昌县', 'tanchangxian'],
  ['民乐县', 'minlexian'],
  ['西藏', 'xizang'],
  ['长沙', 'changsha'],
  ['台州', 'taizhou'],
  ['东阿', 'donge'],
  ['番禺', 'panyu'],
  ['蔚县', 'yuxian'],
  ['单县', 'shanxian'],
  ['什邡', 'shifang'],
  ['珲春', 'hunchun'],
  ['重离子', 'zhonglizi'],
  ['甘肃藏药', 'gansuzangyao'],
  ['行业协会', 'hangyexiehui'],
  ['给水泵', 'jishuibeng'],
])('%s is read %s', (name, key) => {
  expect(pinyinKeys(name)).toContain(key);
});

test('letters and digits of a name stand in their places, other characters nowhere', () => {
  expect(pinyinKeys(foldName('兰州LS（9）重离子'))).toStrictEqual(['lzls9zlz', 'lanzhouls9zhonglizi']);
  expect(pinyinKeys(foldName('α粒子'))).toStrictEqual(['lz', 'lizi']);
  expect(pinyinKeys('𠮷田')).toStrictEqual(['t', 'tian']);
});

test('a name without Han characters has none', () => {
  for (const name of ['lanzhou', '504', 'ソニー', '', '()']) expect(pinyinKeys(name)).toStrictEqual([]);
});

test('of a long name only so much is read as of a query counts', () => {
  const keys = pinyinKeys('甘'.repeat(3_000));
  expect(keys).toStrictEqual([`${'gan'.repeat(33)}g`, 'g'.repeat(LONGEST_PINYIN)]);
  expect(keys.every(({ length }) => length === LONGEST_PINYIN)).toBe(true);
});

test('a query is letters without tone marks; one letter, digits alone or Han characters are none', () => {
  expect(pinyinQuery(foldName("Lán zhōu, Xī'ān"))).toBe('lanzhouxian');
  expect(pinyinQuery(foldName('lǜ'))).toBe('lv');
  expect(pinyinQuery('c919')).toBe('c919');
  for (const query of ['l', '504', '兰z', '', 'łz', '%a']) expect(pinyinQuery(query)).toBe(undefined);
});
