import { expect, test } from 'vitest';
import { paceChart } from '../../web/src/state/pace-chart.ts';
import type { Paced } from '../../web/src/state/targets.ts';

function chart(
  base: readonly [string, string],
  now: readonly [string, string],
  goal: readonly [string, string],
  on: string,
) {
  const figure = ([period, value]: readonly [string, string]) => ({ period, value });
  const pace = { baseline: figure(base), latest: figure(now), onSchedule: on } as unknown as Paced['pace'];
  return paceChart({ period: goal[0], value: goal[1], pace });
}

test('years lie where they end, values between round lines', () => {
  const drawn = chart(['2022', '1000'], ['2024', '1300'], ['2026', '1600'], '1300');
  expect(drawn.values).toStrictEqual([
    { y: 1, value: 1000 },
    { y: 1 - 1 / 3, value: 1200 },
    { y: 1 - 2 / 3, value: 1400 },
    { y: 0, value: 1600 },
  ]);
  expect(drawn.years).toStrictEqual([
    { x: 0, year: 2022 },
    { x: 0.25, year: 2023 },
    { x: 0.5, year: 2024 },
    { x: 0.75, year: 2025 },
    { x: 1, year: 2026 },
  ]);
  expect([drawn.baseline, drawn.latest, drawn.target]).toStrictEqual([
    { x: 0, y: 1 },
    { x: 0.5, y: 0.5 },
    { x: 1, y: 0 },
  ]);
});

test('a month lies inside its year, and a target that is to fall lies below', () => {
  const drawn = chart(['2024', '50'], ['2025-06', '45'], ['2025', '30'], '40');
  expect(drawn.latest.x).toBe(0.5);
  expect(drawn.target.y).toBeGreaterThan(drawn.baseline.y);
});

test('of forty years not all are named', () => {
  const { years } = chart(['2010', '1'], ['2024', '2'], ['2050', '9'], '3');
  expect(years.map(({ year }) => year)).toStrictEqual([2010, 2017, 2024, 2031, 2038, 2045]);
});

test('small fractions have lines without dust', () => {
  const { values } = chart(['2022', '0.1'], ['2024', '0.2'], ['2027', '0.4'], '0.22');
  expect(values.map(({ value }) => value)).toStrictEqual([0.1, 0.2, 0.3, 0.4]);
});
