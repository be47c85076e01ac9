import { expect, test } from 'vitest';
import type { Figure, Target } from '../../web/src/api/targets.ts';
import {
  besideGroups,
  inDrawingOrder,
  isDateOfPaper,
  isOfArea,
  isUndated,
  targetSum,
  targetYear,
  unpacedLines,
} from '../../web/src/state/targets.ts';

const FIGURE = {
  id: 'f',
  measure: '产值',
  figure: 'actual',
  value: '1',
  period: '2024',
  entity: { id: 'e1', name: '甲', nameEn: null },
} as Figure;
type Pace = NonNullable<Target['pace']>;

const writtenIn = (...dates: string[]) =>
  ({
    statements: {
      edges: [{ node: { evidence: dates.map((date) => ({ stance: 'supports', passage: { source: { date } } })) } }],
    },
  }) as Target['provenance'];

function target(id: string, pace: Partial<Pace>, patch: Partial<Target> = {}): Target {
  const none = { baseline: null, latest: null, onSchedule: null, composition: [], elsewhere: [], notCompared: [] };
  return {
    id,
    measure: '产值',
    value: '9',
    unit: '亿元',
    period: '2027',
    confidence: 900,
    entity: { id: 'e1', kind: 'Place', name: '甲', nameEn: null },
    provenance: writtenIn('2023'),
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
  const undated = target('z', {}, { period: '2024', provenance: writtenIn('2024') });
  expect(targetYear([undated, undated, target('a', {})])).toStrictEqual({ year: '2027', count: 1 });
});

test('all targets are drawn, of a region or of a firm or project, and none twice', () => {
  const project = { entity: { id: 'p', kind: 'Project', name: '项目', nameEn: null } } as const;
  const list = [target('a', drawn('2024')), target('b', SILENT), target('c', SILENT), target('d', SILENT, project)];
  expect(targetSum(list)).toStrictEqual({ all: 4, drawn: 1, regional: 2, others: 1 });
});

test('only a target can be without a year: an actual figure of the paper’s date is of that date', () => {
  const of = (figure: Figure['figure'], period: string) => isUndated({ figure, period, provenance: writtenIn('2024') });
  expect([of('target', '2024'), of('target', '2027'), of('actual', '2024')]).toStrictEqual([true, false, false]);
});

test('two values of one entity and period stand side by side', () => {
  const other = { ...FIGURE, id: 'g', value: '2' };
  const later = { ...FIGURE, id: 'h', period: '2025' };
  expect(besideGroups([FIGURE, later, other]).map((group) => group.map(({ id }) => id))).toStrictEqual([
    ['f', 'g'],
    ['h'],
  ]);
});

test('a target whose period is only that of its paper is not put among those due in that year', () => {
  const undated = target('b', SILENT, { period: '2024', provenance: writtenIn('2024', '2024') });
  expect(
    [undated, target('a', SILENT, { period: '2024', provenance: writtenIn('2024', '2023') })].map(isDateOfPaper),
  ).toStrictEqual([true, false]);
  const lines = unpacedLines([target('a', SILENT, { period: '2024' }), undated]);
  expect(lines.map(({ targets }) => targets.map(({ id }) => id))).toStrictEqual([['a'], ['b']]);
  expect(isOfArea(undated)).toBe(true);
  expect(isOfArea(target('c', SILENT, { entity: { id: 'p', kind: 'Project', name: '项目', nameEn: null } }))).toBe(
    false,
  );
});
