import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonNeighbours } from '#server/analysis/ties/common-neighbours.ts';
import { distances } from '#server/analysis/ties/distances.ts';
import { rings } from '#server/analysis/ties/rings.ts';
import { anyGraph } from '../../support/any-graph.ts';
import { projectionOf } from '../../support/small-graph.ts';
import { anyCommonQuestion, anyDistanceQuestion, anyRingsQuestion } from './any-tie-question.ts';

const RUNS = { numRuns: 1500, seed: 20_261_126 };
const budget = fc.nat(80);

test('distances that are given when the budget ends are those of the whole search', async () => {
  let [cut, known] = [0, 0];
  await fc.assert(
    fc.asyncProperty(anyGraph(12), anyDistanceQuestion(12), fc.nat(50), async (graph, asked, most) => {
      const projection = await projectionOf(graph);
      const whole = distances(projection, asked);
      const part = distances(projection, asked, most);
      if (!part.truncated) expect(part).toStrictEqual(whole);
      for (const [i, pair] of part.pairs.entries()) {
        if (pair.none === 'CUT') cut++;
        else expect(pair).toStrictEqual(whole.pairs[i]);
        if (part.truncated && pair.hops !== undefined && pair.hops > 1) known++;
      }
      const served = new Map(whole.intermediaries.map(({ entity, pairs }) => [entity, pairs]));
      for (const { entity, pairs } of part.intermediaries) {
        expect(served.get(entity)).toStrictEqual(expect.arrayContaining([...pairs]));
      }
    }),
    RUNS,
  );
  expect(Math.min(cut, known)).toBeGreaterThan(200);
}, 120_000);

test('common neighbours that are given when the budget ends are such', async () => {
  let cut = 0;
  await fc.assert(
    fc.asyncProperty(anyGraph(12), anyCommonQuestion(12), budget, async (graph, asked, most) => {
      const projection = await projectionOf(graph);
      const whole = commonNeighbours(projection, { ...asked, first: 100 });
      const part = commonNeighbours(projection, { ...asked, first: 100 }, most);
      if (!part.truncated) expect(part).toStrictEqual(whole);
      else if (part.neighbours.length > 0) cut++;
      for (const { entity, ties } of part.neighbours) {
        const there = whole.neighbours.find((one) => one.entity === entity);
        expect(there?.ties).toStrictEqual(expect.arrayContaining([...ties]));
      }
    }),
    RUNS,
  );
  expect(cut).toBeGreaterThan(10);
}, 120_000);

test('rings that are given when the budget ends are the inner ones, whole', async () => {
  let cut = 0;
  await fc.assert(
    fc.asyncProperty(anyGraph(12), anyRingsQuestion(12), budget, async (graph, asked, most) => {
      const projection = await projectionOf(graph);
      const whole = rings(projection, asked).rings;
      const part = rings(projection, asked, most);
      expect(part.rings).toStrictEqual(part.truncated ? whole.slice(0, part.rings.length) : whole);
      if (part.truncated && part.rings.length > 0) cut++;
    }),
    RUNS,
  );
  expect(cut).toBeGreaterThan(50);
}, 120_000);
