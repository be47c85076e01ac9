import { expect, test } from 'vitest';
import { findPaths } from '#server/analysis/paths.ts';
import type { Projection } from '#server/analysis/projection.ts';
import { drawer } from '../../sameness/draw.ts';
import { PLAIN_QUESTION } from '../support/plain-question.ts';
import { projectionOf, type Tie } from '../support/small-graph.ts';
import { yen } from './yen.ts';

const LETTERS = 'bcdefghijklmnopqrstuvwxyz';

/** So many companies and twice as many ties, a third of which lead to one of ten hubs. */
async function hubbed(count: number, seed: number): Promise<Projection> {
  const draw = drawer(seed);
  const name = (at: number) => `${LETTERS[Math.floor(at / 25)] ?? ''}${LETTERS[at % 25] ?? ''}`;
  const names = Array.from({ length: count }, (_, at) => name(at));
  const ties = Array.from({ length: count * 2 }, (): Tie => {
    const to = draw.chance(0.33) ? draw.below(10) : draw.below(count);
    return { from: draw.pick(names), to: name(to), confidence: 700 + draw.below(31) * 10 };
  });
  return projectionOf({ entities: Object.fromEntries(names.map((one) => [one, 'Company'])), ties });
}

test.each(['HOPS', 'COST'] as const)(
  'among 400 companies with hubs the 25 best by %s are those of Yen',
  async (weight) => {
    for (let seed = 1; seed <= 6; seed++) {
      const projection = await hubbed(400, seed);
      const draw = drawer(100 + seed);
      for (let pair = 0; pair < 4; pair++) {
        const [from, to] = [draw.below(200), 200 + draw.below(200)];
        const asked = { ...PLAIN_QUESTION, from: [from], to: [to], k: 25, maxHops: 6, weight };
        const { paths, truncated } = findPaths(projection, asked);
        expect(truncated).toBe(false);
        const expected = yen(projection, from, to, 25, 6, weight).map(({ entities }) => entities);
        expect(paths.map(({ entities }) => entities)).toStrictEqual(expected);
      }
    }
  },
  120_000,
);
