import { expect, test } from 'vitest';
import { coverageGroups } from '../../web/src/state/coverage-groups.ts';

const row = (extent: 'register' | 'list' | 'mention', place: string, subject: string) => ({
  extent,
  place: { name: place },
  subject: { name: subject },
});

test('what a source covers is told by extent, the widest first, then by place, the fullest first', () => {
  const rows = [
    row('mention', '甲区', '激光'),
    row('list', '乙区', '泵业'),
    row('list', '甲区', '激光'),
    row('list', '甲区', '泵业'),
  ];
  expect(coverageGroups(rows, ['register', 'list', 'mention'])).toStrictEqual([
    { extent: 'list', place: '甲区', subjects: ['激光', '泵业'] },
    { extent: 'list', place: '乙区', subjects: ['泵业'] },
    { extent: 'mention', place: '甲区', subjects: ['激光'] },
  ]);
});

test('a source that covers nothing has no line', () => {
  expect(coverageGroups([], ['register', 'list', 'mention'])).toStrictEqual([]);
});
