import { expect, test } from 'vitest';
import { publishRun } from '#ingest/publish/publish.ts';
import { QUIET, stagedRun, withStore } from '#test/support/publish-world.ts';
import { LOCATED, PLAN, judge, publish, told } from './told.ts';

test('what was rejected before it was ever shown lives when the verdict is gone and it is told again', () =>
  withStore(async (store) => {
    await publish(store, told([], { owner: 'data/b', decisions: [{ ...judge('reject', LOCATED), owner: 'data/b' }] }));
    const silent = await publish(store, told([[LOCATED, PLAN]]));
    expect(silent.relationship).toStrictEqual([]);
    // Until its own data set is read again, verify says that its words are missing.
    await publishRun(store, stagedRun(told([], { owner: 'data/b' })), QUIET);
    const heard = await publish(store, told([[LOCATED, PLAN]]));
    expect(heard.relationship).toHaveLength(1);
  }));
