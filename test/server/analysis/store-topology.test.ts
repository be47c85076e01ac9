import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { createAdjacencyCache } from '#server/analysis/adjacency.ts';
import { neighbourhood } from '#server/analysis/neighbourhood.ts';
import { noPathBetween, pathsBetween } from '#server/analysis/path-answers.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { placeOf, reachOf } from '#server/analysis/place-of.ts';
import { degreeOf, type AnyProjection } from '#server/analysis/projection.ts';
import type { RelationFilter } from '#server/analysis/relation-filter.ts';
import { countRelations, relationsOf } from '#server/analysis/relation-list.ts';
import { storeTopology } from '#server/analysis/store-topology.ts';
import type { Topology } from '#server/analysis/topology.ts';
import { createWholeCounts } from '#server/analysis/whole-counts.ts';
import { anyGraph, anyQuestion } from '../support/any-graph.ts';
import { alike, both } from '../support/both-topologies.ts';
import { PLAIN_QUESTION } from '../support/plain-question.ts';
import { companies, idOf, readerOf, type SmallGraph } from '../support/small-graph.ts';

function byLetter(question: PathQuestion): PathQuestion<string> {
  const ids = (indexes: readonly number[]) => indexes.map((index) => idOf(letterAt(index)));
  const { from, to, unread = [], exclude, mustPass } = question;
  return {
    ...question,
    from: ids(from),
    to: ids(to),
    unread: ids(unread),
    exclude: ids(exclude),
    mustPass: ids(mustPass),
  };
}

const budget = fc.option(fc.nat(60), { nil: undefined });

test.each([10, 26])(
  'paths, and why there is none, among %i entities are those of the whole',
  async (size) => {
    let [found, none, cut] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(anyGraph(size), anyQuestion(size), budget, async (graph, asked, most) => {
        const topologies = await both(graph);
        const question = byLetter(asked);
        const { paths, truncated } = await alike(topologies, (one) => pathsBetween(one, question, most));
        const why = await alike(topologies, (one) => noPathBetween(one, question, most));
        if (paths.length > 0) found++;
        if (why.none !== undefined) none++;
        if (truncated) cut++;
      }),
      { numRuns: 1_500, seed: 20_261_126 },
    );
    expect(Math.min(found, none, cut)).toBeGreaterThan(100);
  },
  120_000,
);

const anyFilter = fc.record({
  types: fc.constantFrom(undefined, ['SUPPLIES', 'LOCATED_IN'] as const),
  direction: fc.constantFrom(undefined, 'OUT', 'IN'),
  kinds: fc.constantFrom(undefined, ['Place'] as const),
  ended: fc.constantFrom(undefined, false),
});

test('what is asked of one entity, and its neighbourhood, are those of the whole', async () => {
  const located = fc.array(fc.tuple(fc.nat(25), fc.nat(25)), { maxLength: 30, size: 'max' });
  const asked = fc.uniqueArray(fc.nat(25), { minLength: 1, maxLength: 4 });
  let placed = 0;
  await fc.assert(
    fc.asyncProperty(
      anyGraph(26),
      located,
      asked,
      anyFilter,
      fc.boolean(),
      async (graph, pairs, some, filter, within) => {
        const more = pairs.map(([from, to]) => ({
          from: letterAt(from),
          to: letterAt(to),
          type: 'LOCATED_IN' as const,
        }));
        const topologies = await both({ ...graph, ties: [...graph.ties, ...more] });
        const ids = some.map((index) => idOf(letterAt(index)));
        for (const id of ids) {
          const { place } = await alike(topologies, (one) =>
            one.analyse([id], (projection) => allOf(projection, id, filter)),
          );
          if (place !== undefined) placed++;
        }
        await alike(topologies, (one) =>
          one.analyse(ids, (projection) => {
            const entities = ids.map((id) => projection.entities.indexOf(id));
            const answer = neighbourhood(projection, { entities, filter, limit: 7, within });
            return {
              entities: answer.entities.map((entity) => projection.entities.at(entity)),
              relations: answer.relations.map((row) => projection.relations.ids.at(row)),
              omitted: answer.omitted,
            };
          }),
        );
      },
    ),
    { numRuns: 300, seed: 20_261_126 },
  );
  expect(placed).toBeGreaterThan(100);
}, 120_000);

function allOf(projection: AnyProjection, id: string, filter: RelationFilter) {
  const entity = projection.entities.indexOf(id);
  const place = placeOf(projection, entity);
  return {
    degree: degreeOf(projection, entity),
    place: place === undefined ? undefined : projection.entities.at(place),
    reach: [...reachOf(projection, entity)].map((area) => projection.entities.at(area)).sort(),
    relations: relationsOf(projection, entity, filter).map((half) => [
      projection.relations.ids.at(projection.rows[half] ?? 0),
      projection.sides[half],
    ]),
    counts: countRelations(projection, entity, filter),
  };
}

/** A topology over the store, and how many entities each of its reads of relationships asked for. */
function counting(graph: SmallGraph): { readonly part: Topology; readonly reads: number[] } {
  const reader = readerOf(graph);
  const reads: number[] = [];
  const find: GraphReader['find'] = (table, key, values, page) => {
    if (table === 'relationship' && String(key) === 'from') reads.push([...values].length);
    return reader.find(table, key, values, page);
  };
  const { signal } = new AbortController();
  return { part: storeTopology({ ...reader, find }, createAdjacencyCache(), createWholeCounts(), signal), reads };
}

const A_TO_Z: PathQuestion<string> = {
  from: [idOf('a')],
  to: [idOf('z')],
  ...PLAIN_QUESTION,
  k: 50,
  maxHops: 8,
  modalities: undefined,
  ended: true,
  places: true,
};

test('a long path is read from both ends, a level a read, and nothing twice', async () => {
  const ties = Array.from({ length: 25 }, (_, i) => ({ from: letterAt(i), to: letterAt(i + 1) }));
  const { part, reads } = counting({ entities: companies('abcdefghijklmnopqrstuvwxyz'), ties });
  expect((await noPathBetween(part, A_TO_Z)).none?.misses[0]?.path.hops).toBe(25);
  expect(reads).toStrictEqual([2, ...Array<number>(24).fill(1)]);
});

test('however many entities a level has, it is one read', async () => {
  const middle = 'bcdefghijklmnopqrstuvwxy'.split('');
  const ties = middle.flatMap((one) => [
    { from: 'a', to: one },
    { from: one, to: 'z' },
  ]);
  const { part, reads } = counting({ entities: companies('abcdefghijklmnopqrstuvwxyz'), ties });
  expect((await pathsBetween(part, { ...A_TO_Z, maxHops: 2 })).paths.length).toBe(24);
  expect(reads).toStrictEqual([2, 24]);
});

test('a hub is read page by page to its end', async () => {
  const ties = Array.from({ length: 11_000 }, (_, i) => ({ from: 'z', to: i % 2 === 0 ? 'a' : 'b' }));
  const { part, reads } = counting({ entities: companies('abz'), ties });
  const listed = await part.analyse([idOf('z')], (projection) => {
    return relationsOf(projection, projection.entities.indexOf(idOf('z'))).length;
  });
  expect(listed).toBe(11_000);
  expect(reads).toStrictEqual([1, 1, 1]);
});

test('a relationship to an entity that is not there is a broken store', async () => {
  const { part } = counting({ entities: companies('a'), ties: [{ from: 'a', to: 'b' }] });
  await expect(part.analyse([idOf('a')], (projection) => degreeOf(projection, 0))).rejects.toThrow(
    new GraphError('STORE_BROKEN', { row: `l${'a'.repeat(20)}`, missing: idOf('b') }),
  );
});

function letterAt(index: number): string {
  return String.fromCharCode(97 + index);
}
