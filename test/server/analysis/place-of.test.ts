import { expect, test } from 'vitest';
import { meantPlaceOf, placeOf, reachOf } from '#server/analysis/place-of.ts';
import { idOf, nameAt, projectionOf, type Tie } from '../support/small-graph.ts';

const entities = { f: 'Company', k: 'Park', p: 'Place', q: 'Place', r: 'Place' } as const;
const inside = (from: string, to: string): Tie => ({
  from,
  to,
  type: from === 'p' || from === 'q' ? 'PART_OF' : 'LOCATED_IN',
});

async function placeOfF(ties: readonly Tie[]): Promise<string | undefined> {
  const projection = await projectionOf({ entities, ties });
  const place = placeOf(projection, projection.entities.indexOf(idOf('f')));
  return place === undefined ? undefined : nameAt(projection, place);
}

test('a firm in one park is in that park', async () => {
  expect(await placeOfF([inside('f', 'k')])).toBe('k');
});

test('of a park and the city around it the park is the place', async () => {
  expect(await placeOfF([inside('f', 'k'), inside('f', 'p'), inside('k', 'q'), inside('q', 'p')])).toBe('k');
});

test('two places that do not contain one another are no place', async () => {
  expect(await placeOfF([inside('f', 'p'), inside('f', 'q')])).toBe(undefined);
});

test('what is planned, or has ended, is no place', async () => {
  expect(await placeOfF([{ ...inside('f', 'p'), modality: 'planned' }])).toBe(undefined);
  expect(await placeOfF([{ ...inside('f', 'p'), ended: true }, inside('f', 'q')])).toBe('q');
});

test('where a plan puts it is told apart, by the innermost of what plans say', async () => {
  const ties = [inside('f', 'q'), inside('k', 'p')];
  const planned = [inside('f', 'k'), inside('f', 'p')].map((tie): Tie => ({ ...tie, modality: 'planned' }));
  const projection = await projectionOf({ entities, ties: [...ties, ...planned] });
  const [f, p] = ['f', 'p'].map((name) => projection.entities.indexOf(idOf(name)));
  expect(nameAt(projection, placeOf(projection, f ?? 0) ?? -1)).toBe('q');
  expect(nameAt(projection, meantPlaceOf(projection, f ?? 0) ?? -1)).toBe('k');
  expect(meantPlaceOf(projection, p ?? 0)).toBe(undefined);
});

test('places that contain each other end the search', async () => {
  expect(await placeOfF([inside('f', 'p'), inside('p', 'q'), inside('q', 'p')])).toBe('p');
});

test('a zone reaches into every place that a part of it lies in, and into none that is only planned', async () => {
  const zone = { f: 'Company', k: 'Park', l: 'Park', m: 'Park', p: 'Place', q: 'Place', r: 'Place' } as const;
  const within = (from: string, to: string): Tie => ({ from, to, type: 'LOCATED_IN' });
  const part = (from: string, to: string): Tie => ({ from, to, type: 'PART_OF' });
  const ties = [
    part('l', 'k'),
    within('l', 'p'),
    part('m', 'k'),
    { ...within('m', 'q'), modality: 'planned' } as const,
    within('f', 'k'),
    within('f', 'r'),
  ];
  const projection = await projectionOf({ entities: zone, ties });
  const reach = [...reachOf(projection, projection.entities.indexOf(idOf('k')))];
  expect(reach.map((area) => nameAt(projection, area)).sort()).toEqual(['k', 'p']);
});
