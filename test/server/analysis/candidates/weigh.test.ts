import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SEGMENT_WEIGHTS, TERM_NAMES, type Weights } from '#server/analysis/candidates/score-table.ts';
import { rankingOf, weighed, type Values } from '#server/analysis/candidates/weigh.ts';

const value = fc.integer({ min: 0, max: 1000 });
const values = fc.record(Object.fromEntries(TERM_NAMES.map((term) => [term, value])), { requiredKeys: [] });
const weights = fc
  .record(Object.fromEntries(TERM_NAMES.map((term) => [term, value])))
  .filter((one) => Object.values(one).some((weight) => weight > 0)) as fc.Arbitrary<Weights>;
const bodies = fc
  .array(values, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((one, n) => ({ body: `e${String(n).padStart(2, '0')}`, values: one as Values })));

const total = (one: Values, by: Weights) => weighed(one, by).reduce((sum, { contribution }) => sum + contribution, 0);

test('terms are weighed by their shares, rounded, and add up to the total; what is missing adds nothing', () => {
  const terms = weighed({ fit: 900, complement: 800, signals: 600 }, SEGMENT_WEIGHTS);
  expect(terms.map(({ term, value: of, contribution }) => [term, of, contribution])).toStrictEqual([
    ['fit', 900, 270],
    ['complement', 800, 160],
    ['closeness', undefined, 0],
    ['projects', undefined, 0],
    ['signals', 600, 90],
    ['evidence', undefined, 0],
  ]);
});

test('all weights times a number give the same ranking', () => {
  fc.assert(
    fc.property(bodies, weights, fc.integer({ min: 2, max: 9 }), (all, by, times) => {
      const scaled = Object.fromEntries(TERM_NAMES.map((term) => [term, by[term] * times])) as Weights;
      const plain = ({ ranked }: ReturnType<typeof rankingOf>) =>
        ranked.map(({ body, rank, best, worst, total: sum }) => [body, rank, best, worst, sum]);
      expect(plain(rankingOf(all, scaled))).toStrictEqual(plain(rankingOf(all, by)));
    }),
  );
});

test('a term that is not known never raises a total', () => {
  fc.assert(
    fc.property(values, weights, fc.constantFrom(...TERM_NAMES), (all, by, term) => {
      const { [term]: _, ...without } = all as Values;
      expect(total(without, by)).toBeLessThanOrEqual(total(all as Values, by));
    }),
  );
});

test('the order in which bodies are given does not matter', () => {
  fc.assert(
    fc.property(bodies, weights, (all, by) => {
      expect(rankingOf([...all].reverse(), by).ranked).toStrictEqual(rankingOf(all, by).ranked);
    }),
  );
});

test('a rank stands in the range of ranks that other weights give', () => {
  fc.assert(
    fc.property(bodies, weights, (all, by) => {
      for (const { rank, best, worst } of rankingOf(all, by).ranked) {
        expect(best).toBeLessThanOrEqual(rank);
        expect(worst).toBeGreaterThanOrEqual(rank);
      }
    }),
  );
});

test('equal totals share a rank, and the id decides their order', () => {
  const { ranked } = rankingOf(
    [
      { body: 'c', values: { fit: 500 } },
      { body: 'a', values: { fit: 500 } },
      { body: 'b', values: { fit: 900 } },
      { body: 'd', values: {} },
    ],
    SEGMENT_WEIGHTS,
  );
  expect(ranked.map(({ body, rank, total: sum }) => [body, rank, sum])).toStrictEqual([
    ['b', 1, 270],
    ['a', 2, 150],
    ['c', 2, 150],
    ['d', 4, 0],
  ]);
});

test('when one weight moves, the range says which ranks it could be', () => {
  const all = [
    { body: 'maker', values: { fit: 1000 } },
    { body: 'friend', values: { closeness: 1000, projects: 900, evidence: 300 } },
  ];
  const { ranked } = rankingOf(all, SEGMENT_WEIGHTS);
  expect(ranked.map(({ body, rank, best, worst, total: sum }) => [body, rank, best, worst, sum])).toStrictEqual([
    ['maker', 1, 1, 2, 300],
    ['friend', 2, 1, 2, 270],
  ]);
});

test('whoever lacks a required term is dropped, and counted by it', () => {
  const { ranked, dropped } = rankingOf(
    [
      { body: 'a', values: { fit: 500, signals: 0 } },
      { body: 'b', values: { fit: 900 } },
      { body: 'c', values: { signals: 900 } },
    ],
    SEGMENT_WEIGHTS,
    ['signals', 'fit'],
  );
  expect(ranked.map(({ body }) => body)).toStrictEqual(['a']);
  expect([...dropped]).toStrictEqual([
    ['signals', 1],
    ['fit', 1],
  ]);
});
