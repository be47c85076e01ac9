import { expect, test } from 'vitest';
import { regionHints } from '../../web/src/state/region-hints.ts';

const place = (id: string) => ({ id, kind: 'Place' as const, name: id, nameEn: null });

test('the region that is named most often comes first, then the one that holds more of the named', () => {
  const around = new Map([
    ['b-zone', [place('province')]],
    ['a-zone', [place('province')]],
  ]);
  const mentions = [place('b-zone'), place('a-zone'), place('b-zone'), place('province')];
  expect(regionHints({ mentions, around }).map(({ id }) => id)).toStrictEqual(['b-zone', 'province', 'a-zone']);
});

test('a region that no fact names is offered last, and counts once a mention', () => {
  const around = new Map([
    ['park', [place('city'), place('province'), place('province')]],
    ['city', [place('province')]],
  ]);
  const hints = regionHints({ mentions: [place('park'), place('city')], around });
  expect(hints.map(({ id }) => id)).toStrictEqual(['city', 'park', 'province']);
});

test('at most eight are offered', () => {
  const mentions = Array.from({ length: 12 }, (_, at) => place(`p${at}`));
  expect(regionHints({ mentions, around: new Map() })).toHaveLength(8);
});
