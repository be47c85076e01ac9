import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { compareText } from '#graph-model/text.ts';
import { previewRun, publishRun } from '#ingest/publish/publish.ts';
import { QUIET, stagedRun, withStore } from '#test/support/publish-world.ts';
import { LOCATED, NAMED, NEWS, PLAN, TWIN_NAMED, judge, publish, rollBackNewest, told } from './told.ts';

test('a run opens its rows as version 1 and says how many; the same run again opens nothing', () =>
  withStore(async (store) => {
    const content = told([
      [NAMED, PLAN],
      [LOCATED, PLAN],
    ]);
    const first = await publishRun(store, stagedRun(content), QUIET);
    expect(first).toStrictEqual({
      version: 1,
      run: stagedRun(content).id,
      counts: {
        source: { opened: 1, closed: 0 },
        evidence: { opened: 2, closed: 0 },
        passage: { opened: 1, closed: 0 },
        statement: { opened: 2, closed: 0 },
        relationship: { opened: 1, closed: 0 },
        attribute: { opened: 1, closed: 0 },
        entity: { opened: 2, closed: 0 },
        name: { opened: 2, closed: 0 },
        record: { opened: 2, closed: 0 },
        anchor: { opened: 2, closed: 0 },
      },
    });
    expect(await publishRun(store, stagedRun(content), QUIET)).toStrictEqual({ ...first, counts: {} });
    expect((await store.runs()).map(({ version, owner }) => [version, owner])).toStrictEqual([[1, 'data/a']]);
  }));

test('a preview says what would change and writes nothing', () =>
  withStore(async (store) => {
    const changes = await previewRun(store, stagedRun(told([[NAMED, PLAN]])));
    expect(changes.map(({ table }) => table).sort(compareText)).toStrictEqual([
      'anchor',
      'attribute',
      'entity',
      'evidence',
      'name',
      'passage',
      'record',
      'source',
      'statement',
    ]);
    expect((await store.head()).version).toBe(0);
  }));

test('what goes is closed with the reason: read no longer, source withdrawn, run rolled back, decided', () =>
  withStore(async (store) => {
    const reasonOf = async (version: number) => {
      const { closed } = await (await store.reader(version)).changes('relationship');
      return closed.map(({ reason }) => reason);
    };
    await publish(
      store,
      told([
        [NAMED, PLAN],
        [LOCATED, PLAN],
      ]),
    );
    await publish(store, told([[NAMED, PLAN]]));
    expect(await reasonOf(2)).toStrictEqual(['extraction_changed']);
    await publish(store, told([[LOCATED, PLAN]]));
    await publish(store, told([[TWIN_NAMED, NEWS]]));
    expect(await reasonOf(4)).toStrictEqual(['source_removed']);
    await publish(store, told([[LOCATED, PLAN]]));
    await rollBackNewest(store);
    expect(await reasonOf(6)).toStrictEqual(['rolled_back']);
    await publish(store, told([[LOCATED, PLAN]]));
    await publish(store, told([[LOCATED, PLAN]], { decisions: [judge('reject', LOCATED)] }));
    expect(await reasonOf(8)).toStrictEqual(['decided']);
  }));

test('a statement that was rejected from the start lives once it is accepted', () =>
  withStore(async (store) => {
    const reject = judge('reject', LOCATED);
    const dead = await publish(store, told([[LOCATED, PLAN]], { decisions: [reject] }));
    expect([dead.statement, dead.record, dead.evidence.length]).toStrictEqual([[], [], 1]);
    const alive = await publish(store, told([[LOCATED, PLAN]], { decisions: [reject, judge('accept', LOCATED, 2)] }));
    expect(alive.statement.map(({ id, accepted }) => [id, accepted])).toStrictEqual([[LOCATED.id, true]]);
    const again = await publish(store, told([[LOCATED, PLAN]]));
    expect(again.statement.map(({ id, accepted }) => [id, accepted])).toStrictEqual([[LOCATED.id, false]]);
  }));

test('a stopped publication leaves the version as it was, and the next one starts from there', () =>
  withStore(async (store) => {
    const stop = new AbortController();
    const reached: string[] = [];
    const work = {
      ...QUIET,
      signal: stop.signal,
      reached: (point: string) => {
        reached.push(point);
        if (point === 'publish:leased') stop.abort();
      },
    };
    await expect(publishRun(store, stagedRun(told([[NAMED, PLAN]])), work)).rejects.toThrow(
      new GraphError('CANCELLED'),
    );
    expect([reached, (await store.head()).version]).toStrictEqual([['publish:leased'], 0]);
    expect((await publish(store, told([[NAMED, PLAN]]))).entity).toHaveLength(1);
  }));
