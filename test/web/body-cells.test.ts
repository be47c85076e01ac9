import { expect, test } from 'vitest';
import type { BodyCell, BodyCells } from '../../web/src/api/body-cells.ts';
import { cellsIn, homeOf, reasonOf, regionsOf } from '../../web/src/state/body-cells.ts';

const named = (id: string) => ({ id, name: id, nameEn: null });
const why = (about: BodyCell['cell']['reasons'][number]['about'], holds = true) => ({
  about,
  holds,
  reason: { zh: `因为${about}`, en: `as ${about}` },
});
const cell = (chain: string, segment: string, region: string): BodyCell => ({
  chain: { __typename: 'Chain', id: chain },
  seen: [{ as: 'operating' }],
  cell: {
    segment: { __typename: 'Segment', ...named(segment) },
    region: { __typename: 'Place', id: region },
    judgement: { state: 'present', sole: false, onlyBuilding: false, contradicted: false },
    reasons: [why('strong', false), why('present')],
  },
});
const found: Pick<BodyCells, 'regions' | 'chains' | 'cells'> = {
  regions: ['园', '市', '省', '外'].map((id) => ({ __typename: 'Place' as const, ...named(id) })),
  chains: ['链', '别链'].map((id) => ({ __typename: 'Chain' as const, ...named(id) })),
  cells: [cell('链', '泵', '省'), cell('链', '泵', '园'), cell('别链', '阀', '省')],
};

test('regions in which nothing is seen are left out, of those with most cells the innermost is home', () => {
  expect(regionsOf(found).map(({ id, count }) => [id, count])).toStrictEqual([
    ['园', 1],
    ['省', 2],
  ]);
  expect(homeOf(regionsOf(found))?.id).toBe('省');
  expect(homeOf(regionsOf({ ...found, cells: found.cells.slice(0, 2) }))?.id).toBe('园');
  expect(homeOf([])).toBe(undefined);
});

test('the cells of a region stand under their chains, a chain without any is left out', () => {
  const of = (region: string) =>
    cellsIn(found, region).map(({ chain, cells }) => [chain.id, ...cells.map((one) => one.cell.segment.id)]);
  expect(of('省')).toStrictEqual([
    ['链', '泵'],
    ['别链', '阀'],
  ]);
  expect(of('园')).toStrictEqual([['链', '泵']]);
});

test('the reason is that of the face that is shown', () => {
  const { cell: present } = cell('链', '泵', '省');
  expect(reasonOf(present)?.zh).toBe('因为present');
  const sole = {
    ...present,
    judgement: { ...present.judgement, sole: true },
    reasons: [...present.reasons, why('sole')],
  };
  expect(reasonOf(sole)?.zh).toBe('因为sole');
  expect(reasonOf({ ...sole, judgement: { ...sole.judgement, state: 'strong' }, reasons: [why('strong')] })?.zh).toBe(
    '因为strong',
  );
});
