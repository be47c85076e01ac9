import { expect, test } from 'vitest';
import {
  coreOf,
  halvesOf,
  isOneEdit,
  otherForms,
  otherNumerals,
  soundOf,
  soundsAlike,
} from '#server/analysis/reconcile/near-names.ts';

test('the core of a firm is its name without the longest legal form it ends in', () => {
  expect(coreOf('兰州泰基离子技术有限公司')).toBe('兰州泰基离子技术');
  expect(coreOf('金川集团股份有限公司')).toBe('金川');
  expect(coreOf('兰州泰基公司')).toBe('兰州泰基');
  expect(coreOf('lanzhoutaijicoltd')).toBe('lanzhoutaiji');
  for (const name of ['兰州大学', '有限公司', '甲公司']) expect(coreOf(name)).toBe(undefined);
});

test('other forms are those of the same core, the name itself left out', () => {
  expect(otherForms('泰基离子有限公司')).toContain('泰基离子有限责任公司');
  expect(otherForms('泰基离子有限公司')).toContain('泰基离子');
  expect(otherForms('泰基离子有限公司')).not.toContain('泰基离子有限公司');
  expect(otherForms('兰州大学')).toStrictEqual([]);
});

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
