import { expect, test } from 'vitest';
import { steppedTo, underHead } from '../../web/src/state/layout-face.ts';

test('a park under the head of its zone loses nothing: what the head says and the rest are its name', () => {
  const parts = (name: string, zone: string) => Object.values(underHead(name, zone));
  expect(parts('兰州新区新材料园区', '兰州新区')).toEqual(['兰州新区', '新材料园区', '']);
  expect(parts('Core Area of Baiyin Zone', 'Baiyin Zone')).toEqual(['', 'Core Area', ' of Baiyin Zone']);
  expect(parts('银东工业园', '白银高新区')).toEqual(['', '银东工业园', '']);
  expect(parts('兰州新区', '兰州新区')).toEqual(['', '兰州新区', '']);
  expect(parts('兰州新区北', '兰州新区')).toEqual(['', '兰州新区北', '']);
  expect(parts('Area of Baiyin Zone', '')).toEqual(['', 'Area of Baiyin Zone', '']);
});

test('arrow keys stay on the table, Home and End stay in the row', () => {
  const at = { row: 1, column: 1 };
  const led = (key: string, from = at) => steppedTo(from, key, 3, 4);
  expect(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].map((key) => led(key))).toEqual([
    { row: 0, column: 1 },
    { row: 2, column: 1 },
    { row: 1, column: 0 },
    { row: 1, column: 2 },
    { row: 1, column: 0 },
    { row: 1, column: 3 },
  ]);
  expect(led('ArrowUp', { row: 0, column: 0 })).toBeNull();
  expect(led('ArrowRight', { row: 0, column: 3 })).toBeNull();
  expect(led('Home', { row: 2, column: 0 })).toBeNull();
  expect(led('a')).toBeNull();
});
