import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import {
  drawnOf,
  MAX_STEPS,
  remember,
  stepBack,
  stepForward,
  useHistory,
  type Drawn,
} from '../../web/src/state/history.ts';
import { EMPTY_VIEW } from '../../web/src/state/url.ts';

const start = drawnOf(EMPTY_VIEW);

beforeEach(() => useHistory.setState({ past: [], future: [] }));

test('as many undos as commands lead back to the start', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: MAX_STEPS }), (commands) => {
      useHistory.setState({ past: [], future: [] });
      let now: Drawn = start;
      for (const hops of commands) {
        remember('改条件', now);
        now = { ...now, hops };
      }
      for (const _ of commands) now = stepBack(now)?.before ?? now;
      expect(now).toStrictEqual(start);
    }),
  );
});

test('an undone command can be redone, and a new command ends that', () => {
  remember('改条件', start);
  const changed = { ...start, hops: 7 };
  expect(stepBack(changed)?.before).toStrictEqual(start);
  expect(stepForward(start)).toStrictEqual({ label: '改条件', before: changed });
  stepBack(changed);
  remember('加入一家', start);
  expect(stepForward(start)).toBeNull();
});

test('fifty steps are kept', () => {
  for (let index = 0; index < 60; index++) remember(String(index), start);
  expect(useHistory.getState().past).toHaveLength(MAX_STEPS);
  expect(useHistory.getState().past[0]?.label).toBe('10');
});
