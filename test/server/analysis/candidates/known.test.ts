import { expect, test } from 'vitest';
import { foldName } from '#graph-model/names.ts';
import { isByParent } from '#server/analysis/candidates/introduction.ts';
import { knownFirst, namesOffice, type Known } from '#server/analysis/candidates/known.ts';
import { namedLabel } from '#server/analysis/candidates/list-names.ts';

const item = (attribute: string, official: boolean, day: string): Known => ({
  attribute,
  of: 'e1',
  official,
  sources: ['s1'],
  day,
});

test('what names a government body stands first, then the newer; six at most, the others counted', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, at) => item(id, false, `202${at}`));
  const { known, cut } = knownFirst([...all, item('z', true, '2019')]);
  expect(known.map(({ attribute }) => attribute)).toStrictEqual(['z', 'g', 'f', 'e', 'd', 'c']);
  expect(cut).toBe(2);
});

test('a government body is named by a whole name of it, not by a name of two characters inside another word', () => {
  const offices = ['甲省发展改革委', '发改'].map(foldName);
  expect(namesOffice(['由甲省发展改革委推荐申报'], offices)).toBe(true);
  expect(namesOffice(['开发改造'], offices)).toBe(false);
  expect(namesOffice(['评为示范工厂'], offices)).toBe(false);
});

test('who is named is headed by the sort of paper that names all, or by each sort with its count', () => {
  const row = (...saidBy: ('policy' | 'proposal' | 'paper')[]) => ({ saidBy });
  expect(namedLabel([row('proposal'), row('proposal')]).zh).toBe('建议点名');
  expect(namedLabel([row('policy', 'proposal')]).zh).toBe('规划点名');
  expect(namedLabel([row('policy'), row('proposal'), row('paper')]).zh).toBe('规划点名 1、建议点名 1、别的资料点名 1');
  expect(namedLabel([]).zh).toBe('资料点名');
});

test('a way up to a parent and down again is by the parent; a way to a parent or from it is not', () => {
  const under = (from: string) => [{ type: 'SUBSIDIARY_OF' as const, from }];
  const with_ = (from: string) => [{ type: 'COLLABORATES_WITH' as const, from }];
  expect(isByParent(['a', 'p', 'b'], [under('a'), under('b')])).toBe(true);
  expect(isByParent(['a', 'p', 'q'], [under('a'), under('p')])).toBe(false);
  expect(isByParent(['a', 'p'], [under('a')])).toBe(false);
  expect(isByParent(['兰泰', '甲', '总部'], [[], under('甲')])).toBe(false);
  expect(isByParent(['甲', '总部', '总公司'], [under('甲'), []])).toBe(false);
  expect(isByParent(['a', 'p', 'b'], [[...under('a'), ...with_('a')], under('b')])).toBe(false);
});
