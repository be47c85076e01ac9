import { expect, test } from 'vitest';
import type { NamedFigure } from '../../web/src/api/figures.ts';
import { figuresLike } from '../../web/src/state/figures-found.ts';

const figure = (id: string, measure: string) => ({ id, measure }) as NamedFigure;

test('a figure is found by its measure, wherever brackets and width differ', () => {
  const all = [figure('a', '全国（国家）重点实验室数'), figure('b', '高新技术企业数'), figure('c', 'R&D 人员')];
  const ids = (text: string) => figuresLike(text, all, true).shown.map(({ id }) => id);
  expect(ids('全国(国家)重点')).toStrictEqual(['a']);
  expect(ids('企业数')).toStrictEqual(['b']);
  expect(ids('r&d人员')).toStrictEqual(['c']);
  expect(ids(' ')).toStrictEqual([]);
  expect(figuresLike('专利', all, true)).toStrictEqual({ shown: [], found: 0, whole: true });
});

test('of more than are listed the number is told', () => {
  const many = Array.from({ length: 11 }, (_, at) => figure(String(at), '企业数'));
  const { shown, found } = figuresLike('企业', many, true);
  expect([shown.length, found]).toStrictEqual([8, 11]);
});
