import { expect, test } from 'vitest';
import { ERROR_CODES, GraphError } from '#graph-model/errors.ts';

test.each(Object.entries(ERROR_CODES))('%s says what is wrong in Chinese and in English', (_code, { zh, en, exit }) => {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/^[a-z][^\p{Script=Han}]+$/u);
  expect([1, 2, 3]).toContain(exit);
});

test('an error has its code, what it is about, and both languages in its message', () => {
  const error = new GraphError('RUN_UNKNOWN', { run: 'u1' });
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.code, error.data]).toStrictEqual(['GraphError', 'RUN_UNKNOWN', { run: 'u1' }]);
  expect(error.message).toBe('没有这次运行 / no such run {"run":"u1"}');
  expect(new GraphError('CANCELLED').message).toBe('已停止；同一条命令会接着做 / stopped; the same command goes on');
});
