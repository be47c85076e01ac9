import { expect, test } from 'vitest';
import { boardOf } from '#server/analysis/board/board.ts';
import { areasOfBody, cellsOfBody, innerFirst } from '#server/analysis/board/body-cells.ts';
import type { ChainSlice, SliceFact } from '#server/analysis/board/slice.ts';
import { EMPTY_CHAIN, fact, firm } from './a-chain.ts';

const plant = { ...firm('厂房', '乙'), kind: 'Facility' as const };
const chainWith = (facts: readonly SliceFact[], place: string | undefined = '甲'): ChainSlice => ({
  ...EMPTY_CHAIN,
  facts,
  entities: new Map([firm('阀企', place), firm('别家', '甲'), plant, firm('乙', '乙')].map((one) => [one.id, one])),
});
const seenIn = (slice: ChainSlice, regions: readonly string[]) =>
  cellsOfBody(boardOf(slice, regions, '2025-06'), '阀企').map(({ cell, seen }) =>
    [cell.segment, cell.region, ...seen.map(({ as, facts }) => `${as} ${facts.length}`)].join(' '),
  );

test('a body is seen in the cells of its place and of what contains it, of a part also in the whole', () => {
  expect(seenIn(chainWith([fact('阀企', { segment: '芯' }), fact('别家')]), ['甲', '乙', '省'])).toEqual([
    '阀 甲 operating 1',
    '阀 省 operating 1',
    '芯 甲 operating 1',
    '芯 省 operating 1',
  ]);
});

test('what it does, what it intends and what it studies are told apart, the firmest first', () => {
  const facts = [fact('阀企', { type: 'SUPPORTS' }), fact('阀企', { modality: 'planned' }), fact('阀企')];
  expect(seenIn(chainWith(facts), ['甲'])).toEqual(['阀 甲 operating 1 intended 1 research 1']);
});

test('a body acts where the fact says, a facility is where it stands, and one that nobody places has no area', () => {
  const areas = (facts: readonly SliceFact[], place?: string) => [...areasOfBody(chainWith(facts, place), '阀企')];
  expect(areas([fact('阀企'), fact('阀企', { at: '厂房', segment: '芯' }), fact('别家', { at: '乙' })], '甲')).toEqual([
    '甲',
    '乙',
  ]);
  expect([...areasOfBody({ ...chainWith([fact('阀企')]), entities: new Map() }, '阀企')]).toEqual([]);
});

test('an area that lies in another comes first, whatever their ids', () => {
  const around = new Map([
    ['丙', new Set(['甲', '乙'])],
    ['甲', new Set(['乙'])],
    ['丁', new Set(['乙'])],
  ]);
  expect(innerFirst(['乙', '甲', '丙', '丁', '甲'], around)).toEqual(['丁', '丙', '甲', '乙']);
});
