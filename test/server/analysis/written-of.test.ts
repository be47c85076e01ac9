import { expect, test } from 'vitest';
import type { AttributeName } from '#graph-model/ontology/attributes.ts';
import { foldName } from '#graph-model/names.ts';
import type { NameType } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { NameSearch } from '#graph-model/store/port.ts';
import {
  lookedUp,
  MOST_LOOKED_UP,
  MOST_READ,
  standings,
  writings,
  type WrittenEnd,
} from '#server/analysis/written-of.ts';
import { writingWords, writtenWords } from '#server/analysis/written-words.ts';

const name = (entity: string, value: string, type: NameType = 'legal') =>
  ({ id: `n ${entity} ${value}`, entity, value, folded: foldName(value), type, lang: 'zh' }) as RowOf<'name'>;

const attribute = (entity: string, sort: AttributeName, value: string, details: Record<string, string> = {}) =>
  ({ id: `a ${entity} ${value}`, entity, name: sort, value, details }) as RowOf<'attribute'>;

const end = (attributes: WrittenEnd['attributes'], ...names: RowOf<'name'>[]): WrittenEnd => ({ attributes, names });

/** What is told of two ends where the store has these names beside theirs. */
function told(from: WrittenEnd, to: WrittenEnd, others: readonly RowOf<'name'>[] = [], truncated = false): string[] {
  const { standings: found } = standings([[from], [to]]);
  const all = [...from.names, ...to.names, ...others];
  const like = new Map<string, NameSearch>(
    lookedUp(found).map((folded) => [
      folded,
      {
        truncated,
        matches: all
          .filter((row) => row.folded.includes(folded))
          .map((row) => ({ row, match: row.folded === folded ? 'EXACT' : 'SUBSTRING' })),
      },
    ]),
  );
  return writings(found, like).map(
    ({ attribute: of, name: by, mayBe }) => `${mayBe ? '?' : ''}${of.name} ${of.value}: ${by.value}`,
  );
}

const FIRM = end([], name('a', '甲材料有限公司'));
const MINISTRY = end([], name('z', '工业部'), name('z', '工部', 'weak'));

test('a value and a detail of either end that hold a name of the other are told', () => {
  const honoured = end(
    [attribute('a', 'recognition', '小巨人', { issuer: '工业部' }), attribute('a', 'event', '（工业部）来调研')],
    ...FIRM.names,
  );
  expect(told(honoured, MINISTRY)).toStrictEqual(['recognition 小巨人: 工业部', 'event （工业部）来调研: 工业部']);
  expect(told(MINISTRY, honoured)).toStrictEqual(['recognition 小巨人: 工业部', 'event （工业部）来调研: 工业部']);
});

test('a name is found however it is printed, and of several the longest', () => {
  const visited = end([attribute('a', 'event', '甲「材料」 有限公司来访')], name('a', '所'));
  const firm = end([], name('z', '甲材料'), name('z', '甲材料有限公司'));
  expect(told(visited, firm)).toStrictEqual(['event 甲「材料」 有限公司来访: 甲材料有限公司']);
});

test('other names, days, amounts and words of a vocabulary write of nobody', () => {
  const own = end(
    [
      attribute('a', 'name', '工业部材料所', { type: 'short' }),
      attribute('a', 'member_list', '工业部'),
      attribute('a', 'founded', '工业部'),
    ],
    name('a', '工业部材料所'),
  );
  expect(told(own, MINISTRY)).toStrictEqual([]);
});

test('a name inside a longer name of something else is not told, unless it stands alone too', () => {
  const institute = name('b', '工业部材料所');
  const inside = end([attribute('a', 'event', '与工业部材料所合作')], ...FIRM.names);
  expect(told(inside, MINISTRY, [institute])).toStrictEqual([]);
  const alone = end([attribute('a', 'event', '工业部与工业部材料所来访')], ...FIRM.names);
  expect(told(alone, MINISTRY, [institute])).toStrictEqual(['event 工业部与工业部材料所来访: 工业部']);
});

test('a short name is told of nobody, a weak one or one that others bear as a may-be', () => {
  const text = (value: string) => end([attribute('a', 'event', value)], ...FIRM.names);
  const named = (value: string, type: NameType = 'short') => end([], name('z', value, type));
  expect(told(text('工部来访'), named('工部'))).toStrictEqual([]);
  expect(told(text('NASA 来访'), named('NASA', 'english'))).toStrictEqual([]);
  expect(told(text('Xerox 来访'), named('Xerox', 'english'))).toStrictEqual(['event Xerox 来访: Xerox']);
  expect(told(text('材料所来访'), named('材料所', 'weak'))).toStrictEqual(['?event 材料所来访: 材料所']);
  expect(told(text('材料所来访'), named('材料所'))).toStrictEqual(['event 材料所来访: 材料所']);
  expect(told(text('材料所来访'), named('材料所'), [name('b', '材料所')])).toStrictEqual(['?event 材料所来访: 材料所']);
  expect(told(text('材料所来访'), named('材料所'), [], true)).toStrictEqual(['?event 材料所来访: 材料所']);
});

test('sure ones go before those that may be another', () => {
  const both = end(
    [attribute('a', 'recognition', '所的奖', { issuer: '材料所' }), attribute('a', 'event', '材料研究所来访')],
    ...FIRM.names,
  );
  const institute = end([], name('z', '材料所', 'weak'), name('z', '材料研究所'));
  expect(told(both, institute)).toStrictEqual(['event 材料研究所来访: 材料研究所', '?recognition 所的奖: 材料所']);
});

test('more than is looked through is said, never passed over', () => {
  const many = Array.from({ length: MOST_READ + 1 }, (_, i) => attribute('a', 'event', `第 ${i} 件`));
  expect(standings([[end(many, ...FIRM.names)], [MINISTRY]])).toStrictEqual({ standings: [], cut: true });
  const names = Array.from({ length: MOST_LOOKED_UP + 1 }, (_, i) => name('z', `第 ${1000 + i} 号实验室`));
  const text = names.map(({ value }) => value).join('、');
  const { standings: found, cut } = standings([[end([attribute('a', 'event', text)])], [end([], ...names)]]);
  expect([lookedUp(found).length, cut]).toStrictEqual([MOST_LOOKED_UP, true]);
});

test('it is said as what is written, and never as a tie', () => {
  expect(writtenWords(2, 0)).toStrictEqual({
    zh: '有 2 处记录写到对方：只是写到，没有成为图上的关系。',
    en: '2 records write of the other end: no relationship of the graph.',
  });
  expect(writtenWords(0, 0).zh).toBe('记录没有查完，查过的里没有写到对方。');
  expect(writtenWords(2, 1).zh).toBe('有 2 处记录写到对方，其中 1 处名称待核：只是写到，没有成为图上的关系。');
  expect(writtenWords(1, 1).en).toBe(
    '1 record writes of the other end, all by a name in doubt: no relationship of the graph.',
  );
  const [firm, ministry] = [
    { zh: '甲公司', en: 'A' },
    { zh: '工业部', en: 'the ministry' },
  ];
  const writing = { attribute: attribute('a', 'recognition', '小巨人'), name: name('z', '工业部'), mayBe: false };
  expect(writingWords(writing, firm, ministry)).toStrictEqual({
    zh: '甲公司的认定写到工业部。',
    en: 'Of A, recognition: it writes of the ministry.',
  });
  expect(writingWords({ ...writing, mayBe: true }, firm, ministry).zh).toBe('甲公司的认定写到“工业部”，可能是工业部。');
});
