import { expect, test } from 'vitest';
import { countOf } from '../../scripts/check/run-tests.mjs';

const file = (status: string, ...tests: [string, string][]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map(([fullName, state]) => ({ fullName, status: state })),
});

test('tests are counted by what became of them, and the skipped are named', () => {
  const testResults = [
    file('passed', ['a', 'passed'], ['b', 'skipped'], ['c', 'todo']),
    file('failed', ['d', 'failed'], ['e', 'passed'], ['f', 'pending']),
  ];
  expect(countOf({ success: false, testResults }, false)).toStrictEqual({
    passed: 2,
    failed: 1,
    skipped: ['b', 'c', 'f'],
  });
});

test('a file that does not load is a failure', () => {
  const testResults = [file('failed'), file('passed', ['a', 'passed'])];
  expect(countOf({ success: false, testResults }, false)).toStrictEqual({ passed: 1, failed: 1, skipped: [] });
});

test('a run that ends badly though every test passed is a failure', () => {
  const testResults = [file('passed', ['a', 'passed'])];
  expect(countOf({ success: false, testResults }, false)).toStrictEqual({ passed: 1, failed: 1, skipped: [] });
});
