import { expect, test } from 'vitest';
import { regionHints } from '../../web/src/state/region-hints.ts';

const place = (id: string) => ({ id, kind: 'Place' as const, name: id });

test('a region that contains the others comes first, equal counts by id; one that no fact names is left out', () => {
  const around = new Map([
    ['b-zone', [place('province'), place('country')]],
    ['a-zone', [place('province'), place('country')]],
  ]);
  const hints = regionHints({ mentions: [place('b-zone'), place('a-zone'), place('province')], around });
  expect(hints.map(({ id }) => id)).toStrictEqual(['province', 'a-zone', 'b-zone']);
});

test('a region that is reached twice from one mention counts once', () => {
  const around = new Map([['park', [place('city'), place('province'), place('province')]]]);
  const hints = regionHints({ mentions: [place('park'), place('city')], around });
  expect(hints.map(({ id }) => id)).toStrictEqual(['city', 'park']);
});

test('at most eight are offered', () => {
  const mentions = Array.from({ length: 12 }, (_, at) => place(`p${at}`));
  expect(regionHints({ mentions, around: new Map() })).toHaveLength(8);
});
