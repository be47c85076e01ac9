import { expect, test } from 'vitest';
import { foldName } from '#graph-model/names.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { LONGEST_QUERY } from '#graph-model/store/port.ts';
import { entityRow, nameRow } from '../support/rows.ts';
import { byId, closed, newest, opened, publish, type CurrentHarness } from './harness.ts';

/** Match and value, as a person would type the query. */
export async function found(reader: GraphReader, query: string, limit = 20): Promise<string[]> {
  const { matches } = await reader.searchNames(foldName(query), limit);
  return matches.map(({ match, row }) => `${match} ${row.value}`);
}

/** Each would mean something to a query language, a tokenizer or a pattern. */
const HOSTILE = [
  '"',
  '""',
  "'",
  '*',
  '甲*',
  'AND',
  'a AND b',
  'NOT',
  'NEAR(a b)',
  'OR',
  '%',
  '_',
  '甲%',
  '甲_司',
  '\\',
  '\\%',
  '(',
  ')',
  '[a]',
  '{',
  '^',
  '-',
  'a-b',
  'folded:a',
  ':',
  '+',
  '~',
  '--',
  ';',
  '/*',
  '$1',
  '?',
  '\u0000',
  'a\u0000b',
  '\n',
  '\t',
  '😀',
  '👨‍👩‍👧',
  '🇨🇳',
  '\u{10ffff}',
  '\u{20bb7}',
  '\ufeff',
  '\u202e',
  'ﷺ',
  'İ',
  'ß',
  '½',
  '①',
  '℃',
  '㎡',
  '・',
  '…',
  '——',
  '０',
  'ａ',
  'e\u0301',
  '\u0301',
];

export function searchContract(harness: CurrentHarness): void {
  test('exact comes before prefix before substring; then the shorter, then by code point', async () => {
    const store = await harness().open();
    const values = [
      '一所原兰州大学',
      '兰州大学',
      '兰州大学一分校区',
      '兰州大学附中',
      '兰州大学丙校',
      '原兰州大学',
      '甘肃兰州大学',
      '兰州理工大学',
      '兰州大',
    ];
    await publish(store, opened('name', ...values.map((value) => nameRow(value))));
    expect(await found(await newest(store), '兰州大学')).toStrictEqual([
      'EXACT 兰州大学',
      'PREFIX 兰州大学丙校',
      'PREFIX 兰州大学附中',
      'PREFIX 兰州大学一分校区',
      'SUBSTRING 原兰州大学',
      'SUBSTRING 甘肃兰州大学',
      'SUBSTRING 一所原兰州大学',
    ]);
  });

  test('equal names are ordered by id', async () => {
    const store = await harness().open();
    const rows = ['甲', '乙', '丙'].map((of) => nameRow('重名公司', of));
    await publish(store, opened('name', ...rows));
    const { matches } = await (await newest(store)).searchNames('重名公司', 10);
    expect(matches).toStrictEqual(byId(rows).map((row) => ({ row, match: 'EXACT' })));
  });

  test('one, two, three and more characters find, wherever they stand', async () => {
    const store = await harness().open();
    await publish(store, opened('name', nameRow('白银有色集团'), nameRow('稀土'), nameRow('钍')));
    const reader = await newest(store);
    expect(await found(reader, '白')).toStrictEqual(['PREFIX 白银有色集团']);
    expect(await found(reader, '银')).toStrictEqual(['SUBSTRING 白银有色集团']);
    expect(await found(reader, '团')).toStrictEqual(['SUBSTRING 白银有色集团']);
    expect(await found(reader, '钍')).toStrictEqual(['EXACT 钍']);
    expect(await found(reader, '有色')).toStrictEqual(['SUBSTRING 白银有色集团']);
    expect(await found(reader, '集团')).toStrictEqual(['SUBSTRING 白银有色集团']);
    expect(await found(reader, '稀土')).toStrictEqual(['EXACT 稀土']);
    expect(await found(reader, '银有色')).toStrictEqual(['SUBSTRING 白银有色集团']);
    expect(await found(reader, '色集团')).toStrictEqual(['SUBSTRING 白银有色集团']);
    expect(await found(reader, '白银有色集团')).toStrictEqual(['EXACT 白银有色集团']);
    for (const absent of ['土稀', '白有', '银色', '白银有色集团公司', '团白', '铜']) {
      expect(await found(reader, absent)).toStrictEqual([]);
    }
  });

  test('pairs of the query must stand together, not just somewhere', async () => {
    const store = await harness().open();
    await publish(store, opened('name', nameRow('甲乙丙乙丙丁'), nameRow('甲乙丙丁')));
    expect(await found(await newest(store), '乙丙丁')).toStrictEqual(['SUBSTRING 甲乙丙丁', 'SUBSTRING 甲乙丙乙丙丁']);
    expect(await found(await newest(store), '甲乙丙丁')).toStrictEqual(['EXACT 甲乙丙丁']);
    expect(await found(await newest(store), '丙乙丙')).toStrictEqual(['SUBSTRING 甲乙丙乙丙丁']);
  });

  test('Traditional spelling, width, case, blanks and punctuation make no difference', async () => {
    const store = await harness().open();
    await publish(store, opened('name', nameRow('兰州兰石集团（甘肃）有限公司'), nameRow('Lanzhou LS Group')));
    const reader = await newest(store);
    expect(await found(reader, '蘭州蘭石集團(甘肅)有限公司')).toStrictEqual(['EXACT 兰州兰石集团（甘肃）有限公司']);
    expect(await found(reader, '蘭石')).toStrictEqual(['SUBSTRING 兰州兰石集团（甘肃）有限公司']);
    expect(await found(reader, 'LANZHOU  ls')).toStrictEqual(['PREFIX Lanzhou LS Group']);
    expect(await found(reader, 'ｇｒｏｕｐ')).toStrictEqual(['SUBSTRING Lanzhou LS Group']);
    expect(await found(reader, 'zhoul')).toStrictEqual(['SUBSTRING Lanzhou LS Group']);
  });

  test('an alias leads to the same entity as the full name', async () => {
    const store = await harness().open();
    const rows = [
      nameRow('金川集团股份有限公司'),
      nameRow('金川', '金川集团股份有限公司', { type: 'short' }),
      nameRow('JNMC', '金川集团股份有限公司', { type: 'english', lang: 'en' }),
    ];
    await publish(store, opened('name', ...rows));
    const reader = await newest(store);
    const entity = entityRow('金川集团股份有限公司').id;
    for (const query of ['jnmc', '金川', '集团股份']) {
      const { matches } = await reader.searchNames(foldName(query), 1);
      expect(matches.map(({ row }) => row.entity)).toStrictEqual([entity]);
    }
    expect(await found(reader, '金川')).toStrictEqual(['EXACT 金川', 'PREFIX 金川集团股份有限公司']);
  });

  test('the limit cuts the worst matches', async () => {
    const store = await harness().open();
    await publish(
      store,
      opened('name', ...['铜', '铜业', '铜业公司', '精铜', '紫铜管'].map((value) => nameRow(value))),
    );
    const reader = await newest(store);
    const all = ['EXACT 铜', 'PREFIX 铜业', 'PREFIX 铜业公司', 'SUBSTRING 精铜', 'SUBSTRING 紫铜管'];
    for (let limit = 1; limit <= 6; limit++)
      expect(await found(reader, '铜', limit)).toStrictEqual(all.slice(0, limit));
    expect(await found(reader, '铜', 0)).toStrictEqual([]);
  });

  test('exactly two thousand candidates are not truncated; one more is, and leaves the exact and prefix matches', async () => {
    const store = await harness().open();
    const many = Array.from({ length: 1_998 }, (_, i) => nameRow(`第${i}有限公司`));
    const best = [nameRow('有限公司'), nameRow('有限公司联合会')];
    await publish(store, opened('name', ...many, ...best));
    const full = await (await newest(store)).searchNames('有限公司', 3);
    expect(full.truncated).toBe(false);
    expect(full.matches.map(({ row }) => row.value)).toStrictEqual(['有限公司', '有限公司联合会', '第0有限公司']);
    await publish(store, opened('name', nameRow('后来有限公司')));
    const cut = await (await newest(store)).searchNames('有限公司', 3);
    expect(cut.truncated).toBe(true);
    expect(cut.matches.map(({ row }) => row.value)).toStrictEqual(['有限公司', '有限公司联合会']);
    await publish(store, closed('name', 'decided', ...many.slice(0, 1).map(({ id }) => id)));
    expect((await (await newest(store)).searchNames('有限公司', 3)).truncated).toBe(false);
  });

  test('names of closed rows are not found, and an older version still finds them', async () => {
    const store = await harness().open();
    const row = nameRow('旧厂');
    await publish(store, opened('name', row));
    await publish(store, [...closed('name', 'decided', row.id), ...opened('name', nameRow('新厂'))]);
    expect(await found(await store.reader(2), '厂')).toStrictEqual(['SUBSTRING 新厂']);
    expect(await found(await store.reader(1), '厂')).toStrictEqual(['SUBSTRING 旧厂']);
    expect(await found(await store.reader(1), '旧厂')).toStrictEqual(['EXACT 旧厂']);
    expect(await found(await store.reader(0), '厂')).toStrictEqual([]);
  });

  test('no query is a pattern: hostile names are found by themselves, and by nothing else', async () => {
    const store = await harness().open();
    const plain = nameRow('甲乙公司');
    const rows = HOSTILE.filter((text) => foldName(text) !== '').map((text) => nameRow(text));
    await publish(store, opened('name', plain, ...rows));
    const reader = await newest(store);
    for (const row of rows) {
      const { matches } = await reader.searchNames(row.folded, 100);
      const exact = matches.filter(({ match }) => match === 'EXACT').map(({ row: { id } }) => id);
      expect(exact).toStrictEqual(byId(rows.filter(({ folded }) => folded === row.folded)).map(({ id }) => id));
    }
    for (const text of [...HOSTILE, '\ud800', '甲\udc00', '" OR "甲']) {
      const { matches } = await reader.searchNames(text, 100);
      const wanted = [plain, ...rows].filter(({ folded }) => folded.includes(text));
      expect(byId(matches.map(({ row }) => row))).toStrictEqual(byId(wanted));
    }
  });

  test('very long names that differ at their end alone come in code point order', async () => {
    const store = await harness().open();
    const names = Array.from('一丁七万丈', (last) => `${'长'.repeat(1_500)}${last}`);
    await publish(store, opened('name', ...names.map((name) => nameRow(name))));
    const reader = await newest(store);
    expect(await found(reader, '长长')).toStrictEqual(names.map((name) => `PREFIX ${name}`));
    const inside = names.map((name) => `又${name}`);
    await publish(store, opened('name', ...inside.map((name) => nameRow(name))));
    expect((await found(await newest(store), '长长')).slice(names.length)).toStrictEqual(
      inside.map((name) => `SUBSTRING ${name}`),
    );
  });

  test('of a very long query only the first part counts', async () => {
    const store = await harness().open();
    const long = '长'.repeat(LONGEST_QUERY - 1) + '𠮷';
    await publish(store, opened('name', nameRow(long), nameRow(`${long}尾`)));
    const reader = await newest(store);
    const { matches } = await reader.searchNames(`${long}${'无'.repeat(10_000)}`, 10);
    expect(matches.map(({ match, row }) => [match, row.value])).toStrictEqual([
      ['EXACT', long],
      ['PREFIX', `${long}尾`],
    ]);
  });
}
