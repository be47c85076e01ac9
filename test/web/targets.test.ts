import { expect, test } from 'vitest';
import type { Figure, Target } from '../../web/src/api/targets.ts';
import { besideGroups, inDrawingOrder, targetYear, unpacedLines } from '../../web/src/state/targets.ts';

const FIGURE = { id: 'f', value: '1', period: '2024', entity: { id: 'e1', name: '甲', nameEn: null } } as Figure;
type Pace = NonNullable<Target['pace']>;

function target(id: string, pace: Partial<Pace>, patch: Partial<Target> = {}): Target {
  const none = { baseline: null, latest: null, onSchedule: null, composition: [], elsewhere: [], notCompared: [] };
  return {
    id,
    measure: '产值',
    value: '9',
    unit: '亿元',
    period: '2027',
    confidence: 900,
    entity: { id: 'e1', name: '甲', nameEn: null },
    ...patch,
    pace: { ...none, gaps: [], ...pace } as unknown as Pace,
  } as Target;
}

const drawn = (period: string) => ({ baseline: FIGURE, latest: { ...FIGURE, period }, onSchedule: '2' });
const SILENT: Partial<Pace> = { gaps: ['NO_BASELINE', 'NO_ACTUAL'] };

test('the newest figure is drawn first, then the surest, then the least id', () => {
  const list = [
    target('d', drawn('2023')),
    target('c', drawn('2024')),
    target('b', drawn('2024')),
    target('a', drawn('2024'), { confidence: 700 }),
    target('x', SILENT),
  ];
  expect(inDrawingOrder(list).map(({ id }) => id)).toStrictEqual(['b', 'c', 'a', 'd']);
});

test('targets that nothing stands beside share a line by body and period, the others have one each', () => {
  const list = [
    target('a', SILENT, { period: '2024' }),
    target('b', SILENT),
    target('c', SILENT),
    target('d', { gaps: ['NO_BASELINE'], latest: FIGURE }),
    target('e', { ...SILENT, elsewhere: [FIGURE] }),
    target('f', { gaps: ['DISPUTED'] }),
    target('g', drawn('2024')),
  ];
  expect(unpacedLines(list).map(({ targets, alone }) => [targets.map(({ id }) => id).join(' '), alone])).toStrictEqual([
    ['d', true],
    ['e', true],
    ['f', true],
    ['b c', false],
    ['a', false],
  ]);
});

test('the year of most targets is told, of equals the later', () => {
  const of = (...periods: string[]) => targetYear(periods.map((period) => target(period, {}, { period })));
  expect(of()).toBe(null);
  expect(of('2025', '2027', '2027-06')).toStrictEqual({ year: '2027', count: 2 });
  expect(of('2030', '2027')).toStrictEqual({ year: '2030', count: 1 });
});

test('two values of one entity and period stand side by side', () => {
  const other = { ...FIGURE, id: 'g', value: '2' };
  const later = { ...FIGURE, id: 'h', period: '2025' };
  expect(besideGroups([FIGURE, later, other]).map((group) => group.map(({ id }) => id))).toStrictEqual([
    ['f', 'g'],
    ['h'],
  ]);
});
