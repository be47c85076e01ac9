import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { runId } from '#graph-model/ids.ts';
import { rollbackRun } from '#ingest/publish/publish.ts';
import { QUIET, withStore } from '#test/support/publish-world.ts';
import { LOCATED, NAMED, PLAN, publish, rollBackNewest, told, verified } from './told.ts';

test('rolling back the run that first listed a source leaves what later runs read out of it', () =>
  withStore(async (store) => {
    await publish(store, told([[NAMED, PLAN]]));
    await publish(
      store,
      told([
        [NAMED, PLAN],
        [LOCATED, PLAN],
      ]),
    );
    const [first] = await store.runs();
    const { version } = await rollbackRun(store, first?.id ?? runId({}), QUIET);
    const now = await verified(store, version);
    expect(now.statement.map(({ id }) => id)).toStrictEqual([LOCATED.id]);
    expect(now.source.map(({ listedBy }) => listedBy)).toStrictEqual([['data/a']]);
  }));

test('rolling back a withdrawal lists the source for its reader again, beside who lists it now', () =>
  withStore(async (store) => {
    await publish(store, told([[NAMED, PLAN]]));
    await publish(store, told([]));
    await publish(store, told([[LOCATED, PLAN]], { owner: 'data/b' }));
    const withdrawal = (await store.runs())[1];
    const { version } = await rollbackRun(store, withdrawal?.id ?? runId({}), QUIET);
    const now = await verified(store, version);
    expect(now.source.map(({ listedBy }) => listedBy)).toStrictEqual([['data/a', 'data/b']]);
    expect(now.statement).toHaveLength(2);
  }));

test('a rollback can be rolled back, and a run that is not there cannot', () =>
  withStore(async (store) => {
    const before = await publish(store, told([[NAMED, PLAN]]));
    expect((await rollBackNewest(store)).entity).toStrictEqual([]);
    const again = await rollBackNewest(store);
    expect([again.entity, again.statement]).toStrictEqual([before.entity, before.statement]);
    const unknown = runId({ unknown: true });
    await expect(rollbackRun(store, unknown, QUIET)).rejects.toThrow(new GraphError('RUN_UNKNOWN', { run: unknown }));
  }));
