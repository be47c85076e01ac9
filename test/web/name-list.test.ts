import { expect, test } from 'vitest';
import { decoded, fitsLink, isSameList, namesOfCsv, namesOfText, partedNames } from '../../web/src/state/name-list.ts';

test('a pasted text is a name a line, the first column of a table, empty lines in between kept', () => {
  const text = '兰州大学\r\n\r\n 近物所 \t甘肃\n\n';
  expect(namesOfText(text)).toStrictEqual({ names: ['兰州大学', '', '近物所'], wider: 1 });
  expect(namesOfText('')).toStrictEqual({ names: [], wider: 0 });
});

test('of a CSV the first column is read, quotes and doubled quotes as such', () => {
  const text = '"甲, ""乙""",1\r\n丙\n"丁\n戊";2\n,3\n\n';
  expect(namesOfCsv(text)).toStrictEqual({ names: ['甲, "乙"', '丙', '丁 戊'], wider: 2 });
});

test('lines that hold several names are parted by what stands between them, and only those', () => {
  expect(partedNames(['兰州大学、近物所', '某公司'])).toStrictEqual(['兰州大学', '近物所', '某公司']);
  expect(partedNames(['甲, 乙，丙；丁;'])).toStrictEqual(['甲', '乙', '丙', '丁']);
  expect(partedNames(['Lanzhou Taiji Co., Ltd.', '某公司、', ''])).toBe(null);
});

test('bytes are read by their mark, as UTF-8, or as GB18030; what is none of them is not read', () => {
  expect(decoded(new TextEncoder().encode('\ufeff兰州'))).toBe('兰州');
  expect(decoded(Uint8Array.of(0xc0, 0xbc, 0xd6, 0xdd))).toBe('兰州');
  expect(decoded(Uint8Array.of(0xff, 0xfe, 0x70, 0x51))).toBe('兰');
  expect(decoded(Uint8Array.of(0xff, 0xff, 0xff))).toBe(undefined);
  expect(decoded(Uint8Array.of(0x50, 0x4b, 0x00, 0x03))).toBe(undefined);
});

test('a list is for the link up to four thousand characters as written there, and only what a link can say', () => {
  // Nine characters a Han character, three a line break.
  expect(fitsLink(Array.from({ length: 83 }, () => '兰州大学甘'))).toBe(true);
  expect(fitsLink(Array.from({ length: 84 }, () => '兰州大学甘'))).toBe(false);
  expect(fitsLink(['\ud83d'])).toBe(false);
});

test('a list is the same when every name is, in its place', () => {
  expect(isSameList(['甲', '乙'], ['甲', '乙'])).toBe(true);
  expect(isSameList(['甲', '乙'], ['乙', '甲'])).toBe(false);
  expect(isSameList(['甲'], ['甲', '乙'])).toBe(false);
});
