import { expect, test } from 'vitest';
import { columnsOf, lanesOf } from '#server/analysis/board/columns.ts';
import type { SliceSegment } from '#server/analysis/board/slice.ts';
import { segment } from './a-chain.ts';

const names = (segments: readonly SliceSegment[]) =>
  columnsOf({ segments }).map(({ position, segments: own }) => [position, own.map(({ id }) => id).join(' ')]);

test('a part without a position stands after its whole; what has none stands in a column of its own', () => {
  const segments = [
    segment('后', { position: 'downstream', order: 1 }),
    segment('叶', { position: undefined, partOf: '轮' }),
    segment('轮', { position: 'upstream', order: 2 }),
    segment('壳', { position: 'upstream', order: 3 }),
    segment('无', { position: undefined }),
  ];
  expect(names(segments)).toEqual([
    ['upstream', '轮 叶 壳'],
    ['downstream', '后'],
    [undefined, '无'],
  ]);
  expect(lanesOf({ segments })).toEqual([]);
});

test('a segment whose parts stand in several columns makes a lane, and lanes come first in every column', () => {
  const segments = [
    segment('独', { position: 'upstream', order: 1 }),
    segment('药', { position: 'midstream', order: 1 }),
    segment('药料', { position: 'upstream', order: 9, partOf: '药' }),
    segment('药用', { position: 'downstream', order: 9, partOf: '药' }),
    segment('机', { position: 'midstream', order: 2 }),
    segment('机件', { position: 'upstream', order: 8, partOf: '机' }),
    segment('诊', { position: 'downstream', order: 1 }),
  ];
  expect(lanesOf({ segments }).map(({ whole, segments: own }) => [whole, [...own].sort().join(' ')])).toEqual([
    ['药', '药 药料 药用'],
    ['机', '机 机件'],
  ]);
  expect(names(segments)).toEqual([
    ['upstream', '药料 机件 独'],
    ['midstream', '药 机'],
    ['downstream', '药用 诊'],
  ]);
});

test('segments that are part of each other in a circle make no lane and are all shown', () => {
  const segments = [
    segment('一', { position: 'upstream', partOf: '二' }),
    segment('二', { position: 'downstream', partOf: '一' }),
  ];
  expect(lanesOf({ segments })).toEqual([]);
  expect(names(segments)).toEqual([
    ['upstream', '一'],
    ['downstream', '二'],
  ]);
});
