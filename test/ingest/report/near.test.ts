import { expect, test } from 'vitest';
import { didYouMean, nearest } from '#ingest/report/near.ts';

const NAMES = [
  '兰州科近泰基新技术有限责任公司',
  '兰州泰基离子技术有限公司',
  '兰州大学',
  '兰州大学第一医院',
  'MEMBER_OF',
];

test.each([
  ['兰州大學', ['兰州大学', '兰州大学第一医院']],
  ['兰州大学 ', ['兰州大学', '兰州大学第一医院']],
  ['兰州泰基离子有限公司', ['兰州泰基离子技术有限公司', '兰州科近泰基新技术有限责任公司']],
  ['MEMBEROF', ['MEMBER_OF']],
  ['白银', []],
])('near %s stand %j', (word, expected) => {
  expect(nearest(word, NAMES)).toStrictEqual(expected);
});

test('the sentence is empty when nothing is near', () => {
  expect(didYouMean('白银', NAMES)).toStrictEqual({ zh: '', en: '' });
  expect(didYouMean('member', ['members', 'x'])).toStrictEqual({
    zh: '；是不是“members”？',
    en: '; did you mean “members”?',
  });
});
