import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName, guessNameType, isWeakName } from '#graph-model/names.ts';
import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';

test.each([
  ['兰州大学', '兰州大学', 'a name in its own form stays'],
  ['蘭州大學', '兰州大学', 'Traditional becomes Simplified'],
  ['産業衞生', '产业卫生', 'also 産 and 衞, which standard tables leave alone'],
  ['ＡＢＣ　１２３', 'abc123', 'full width becomes narrow, capitals small, blanks go'],
  ['甘肃（兰州）有限公司', '甘肃兰州有限公司', 'brackets of either width go'],
  ['甘肃(兰州)有限公司', '甘肃兰州有限公司', 'brackets of either width go'],
  ['“陇”·光—电', '陇光电', 'quotes, dots and dashes go'],
  ['陇\u00A0光\u200B电\uFEFF', '陇光电', 'invisible blanks go'],
  ['⽔泵⻓⻋', '水泵长车', 'radicals become the characters they stand for'],
  ['㈱陇光', '株陇光', 'compatibility forms open'],
  ['C-13 呼气', 'c13呼气', 'hyphens go'],
  ['🏭陇光', '🏭陇光', 'emoji stay'],
  ['𠮷林', '𠮷林', 'characters beyond the first plane stay whole'],
  ['（—）', '(—)', 'punctuation alone folds to its own plain form'],
  [' （）', '()', 'punctuation alone folds to its own plain form'],
  ['', '', 'nothing folds to nothing'],
  ['\uD842陇', '\uD842陇', 'half a surrogate pair stays what it is'],
])('%s folds to %s: %s', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

const CHARACTERS = [
  ...'兰蘭州大学學産產衞衛甘肃肅水⽔⻓長⻋车',
  ...'ＡaＢb１2３',
  ...'（）()·—-“”《》 \u3000',
  ...'🏭𠮷',
];
const names = fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: 12 });

test('a part of a name folds to a part of the folded name', () => {
  const property = fc.property(names, fc.nat(12), fc.nat(12), (name, from, length) => {
    const part = [...name].slice(from, from + length).join('');
    fc.pre(/[\p{L}\p{N}\p{So}]/u.test(part));
    expect(foldName(name)).toContain(foldName(part));
  });
  fc.assert(property, { seed: 1, numRuns: 2_000 });
});

test('what is folded stays as it is when it is folded again', () => {
  const property = fc.property(names, (name) => {
    expect(foldName(foldName(name))).toBe(foldName(name));
  });
  fc.assert(property, { seed: 1, numRuns: 1_000 });
});

test.each([
  ['兰大', 'University', true],
  ['兰州大', 'University', true],
  ['兰州大学', 'University', false],
  ['（兰大）', 'University', true],
  ['蘭大', 'University', true],
  ['IMP', 'Institute', true],
  ['CSNS', 'Laboratory', true],
  ['HIRFL', 'Laboratory', false],
  ['甲123', 'Company', false],
  ['陇园', 'Park', true],
] as const)('%s as the name of a %s is weak: %s', (name, kind, weak) => {
  expect(isWeakName(name, kind)).toBe(weak);
});

test('places, chains, segments and products are short by nature, and never weak', () => {
  const never = KIND_NAMES.filter((kind) => !isWeakName('钛', kind));
  expect(never).toStrictEqual(['Place', 'Product', 'Chain', 'Segment']);
});

test('a printed name is English without a Han character, else weak or legal by its length', () => {
  expect(guessNameType('Lanzhou University', 'University')).toBe('english');
  expect(guessNameType('兰大', 'University')).toBe('weak');
  expect(guessNameType('兰州大学', 'University')).toBe('legal');
  expect(guessNameType('甘肃', 'Place')).toBe('legal');
  expect(guessNameType('IMP 近代物理研究所', 'Institute')).toBe('legal');
});
