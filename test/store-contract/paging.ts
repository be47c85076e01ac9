import { expect, test } from 'vitest';
import { TABLES, type RowOf, type Table } from '#graph-model/rows.ts';
import { entityRow, evidenceRow, nameRow, recordRow, relationshipRow, statementRow } from '../support/rows.ts';
import { byId, closed, newest, opened, publish, type CurrentHarness } from './harness.ts';

export function pagingContract(harness: CurrentHarness): void {
  test('rows are found by each key of their table, and only by its exact value', async () => {
    const store = await harness().open();
    const statement = statementRow('甲公司', '乙公司', { context: recordRow('园区').id });
    const evidence = evidenceRow(statement.statement.id, 3);
    const tie = relationshipRow('甲公司', '乙公司');
    const [record, name] = [recordRow('甲公司'), nameRow('甲公司')];
    await publish(store, [
      ...opened('record', record),
      ...opened('name', name),
      ...opened('statement', statement),
      ...opened('evidence', evidence),
      ...opened('relationship', tie),
    ]);
    const reader = await newest(store);
    expect(await reader.find('record', 'entity', [record.entity])).toStrictEqual([record]);
    expect(await reader.find('record', 'block', [record.block])).toStrictEqual([record]);
    expect(await reader.find('name', 'entity', [name.entity])).toStrictEqual([name]);
    expect(await reader.find('name', 'folded', [name.folded])).toStrictEqual([name]);
    expect(await reader.find('statement', 'subject', [statement.subject])).toStrictEqual([statement]);
    expect(await reader.find('statement', 'object', [statement.object ?? ''])).toStrictEqual([statement]);
    expect(await reader.find('statement', 'context', [statement.context ?? ''])).toStrictEqual([statement]);
    expect(await reader.find('statement', 'fact', [statement.fact])).toStrictEqual([statement]);
    expect(await reader.find('evidence', 'statement', [statement.id])).toStrictEqual([evidence]);
    expect(await reader.find('evidence', 'batch', [evidence.batch])).toStrictEqual([evidence]);
    expect(await reader.find('relationship', 'from', [tie.from])).toStrictEqual([tie]);
    expect(await reader.find('relationship', 'to', [tie.to])).toStrictEqual([tie]);
    expect(await reader.find('relationship', 'from', [tie.to])).toStrictEqual([]);
    for (const near of ['', '甲', '甲公司%', '_公司', '*', "' OR 1=1 --", '甲公司\u0000', '\ud800']) {
      expect(await reader.find('name', 'folded', [near])).toStrictEqual([]);
    }
  });

  test('every key of every table can be asked, and a column that is no key cannot', async () => {
    const store = await harness().open();
    await publish(store, []);
    const reader = await newest(store);
    for (const [table, { keys }] of Object.entries(TABLES)) {
      for (const key of keys) expect(await reader.find(table as Table, key as never, ['x'])).toStrictEqual([]);
    }
    await expect(reader.find('entity', 'name' as never, ['甲'])).rejects.toMatchObject({ code: 'USAGE' });
  });

  test('a row without a key is not found by it', async () => {
    const store = await harness().open();
    const { object: _object, ...bare } = statementRow('甲公司', '乙公司');
    await publish(store, opened('statement', bare));
    const reader = await newest(store);
    expect(await reader.find('statement', 'object', ['', 'null', 'undefined'])).toStrictEqual([]);
    expect(await reader.find('statement', 'subject', [bare.subject])).toStrictEqual([bare]);
  });

  test('several values give one list in order of id, each row once', async () => {
    const store = await harness().open();
    const rows = ['甲', '乙', '丙'].flatMap((a) => ['丁', '戊'].map((b) => relationshipRow(a, b)));
    await publish(store, opened('relationship', ...rows));
    const ends = ['甲', '乙', '甲', '无'].map((name) => entityRow(name).id);
    const wanted = byId(rows.slice(0, 4));
    expect(await (await newest(store)).find('relationship', 'from', ends)).toStrictEqual(wanted);
    expect(await (await newest(store)).find('relationship', 'from', new Set(ends))).toStrictEqual(wanted);
    expect(await (await newest(store)).find('relationship', 'from', [])).toStrictEqual([]);
  });

  test('five thousand values are asked at once as easily as one', async () => {
    const store = await harness().open();
    const rows = Array.from({ length: 5_000 }, (_, i) => entityRow(`公司${i}`)).map((entity) => nameRow(entity.name));
    await publish(store, opened('name', ...rows));
    const reader = await newest(store);
    const entities = rows.map(({ entity }) => entity);
    expect(await reader.find('name', 'entity', entities)).toStrictEqual(byId(rows));
    const after = byId(rows)[2_000]?.id ?? '';
    const page = await reader.find('name', 'entity', entities, { after, limit: 3 });
    expect(page).toStrictEqual(byId(rows).slice(2_001, 2_004));
    expect(
      (
        await reader.get(
          'name',
          rows.map(({ id }) => id),
        )
      ).size,
    ).toBe(5_000);
    expect(
      (
        await reader.since(
          'name',
          rows.map(({ id }) => id),
        )
      ).size,
    ).toBe(5_000);
  });

  for (const size of [1, 3, 7, 20, 100]) {
    test(`pages of ${size} give every row once, over one value and over two`, async () => {
      const store = await harness().open();
      const rows = Array.from({ length: 20 }, (_, i) => relationshipRow(i % 3 === 0 ? '甲' : '乙', `丙${i}`));
      await publish(store, opened('relationship', ...rows));
      const reader = await newest(store);
      for (const ends of [['甲'], ['甲', '乙'], ['乙', '无']]) {
        const ids = ends.map((name) => entityRow(name).id);
        const seen = [];
        let after: string | undefined;
        for (;;) {
          const at: { after?: string } = after === undefined ? {} : { after };
          const page = await reader.find('relationship', 'from', ids, { ...at, limit: size });
          seen.push(...page);
          after = page.at(-1)?.id;
          if (page.length < size) break;
        }
        expect(seen).toStrictEqual(byId(rows.filter(({ from }) => ids.includes(from))));
      }
    });
  }

  test('pages bound to a version stay the same while later ones are published', async () => {
    const store = await harness().open();
    const rows = byId(Array.from({ length: 9 }, (_, i) => relationshipRow('甲', `乙${i}`)));
    await publish(store, opened('relationship', ...rows));
    const reader = await newest(store);
    const from = [entityRow('甲').id];
    const seen: RowOf<'relationship'>[] = [];
    for (let page = 0; page < 3; page++) {
      const after: string = seen.at(-1)?.id ?? '';
      seen.push(...(await reader.find('relationship', 'from', from, { after, limit: 3 })));
      const [changed, gone] = [rows[page * 2 + 1], rows[page * 2 + 2]];
      if (changed === undefined || gone === undefined) throw new Error('nine rows');
      await publish(store, [
        ...opened('relationship', { ...changed, confidence: 1 }, relationshipRow('甲', `丙${page}`)),
        ...closed('relationship', 'decided', gone.id),
      ]);
    }
    expect(seen).toStrictEqual(rows);
    expect(await (await store.reader(1)).find('relationship', 'from', from)).toStrictEqual(rows);
    expect(await (await newest(store)).count('relationship')).toBe(9);
  });

  test('closed rows are not found, and an older version still finds them', async () => {
    const store = await harness().open();
    const row = nameRow('甲公司');
    await publish(store, opened('name', row));
    await publish(store, closed('name', 'decided', row.id));
    expect(await (await store.reader(2)).find('name', 'folded', ['甲公司'])).toStrictEqual([]);
    expect(await (await store.reader(1)).find('name', 'folded', ['甲公司'])).toStrictEqual([row]);
  });

  test('a key longer than an index can hold is found by its whole text and by its start', async () => {
    const store = await harness().open();
    const long = '长'.repeat(20_000);
    const [name, other] = [nameRow(long, '甲公司'), nameRow(`${long}尾`, '甲公司')];
    await publish(store, opened('name', name, other));
    const reader = await newest(store);
    expect(await reader.find('name', 'folded', [long])).toStrictEqual([name]);
    expect(await reader.find('name', 'folded', [`${long}尾`], { limit: 5 })).toStrictEqual([other]);
    expect((await reader.searchNames('长长', 5)).matches).toStrictEqual([
      { row: name, match: 'PREFIX' },
      { row: other, match: 'PREFIX' },
    ]);
  });
}
