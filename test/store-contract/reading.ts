import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { compareText } from '#graph-model/text.ts';
import {
  anchorRow,
  entityRow,
  evidenceRow,
  nameRow,
  passageRow,
  recordRow,
  relationshipRow,
  sourceRow,
  statementRow,
} from '../support/rows.ts';
import { byId, closed, newest, opened, publish, rowsOf, type CurrentHarness } from './harness.ts';

export function readingContract(harness: CurrentHarness): void {
  test('rows of every kind come back by id; ids without a live row are absent', async () => {
    const store = await harness().open();
    const statement = statementRow('甲公司', '乙公司');
    const evidence = evidenceRow(statement.statement.id, 3);
    await publish(store, [
      ...opened('source', sourceRow()),
      ...opened('passage', passageRow(3)),
      ...opened('record', recordRow('甲公司', { within: '轻离子' })),
      ...opened('anchor', anchorRow('甲公司')),
      ...opened('entity', entityRow('甲公司')),
      ...opened('statement', statement),
      ...opened('evidence', evidence),
      ...opened('relationship', relationshipRow('甲公司', '乙公司', { details: [{ name: 'role', value: '理事' }] })),
    ]);
    const reader = await newest(store);
    expect(await reader.get('source', [sourceRow().id])).toStrictEqual(new Map([[sourceRow().id, sourceRow()]]));
    expect([...(await reader.get('passage', [passageRow(3).id, passageRow(4).id])).values()]).toStrictEqual([
      passageRow(3),
    ]);
    expect(await rowsOf(reader, 'record')).toStrictEqual([recordRow('甲公司', { within: '轻离子' })]);
    expect(await rowsOf(reader, 'anchor')).toStrictEqual([anchorRow('甲公司')]);
    expect(await rowsOf(reader, 'statement')).toStrictEqual([statement]);
    expect(await rowsOf(reader, 'evidence')).toStrictEqual([evidence]);
    expect(await rowsOf(reader, 'relationship')).toStrictEqual([
      relationshipRow('甲公司', '乙公司', { details: [{ name: 'role', value: '理事' }] }),
    ]);
    expect(await reader.get('entity', [])).toStrictEqual(new Map());
    expect(await reader.get('entity', ["e' OR 1=1 --", '', 'e\u0000', '\ud800'])).toStrictEqual(new Map());
  });

  test('every version stays readable after rows are superseded, closed and opened again', async () => {
    const store = await harness().open();
    const first = entityRow('甲公司');
    const second = entityRow('甲公司', { name: '甲股份' });
    await publish(store, opened('entity', first));
    await publish(store, opened('entity', second));
    await publish(store, closed('entity', 'source_removed', first.id));
    await publish(store, []);
    await publish(store, opened('entity', first));
    const seen = [];
    for (let version = 0; version <= 5; version++) {
      const reader = await store.reader(version);
      expect(reader.version).toBe(version);
      seen.push([await reader.count('entity'), (await reader.get('entity', [first.id])).get(first.id)?.name]);
    }
    expect(seen).toStrictEqual([
      [0, undefined],
      [1, '甲公司'],
      [1, '甲股份'],
      [0, undefined],
      [0, undefined],
      [1, '甲公司'],
    ]);
  });

  test('history tells every content up to the version asked, without what came later', async () => {
    const store = await harness().open();
    const first = entityRow('甲公司');
    const second = entityRow('甲公司', { name: '甲股份' });
    await publish(store, opened('entity', first));
    await publish(store, opened('entity', second));
    await publish(store, closed('entity', 'source_removed', first.id));
    await publish(store, opened('entity', first));
    const versions = [
      { row: first, since: 1, until: 2, reason: 'superseded' },
      { row: second, since: 2, until: 3, reason: 'source_removed' },
      { row: first, since: 4, until: null, reason: null },
    ];
    expect(await (await store.reader(4)).history('entity', first.id)).toStrictEqual(versions);
    expect(await (await store.reader(2)).history('entity', first.id)).toStrictEqual([
      { row: first, since: 1, until: 2, reason: 'superseded' },
      { row: second, since: 2, until: null, reason: null },
    ]);
    expect(await (await store.reader(0)).history('entity', first.id)).toStrictEqual([]);
    expect(await (await store.reader(4)).history('entity', entityRow('乙公司').id)).toStrictEqual([]);
  });

  test('changes tells what a version opened and closed, in order of id', async () => {
    const store = await harness().open();
    const rows = ['甲', '乙', '丙', '丁'].map((name) => entityRow(name));
    const [a, b, c, d] = rows;
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('four rows');
    await publish(store, opened('entity', a, b, c));
    const renamed = { ...a, name: '甲二' };
    await publish(store, [...opened('entity', renamed, d), ...closed('entity', 'merged_away', b.id)]);
    await publish(store, closed('entity', 'rolled_back', d.id));
    const openRow = (row: typeof a, since: number) => ({ row, since, until: null, reason: null });
    expect(await (await store.reader(0)).changes('entity')).toStrictEqual({ opened: [], closed: [] });
    expect(await (await store.reader(1)).changes('entity')).toStrictEqual({
      opened: byId([a, b, c]).map((row) => openRow(row, 1)),
      closed: [],
    });
    expect(await (await store.reader(2)).changes('entity')).toStrictEqual({
      opened: byId([renamed, d]).map((row) => openRow(row, 2)),
      closed: byId([a, b]).map((row) => ({
        row,
        since: 1,
        until: 2,
        reason: row === a ? 'superseded' : 'merged_away',
      })),
    });
    expect(await (await store.reader(3)).changes('entity')).toStrictEqual({
      opened: [],
      closed: [{ row: d, since: 2, until: 3, reason: 'rolled_back' }],
    });
  });

  test('changes over several versions give every content, of one id the oldest first', async () => {
    const store = await harness().open();
    const [first, second] = [entityRow('甲公司'), entityRow('甲公司', { name: '甲股份' })];
    const brief = entityRow('乙公司');
    await publish(store, opened('entity', first));
    await publish(store, opened('entity', second, brief));
    await publish(store, closed('entity', 'source_removed', brief.id));
    await publish(store, opened('entity', first));
    const firstRow = { row: first, since: 1, until: 2, reason: 'superseded' };
    const secondRow = { row: second, since: 2, until: 4, reason: 'superseded' };
    const thirdRow = { row: first, since: 4, until: null, reason: null };
    const briefRow = { row: brief, since: 2, until: 3, reason: 'source_removed' };
    const inOrder = <R extends { row: { id: string }; since: number }>(rows: readonly R[]) =>
      rows.toSorted((a, b) => compareText(a.row.id, b.row.id) || a.since - b.since);
    const newest = await store.reader(4);
    expect(await newest.changes('entity', undefined, 1)).toStrictEqual({
      opened: inOrder([secondRow, thirdRow, briefRow]),
      closed: inOrder([firstRow, secondRow, briefRow]),
    });
    expect((await newest.changes('entity', undefined, 0)).opened).toStrictEqual(
      inOrder([firstRow, secondRow, thirdRow, briefRow]),
    );
    expect(await (await store.reader(2)).changes('entity', undefined, 0)).toStrictEqual({
      opened: inOrder([
        firstRow,
        { ...secondRow, until: null, reason: null },
        { ...briefRow, until: null, reason: null },
      ]),
      closed: [firstRow],
    });
    expect(await newest.changes('entity', undefined, 4)).toStrictEqual({ opened: [], closed: [] });
  });

  test('changes of thousands of rows come in order of id; who asks for few is told of more', async () => {
    const store = await harness().open();
    const rows = byId(Array.from({ length: 4_500 }, (_, i) => entityRow(`公司${i}`)));
    const ids = rows.map(({ id }) => id);
    await publish(store, opened('entity', ...rows.toReversed()));
    await publish(store, closed('entity', 'decided', ...ids));
    const idsOf = (changed: readonly { row: { id: string } }[]) => changed.map(({ row }) => row.id);
    const [came, went] = await Promise.all([store.reader(1), store.reader(2)]);
    expect(idsOf((await came.changes('entity')).opened)).toStrictEqual(ids);
    expect(idsOf((await went.changes('entity')).closed)).toStrictEqual(ids);
    expect(idsOf((await came.changes('entity', 4_500)).opened)).toStrictEqual(ids);
    for (const most of [0, 10, 4_499]) {
      expect((await came.changes('entity', most)).opened.length).toBeGreaterThan(most);
      expect((await went.changes('entity', most)).closed.length).toBeGreaterThan(most);
    }
    const both = await went.changes('entity', undefined, 0);
    expect([idsOf(both.opened), idsOf(both.closed)]).toStrictEqual([ids, ids]);
  });

  test('since is the version that first showed an id, also after a pause; ids not live are absent', async () => {
    const store = await harness().open();
    const [a, b, c] = [entityRow('甲'), entityRow('乙'), entityRow('丙')];
    await publish(store, opened('entity', a, b));
    await publish(store, [...closed('entity', 'decided', a.id, b.id), ...opened('entity', c)]);
    await publish(store, opened('entity', { ...a, name: '甲二' }));
    const ids = [a.id, b.id, c.id, entityRow('丁').id];
    expect(await (await store.reader(3)).since('entity', ids)).toStrictEqual(
      new Map(
        byId([
          { id: a.id, v: 1 },
          { id: c.id, v: 2 },
        ]).map(({ id, v }) => [id, v]),
      ),
    );
    expect([...(await (await store.reader(2)).since('entity', ids)).keys()]).toStrictEqual([c.id]);
  });

  test('scan gives every live row once in order of id, whatever the batch', async () => {
    const store = await harness().open();
    const rows = Array.from({ length: 25 }, (_, i) => entityRow(`公司${i}`));
    await publish(store, opened('entity', ...rows));
    const reader = await newest(store);
    const sizes = [];
    for await (const batch of reader.scan('entity', 10)) sizes.push(batch.length);
    expect(sizes).toStrictEqual([10, 10, 5]);
    for (const batch of [1, 5, 25, 1000]) expect(await rowsOf(reader, 'entity', batch)).toStrictEqual(byId(rows));
    expect(await rowsOf(reader, 'name')).toStrictEqual([]);
  });

  test('order of ids is order of code points, not of UTF-16 units', async () => {
    const store = await harness().open();
    const ids = ['Z', 'a', 'é', '豈', '𠮷'];
    const rows = ids.map((id) => statementRow('甲公司', '乙公司', { id, fact: 'f' }));
    await publish(store, opened('statement', ...rows.toReversed()));
    const reader = await newest(store);
    const seen = (found: Iterable<{ readonly id: string }>) => Array.from(found, ({ id }) => id);
    expect(seen(await rowsOf(reader, 'statement'))).toStrictEqual(ids);
    expect(seen(await rowsOf(reader, 'statement', 1))).toStrictEqual(ids);
    expect(seen(await reader.find('statement', 'fact', ['f']))).toStrictEqual(ids);
    expect(seen(await reader.find('statement', 'fact', ['f'], { after: '豈', limit: 9 }))).toStrictEqual(['𠮷']);
    expect([...(await reader.get('statement', ids.toReversed())).keys()]).toStrictEqual(ids);
  });

  test('live rows are counted by kind and by type, in order of the word', async () => {
    const store = await harness().open();
    const [a, b, c] = [entityRow('甲'), entityRow('乙', { kind: 'University' }), entityRow('丙')];
    const lead = relationshipRow('乙', '甲', { type: 'LEADS' });
    await publish(store, [...opened('entity', a, b, c), ...opened('relationship', relationshipRow('甲', '丙'), lead)]);
    await publish(store, closed('entity', 'decided', c.id));
    const [before, after] = [await store.reader(1), await store.reader(2)];
    expect([...(await before.countBy('entity'))]).toStrictEqual([
      ['Company', 2],
      ['University', 1],
    ]);
    expect([...(await after.countBy('entity'))]).toStrictEqual([
      ['Company', 1],
      ['University', 1],
    ]);
    expect([...(await after.countBy('relationship'))]).toStrictEqual([
      ['LEADS', 1],
      ['SUPPLIES', 1],
    ]);
    expect([...(await (await store.reader(0)).countBy('entity'))]).toStrictEqual([]);
  });

  test('a stopped reader answers nothing more', async () => {
    const store = await harness().open();
    await publish(store, opened('name', ...Array.from({ length: 6 }, (_, i) => nameRow(`公司${i}`))));
    const controller = new AbortController();
    const reader = await store.reader(1, controller.signal);
    const cancelled = new GraphError('CANCELLED');
    const read = async () => {
      let seen = 0;
      for await (const batch of reader.scan('name', 2)) {
        seen += batch.length;
        controller.abort();
      }
      return seen;
    };
    await expect(read()).rejects.toThrow(cancelled);
    await expect(reader.get('name', [])).rejects.toThrow(cancelled);
    await expect(reader.find('name', 'entity', [])).rejects.toThrow(cancelled);
    await expect(reader.count('name')).rejects.toThrow(cancelled);
    await expect(reader.countBy('entity')).rejects.toThrow(cancelled);
    await expect(reader.history('name', 'n')).rejects.toThrow(cancelled);
    await expect(reader.changes('name')).rejects.toThrow(cancelled);
    await expect(reader.since('name', [])).rejects.toThrow(cancelled);
    await expect(reader.searchNames('公司', 3)).rejects.toThrow(cancelled);
  });
}
