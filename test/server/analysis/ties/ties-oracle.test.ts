import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindAt } from '#server/analysis/projection.ts';
import { commonNeighbours } from '#server/analysis/ties/common-neighbours.ts';
import { distances } from '#server/analysis/ties/distances.ts';
import { rings } from '#server/analysis/ties/rings.ts';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { anyGraph } from '../../support/any-graph.ts';
import { projectionOf } from '../../support/small-graph.ts';
import { anyCommonQuestion, anyDistanceQuestion, anyRingsQuestion } from './any-tie-question.ts';
import { commonByLooking, degreesOf, pairByWalking, ringsBySettling } from './ties-oracle.ts';

const RUNS = { numRuns: 4000, seed: 20_261_126 };

test('distances and what lies between are those that walking everything finds', async () => {
  let [near, far, shared] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(anyGraph(9), anyDistanceQuestion(9), async (graph, asked) => {
      const projection = await projectionOf(graph);
      const { pairs, intermediaries, omitted, truncated } = distances(projection, asked);
      const degrees = degreesOf(projection);
      const served = new Map<number, number[]>();
      const counted = new Set<string>();
      const wanted = asked.from.flatMap((from) =>
        asked.to.map((to) => {
          const { hops, inside } = pairByWalking(projection, asked, from, to);
          const at = asked.from.indexOf(from) * asked.to.length + asked.to.indexOf(to);
          if (asked.direction !== 'ANY' || !counted.has(`${to} ${from}`)) {
            for (const one of inside) served.set(one, [...(served.get(one) ?? []), at]);
          }
          counted.add(`${from} ${to}`);
          if (hops === undefined) far++;
          else if (hops > 1) near++;
          const none = degrees[from] === 0 || degrees[to] === 0 ? 'NO_RELATIONS' : 'NONE_WITHIN';
          return { from, to, hops, none: hops === undefined ? none : undefined };
        }),
      );
      expect(pairs).toStrictEqual(wanted);
      const between = [...served].sort(([a, one], [b, other]) => other.length - one.length || a - b);
      expect(intermediaries.map((one) => [one.entity, one.pairs])).toStrictEqual(between);
      for (const { entity, weakness } of intermediaries) {
        expect(weakness !== undefined).toBe(kindAt(projection, entity) !== 'Company');
      }
      expect([omitted, truncated]).toStrictEqual([0, false]);
      if (between.some(([, some]) => some.length > 2)) shared++;
    }),
    RUNS,
  );
  expect(Math.min(near, far, shared)).toBeGreaterThan(200);
}, 120_000);

test('common neighbours are those that looking at every entity finds, in the same order', async () => {
  let [found, cut] = [0, 0];
  await fc.assert(
    fc.asyncProperty(anyGraph(9), anyCommonQuestion(9), async (graph, asked) => {
      const projection = await projectionOf(graph);
      const { relations } = projection;
      const { neighbours, omitted, truncated } = commonNeighbours(projection, asked);
      const wanted = commonByLooking(projection, asked);
      const shown = wanted.slice(0, asked.first);
      expect(neighbours.map(({ entity }) => entity)).toStrictEqual(shown.map(({ entity }) => entity));
      expect(neighbours.map(({ ties }) => ties.map(({ of }) => of))).toStrictEqual(shown.map(({ of }) => of));
      for (const [i, { ties }] of neighbours.entries()) {
        for (const [j, tie] of ties.entries()) {
          const rank = (row: number) => (relations.modalities[row] ?? 0) * 1000 + (relations.types[row] ?? 0);
          const rows = [...(shown[i]?.rows[j] ?? [])].sort((a, b) => rank(a) - rank(b) || a - b);
          expect(tie.relations).toStrictEqual(rows);
        }
      }
      expect([omitted, truncated]).toStrictEqual([wanted.length - shown.length, false]);
      if (shown.length > 0) found++;
      if (omitted > 0) cut++;
    }),
    RUNS,
  );
  expect(Math.min(found, cut)).toBeGreaterThan(200);
}, 120_000);

test('rings are those of distances that have settled', async () => {
  let [second, third] = [0, 0];
  await fc.assert(
    fc.asyncProperty(anyGraph(12), anyRingsQuestion(12), async (graph, asked) => {
      const projection = await projectionOf(graph);
      const { rings: found, truncated } = rings(projection, asked);
      const wanted = ringsBySettling(projection, asked);
      const typeOf = (row: number) => RELATIONSHIP_TYPES[projection.relations.types[row] ?? 0] ?? '';
      const tally = (words: readonly string[]) => {
        const counts: Record<string, number> = {};
        for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
        return counts;
      };
      const said = found.map((ring) => ({
        ...ring,
        kinds: Object.fromEntries(ring.kinds.map(({ kind, count }) => [kind, count])),
        relationTypes: Object.fromEntries(ring.relationTypes.map(({ type, count }) => [type, count])),
      }));
      expect(said).toStrictEqual(
        wanted.map(({ distance, inside, rows }) => ({
          distance,
          count: inside.length,
          kinds: tally(inside.map((one) => kindAt(projection, one))),
          relationCount: rows.length,
          relationTypes: tally(rows.map(typeOf)),
          entities: inside.slice(0, asked.limit),
        })),
      );
      expect(truncated).toBe(false);
      if (found.length > 1) second++;
      if (found.length > 2) third++;
    }),
    RUNS,
  );
  expect(Math.min(second, third)).toBeGreaterThan(200);
}, 120_000);
