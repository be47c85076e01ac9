import { expect, test } from 'vitest';
import type { RowOf } from '#graph-model/rows.ts';
import { disputesOf } from '#server/analysis/disputes.ts';

const attribute = (id: string, entity: string, name: string, dispute: string) =>
  ({ id, entity, name, dispute }) as unknown as RowOf<'attribute'>;
const indicator = (id: string, value: string, patch: object = {}) =>
  ({
    id,
    entity: 'e1',
    measure: '高企数',
    scope: 's',
    period: '2024',
    figure: 'actual',
    value,
    dispute: 'differing',
    ...patch,
  }) as unknown as RowOf<'indicator'>;

function told(...lists: Parameters<typeof disputesOf>): string[] {
  return disputesOf(...lists).map(({ about, facts }) => `${about}: ${facts.map(({ row }) => row.id).join(' ')}`);
}

test('values that cannot all hold stand together, others apart', () => {
  const tie = { id: 'l1', from: 'e9', dispute: 'denied' } as unknown as RowOf<'relationship'>;
  expect(
    told(
      [indicator('i1', '836'), indicator('i2', '2442'), indicator('i3', '7', { scope: 'zone' })],
      [
        attribute('t1', 'e1', 'founded', 'differing'),
        attribute('t2', 'e2', 'founded', 'differing'),
        attribute('t3', 'e1', 'founded', 'differing'),
      ],
      [tie],
    ),
  ).toStrictEqual(['e1: i1 i2', 'e1: i3', 'e1: t1 t3', 'e2: t2', 'e9: l1']);
});

test('what is denied stands alone: its counterpart is the denial', () => {
  expect(
    told([], [attribute('t1', 'e1', 'description', 'denied'), attribute('t2', 'e1', 'description', 'denied')], []),
  ).toStrictEqual(['e1: t1', 'e1: t2']);
});
