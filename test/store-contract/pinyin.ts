import { expect, test } from 'vitest';
import { nameRow } from '../support/rows.ts';
import { abandon, byId, closed, newest, opened, publish, type CurrentHarness } from './harness.ts';
import { found } from './search.ts';

export function pinyinContract(harness: CurrentHarness): void {
  test('pinyin and initials find a name from its start, after all names that hold the letters', async () => {
    const store = await harness().open();
    const names = ['兰州大学', '兰州大学附中', '兰州', '甘肃兰州', 'Lanzhou Old', 'New Lanzhou', '兰州lzdx'];
    await publish(store, opened('name', ...names.map((name) => nameRow(name))));
    const reader = await newest(store);
    expect(await found(reader, 'lanzhou')).toStrictEqual([
      'PREFIX Lanzhou Old',
      'SUBSTRING New Lanzhou',
      'PINYIN 兰州',
      'PINYIN 兰州lzdx',
      'PINYIN 兰州大学',
      'PINYIN 兰州大学附中',
    ]);
    expect(await found(reader, 'lzdx')).toStrictEqual(['SUBSTRING 兰州lzdx', 'PINYIN 兰州大学', 'PINYIN 兰州大学附中']);
    expect(await found(reader, "LÁN zhōu dà'xué")).toStrictEqual(['PINYIN 兰州大学', 'PINYIN 兰州大学附中']);
    expect(await found(reader, 'lz', 2)).toStrictEqual(['SUBSTRING 兰州lzdx', 'PINYIN 兰州']);
    // One letter, the middle of a name, and letters that no name begins with.
    expect(await found(reader, 'l')).toStrictEqual([
      'PREFIX Lanzhou Old',
      'SUBSTRING 兰州lzdx',
      'SUBSTRING New Lanzhou',
    ]);
    expect(await found(reader, 'dx')).toStrictEqual(['SUBSTRING 兰州lzdx']);
    for (const absent of ['gslanzhou', 'lzxy', '兰zhou', 'lanzhoudaxuea']) {
      expect(await found(reader, absent)).toStrictEqual([]);
    }
  });

  test('a name is found as it is read, as its characters are read alone, and with v, ü or a tone mark', async () => {
    const store = await harness().open();
    const names = ['重庆', '厦门', '六安', '中国银行', '蚌埠', '绿源'];
    await publish(store, opened('name', ...names.map((name) => nameRow(name))));
    const reader = await newest(store);
    for (const [query, name] of [
      ['chongqing', '重庆'],
      ['cq', '重庆'],
      ['xiamen', '厦门'],
      ['luan', '六安'],
      ['liuan', '六安'],
      ['zhongguoyinhang', '中国银行'],
      ['zgyh', '中国银行'],
      ['bengbu', '蚌埠'],
      ['lvyuan', '绿源'],
      ['lüyuan', '绿源'],
      ['lǜyuán', '绿源'],
    ] as const) {
      expect(await found(reader, query)).toStrictEqual([`PINYIN ${name}`]);
    }
  });

  test('names of equal pinyin are ordered by id, and each name comes once by the shortest of its keys', async () => {
    const store = await harness().open();
    const rows = ['甲', '乙', '丙'].map((of) => nameRow('银行', of));
    await publish(store, opened('name', ...rows, nameRow('引航')));
    const { matches } = await (await newest(store)).searchNames('yin', 10);
    const all = byId([...rows, nameRow('引航')]);
    expect(matches).toStrictEqual(all.map((row) => ({ row, match: 'PINYIN' })));
  });

  test('a name whose row is closed, or was swept, is not found by its pinyin', async () => {
    const store = await harness().open();
    const row = nameRow('旧厂');
    await publish(store, opened('name', row));
    await abandon(store, opened('name', nameRow('旧仓')));
    await harness().ageLease(600);
    await publish(store, [...closed('name', 'decided', row.id), ...opened('name', nameRow('新厂'))]);
    expect(await found(await store.reader(2), 'jiu')).toStrictEqual([]);
    expect(await found(await store.reader(2), 'xc')).toStrictEqual(['PINYIN 新厂']);
    expect(await found(await store.reader(1), 'jiu')).toStrictEqual(['PINYIN 旧厂']);
  });

  test('several names looked for at once are answered each as alone, in the order asked', async () => {
    const store = await harness().open();
    const many = Array.from({ length: 2_001 }, (_, i) => nameRow(`第${i}有限公司`));
    await publish(store, opened('name', ...many, nameRow('兰州大学'), nameRow('原兰州大学'), nameRow('Lanzhou')));
    const reader = await newest(store);
    const queries = ['兰州大学', '有限公司', '', 'lanzhou', '没有的', '兰州大学', '第1', 'lzdx'];
    const each = await reader.searchNamesOfEach(queries, 3);
    const alone = await Promise.all(queries.map((query) => reader.searchNames(query, 3)));
    expect(each).toStrictEqual(alone);
    expect(each.map(({ matches, truncated }) => [truncated, ...matches.map(({ row }) => row.value)])).toStrictEqual([
      [false, '兰州大学', '原兰州大学'],
      [true],
      [false],
      [false, 'Lanzhou', '兰州大学'],
      [false],
      [false, '兰州大学', '原兰州大学'],
      [false, '第1有限公司', '第10有限公司', '第11有限公司'],
      [false, '兰州大学'],
    ]);
    expect(await reader.searchNamesOfEach([], 3)).toStrictEqual([]);
  });
}
