import { describe, expect, test } from 'vitest';
import {
  askedOf,
  bodiesOf,
  decimal,
  percent,
  scoreOf,
  sumOf,
  toggled,
  withCompared,
  withVisit,
} from '../../web/src/state/candidate-face.ts';
import { visitsAddress } from '../../web/src/api/visit-files.ts';
import { EMPTY_VIEW } from '../../web/src/state/url.ts';
import { readWeights, writeWeights } from '../../web/src/state/weights.ts';

type Rows = Parameters<typeof bodiesOf>[0];
const list = (...ids: string[]) => ({ rows: ids.map((id) => ({ body: { id } })), cut: 0 });

describe('what a link asks for', () => {
  test('a chain or a segment needs a region, a body nothing else', () => {
    expect(askedOf(EMPTY_VIEW)).toBeNull();
    expect(askedOf({ ...EMPTY_VIEW, chains: ['ec'] })).toBeNull();
    expect(askedOf({ ...EMPTY_VIEW, regions: ['er'] })).toBeNull();
    expect(askedOf({ ...EMPTY_VIEW, regions: ['er'], chains: ['ec'] })).toStrictEqual({ region: 'er', chain: 'ec' });
    expect(askedOf({ ...EMPTY_VIEW, regions: ['er'], segment: 'es' })).toStrictEqual({ region: 'er', segment: 'es' });
    expect(askedOf({ ...EMPTY_VIEW, regions: ['er'], chains: ['ec'], body: 'eb' })).toStrictEqual({ body: 'eb' });
  });
});

describe('the visiting list', () => {
  test('everybody stands once, in the order of the lists', () => {
    const lists = { named: list('e2', 'e1'), ties: list('e1'), results: list('e3', 'e3') } as unknown as Rows;
    expect(bodiesOf(lists)).toStrictEqual(['e2', 'e1', 'e3']);
  });

  test('takes no more than it holds, and who leaves is no longer compared', () => {
    expect(toggled(['a', 'b'], 'c', 2)).toStrictEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a', 2)).toStrictEqual(['b']);
    expect(withVisit({ visits: ['a'], compared: [] }, 'b')).toStrictEqual({ visits: ['a', 'b'], compared: [] });
    expect(withVisit({ visits: ['a', 'b'], compared: ['b', 'a'] }, 'b')).toStrictEqual({
      visits: ['a'],
      compared: ['a'],
    });
    expect(withCompared({ compared: ['a', 'b', 'c', 'd'] }, 'e')).toStrictEqual({ compared: ['a', 'b', 'c', 'd'] });
  });

  test('is fetched for the question on screen and this version', () => {
    expect(
      visitsAddress('xlsx', {
        asked: { region: 'er', segment: 'es', chain: null },
        firms: ['e1', 'e2'],
        list: 'visits',
        language: 'en',
        date: '2025-02',
        version: 3,
      }),
    ).toBe('/visits.xlsx?segment=es&region=er&firm=e1&firm=e2&list=visits&language=en&date=2025-02&version=3');
    expect(
      visitsAddress('csv', {
        asked: { body: 'eb' },
        firms: ['e1'],
        list: 'candidates',
        language: 'zh',
        date: null,
        version: 1,
      }),
    ).toBe('/visits.csv?body=eb&firm=e1&list=candidates&language=zh&version=1');
  });
});

describe('the ranking', () => {
  const terms = [
    { term: 'fit' as const, value: 900, weight: 350, contribution: 315 },
    { term: 'complement' as const, value: 0, weight: 250, contribution: 0 },
    { term: 'signals' as const, value: null, weight: 200, contribution: 0 },
  ];

  test('a sum is written out; what no source speaks of is a dash, and 0 is 0', () => {
    expect(sumOf({ terms, total: 315 })).toBe('0.315 + 0.000 + – = 0.315');
    expect([decimal(900, 2), decimal(1000, 3), decimal(5, 3)]).toStrictEqual(['0.90', '1.000', '0.005']);
  });

  test('of a partner what nothing is known of stands in brackets', () => {
    const reasons = [
      { value: 420, known: true },
      { value: 100, known: false },
    ];
    expect(scoreOf({ terms: reasons, score: 520 })).toBe('0.420 + (0.100) = 0.520');
  });

  test('weights of a link are read whole or not at all', () => {
    expect(readWeights('signals.0,fit.1000')).toStrictEqual({ signals: 0, fit: 1000 });
    expect(writeWeights({ signals: 0, fit: 1000 })).toBe('fit.1000,signals.0');
    expect(writeWeights({})).toBeNull();
    expect(['fit', 'fit.1001', 'fit.1,fit.2', 'shine.1', 'fit.-1', ''].map(readWeights)).toStrictEqual(
      Array.from({ length: 6 }, () => null),
    );
  });
});

test('a rate is told in percent, with tenths where there are some', () => {
  expect([770, 766, 1, 0, 1000].map(percent)).toStrictEqual(['77 %', '76.6 %', '0.1 %', '0 %', '100 %']);
});
