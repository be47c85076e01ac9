import { expect, test } from 'vitest';
import { twinsIn } from '../../web/src/state/twins.ts';

type Asked = Parameters<typeof twinsIn>[0];

const body = (id: string, ...readings: [from: string, to: string][]) => ({
  id,
  kind: 'Company' as const,
  name: id,
  nameEn: null,
  place: null,
  readings: readings.map(([from, to]) => ({ id: `${from}${to}`, from: { id: from }, to: { id: to } })),
});

test('who may be one body is told on both rows, wherever on the page they stand', () => {
  const rows = (...bodies: ReturnType<typeof body>[]) => ({ rows: bodies.map((one) => ({ body: one })), cut: 0 });
  const asked = {
    named: rows(),
    ties: rows(body('简称', ['简称', '全称'], ['简称', '别处'])),
    results: rows(body('无关')),
    ranking: null,
    partners: rows(body('全称', ['简称', '全称'])),
  } as unknown as Asked;
  const names = [...twinsIn(asked)].map(([id, twins]) => [id, twins.map(({ name }) => name)]);
  expect(names).toStrictEqual([
    ['简称', ['全称']],
    ['无关', []],
    ['全称', ['简称']],
  ]);
});
