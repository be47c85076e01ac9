import { expect, test } from 'vitest';
import { inNameOrder } from '../../web/src/state/name-order.ts';

const options = (...labels: string[]) => labels.map((label) => ({ label }));

test('choices stand by pinyin in Chinese and by the alphabet in English', () => {
  expect(inNameOrder(options('新能源', '白银', '甘肃', '兰州'), 'zh').map(({ label }) => label)).toStrictEqual([
    '白银',
    '甘肃',
    '兰州',
    '新能源',
  ]);
  expect(inNameOrder(options('Wind', 'battery', 'Copper'), 'en').map(({ label }) => label)).toStrictEqual([
    'battery',
    'Copper',
    'Wind',
  ]);
});
