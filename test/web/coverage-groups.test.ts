import { expect, test } from 'vitest';
import { nameIn, type Named } from '../../web/src/locale/use-words.ts';
import { coverageGroups } from '../../web/src/state/coverage-groups.ts';

const row = (extent: 'register' | 'list' | 'mention', place: string, subject: string) => ({
  extent,
  place: { name: place, nameEn: null },
  subject: { name: subject, nameEn: subject === '激光' ? 'Lasers' : null },
});

const EXTENTS = ['register', 'list', 'mention'] as const;
const inChinese = (entity: Named) => nameIn(entity, 'zh');

test('what a source covers is told by extent, the widest first, then by place, the fullest first', () => {
  const rows = [
    row('mention', '甲区', '激光'),
    row('list', '乙区', '泵业'),
    row('list', '甲区', '激光'),
    row('list', '甲区', '泵业'),
  ];
  expect(coverageGroups(rows, EXTENTS, inChinese)).toStrictEqual([
    { extent: 'list', place: '甲区', subjects: ['激光', '泵业'] },
    { extent: 'list', place: '乙区', subjects: ['泵业'] },
    { extent: 'mention', place: '甲区', subjects: ['激光'] },
  ]);
});

test('names are in the language of the reader where a source gives one in it', () => {
  const rows = [row('list', '甲区', '激光'), row('list', '甲区', '泵业')];
  expect(coverageGroups(rows, EXTENTS, (entity) => nameIn(entity, 'en'))).toStrictEqual([
    { extent: 'list', place: '甲区', subjects: ['Lasers', '泵业'] },
  ]);
});

test('a source that covers nothing has no line', () => {
  expect(coverageGroups([], EXTENTS, inChinese)).toStrictEqual([]);
});
