import { expect, test } from 'vitest';
import { Locator, compareLocators, identifyPassage, nonBlankLines, passageText } from '#graph-model/facts/passage.ts';
import { source } from '#test/support/statements.ts';

const DOCUMENT = '标题\r\n\r\n第一段。\n \t\u3000\n第二段 𠮷林。\r最后一段';

function textAt(locator: string): string | undefined {
  return passageText(DOCUMENT, Locator.parse(locator));
}

test('¶n is the n-th line that holds something beside blanks, whatever ends the lines', () => {
  expect(nonBlankLines(DOCUMENT)).toStrictEqual(['标题', '第一段。', '第二段 𠮷林。', '最后一段']);
  expect(textAt('¶1')).toBe('标题');
  expect(textAt('¶3')).toBe('第二段 𠮷林。');
  expect(textAt('¶4')).toBe('最后一段');
  expect(textAt('¶5')).toBeUndefined();
});

test('a line keeps its blanks at both ends, and a mark at the start of the file is no line of its own', () => {
  expect(nonBlankLines('\uFEFF\n  缩进 \n')).toStrictEqual(['  缩进 ']);
});

test('a range counts UTF-16 units: a character beyond the first plane is two', () => {
  const start = DOCUMENT.indexOf('𠮷');
  expect(textAt(`${start}-${start + 2}`)).toBe('𠮷');
  expect(textAt(`${start}-${start + 3}`)).toBe('𠮷林');
  expect(textAt('0-2')).toBe('标题');
});

test('a range that is empty, turned round or past the end is no place in the document', () => {
  expect(textAt('2-2')).toBeUndefined();
  expect(textAt('3-1')).toBeUndefined();
  expect(textAt(`0-${DOCUMENT.length}`)).toBe(DOCUMENT);
  expect(textAt(`0-${DOCUMENT.length + 1}`)).toBeUndefined();
});

test('a row of a sheet has no text in a document', () => {
  expect(textAt('表1!7')).toBeUndefined();
});

test.each(['¶0', '¶01', '¶', '36', '12-', '-3', '!7', '表1!0', '表1!', 'a!b!3'])('%s is no locator', (locator) => {
  expect(Locator.safeParse(locator).success).toBe(false);
});

test('a passage without text has no text at all', () => {
  const of = source('gs');
  expect(Object.keys(identifyPassage(of.id, Locator.parse('¶1')))).toStrictEqual(['id', 'source', 'locator']);
  expect(identifyPassage(of.id, Locator.parse('¶1'), '原文').text).toBe('原文');
});

test('places stand in the order of reading: by number, not as text, sheet by sheet', () => {
  const places = ['¶100', '¶9', '¶10', '120-164', '20-30', '20-25', '表2!3', '表1!12', '表1!7'].map((one) =>
    Locator.parse(one),
  );
  expect(places.toSorted(compareLocators)).toEqual([
    '¶9',
    '¶10',
    '20-25',
    '20-30',
    '¶100',
    '120-164',
    '表1!7',
    '表1!12',
    '表2!3',
  ]);
});
