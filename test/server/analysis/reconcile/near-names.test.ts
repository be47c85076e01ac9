import { expect, test } from 'vitest';
import { halvesOf, isOneEdit, otherNumerals, soundOf, soundsAlike } from '#server/analysis/reconcile/near-names.ts';

test('numbers are written in the other digits, both zeros, and one Han digit alone is a word', () => {
  expect(otherNumerals('五〇四厂')).toStrictEqual(['504厂', '五零四厂']);
  expect(otherNumerals('504厂')).toStrictEqual(['五零四厂', '五〇四厂']);
  expect(otherNumerals('第一医院')).toStrictEqual([]);
  expect(otherNumerals('兰州大学')).toStrictEqual([]);
});

test('names that are pronounced alike sound alike, however a word is read', () => {
  expect(soundOf('兰洲大学')).toBe('lanzhoudaxue');
  expect(soundsAlike('兰洲大学', '兰州大学')).toBe(true);
  expect(soundsAlike('六按', '六安')).toBe(true);
  expect(soundsAlike('兰州大学', '兰州大学附中')).toBe(false);
  expect(soundsAlike('甲', 'jia')).toBe(false);
});

test('one edit is one character more, less or another, or two neighbours changed about', () => {
  expect(isOneEdit('兰州大学', '兰州大李')).toBe(true);
  expect(isOneEdit('兰州大学', '兰州大')).toBe(true);
  expect(isOneEdit('兰州大学', '原兰州大学')).toBe(true);
  expect(isOneEdit('兰州大学', '兰大州学')).toBe(true);
  expect(isOneEdit('𠮷州大学', '吉州大学')).toBe(true);
  for (const other of ['兰州大学', '兰州理工', '兰州大学附中', '学大州兰', '兰州']) {
    expect(isOneEdit('兰州大学', other)).toBe(false);
  }
  expect(isOneEdit('甲乙', '甲丙')).toBe(false);
});

test('halves are looked for in names of four characters or more', () => {
  expect(halvesOf('兰州理工大')).toStrictEqual(['兰州', '理工大']);
  expect(halvesOf('甲乙丙')).toStrictEqual([]);
});
