import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import { noPathWords } from '#server/analysis/no-path-words.ts';
import { whyNoPath, type Miss, type NoPath } from '#server/analysis/no-path.ts';
import { isSet, lift, PATH_FILTERS, type PathFilter } from '#server/analysis/path-filters.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { weakOn } from '#server/analysis/path-weakness.ts';
import { kindAt } from '#server/analysis/projection.ts';
import { anyGraph, anyQuestion } from '../support/any-graph.ts';
import { PLAIN_QUESTION } from '../support/plain-question.ts';
import { companies, idOf, nameAt, projectionOf, type SmallGraph, type Tie } from '../support/small-graph.ts';
import { everyPath } from './paths-oracle.ts';

const ties = (...pairs: string[]): Tie[] => pairs.map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }));

/** From a to z: the no, its misses as `filters: path`, and it in words. */
async function why(
  graph: SmallGraph,
  more: Partial<PathQuestion> = {},
): Promise<{ none?: NoPath; misses?: readonly string[]; zh?: string; en?: string }> {
  const projection = await projectionOf(graph);
  const question: PathQuestion = {
    from: [projection.entities.indexOf(idOf('a'))],
    to: [projection.entities.indexOf(idOf('z'))],
    ...PLAIN_QUESTION,
    maxHops: 2,
    ...more,
  };
  const { none } = whyNoPath(projection, question);
  if (none === undefined) return {};
  const namesOf = (entities: readonly number[]) => entities.map((entity) => nameAt(projection, entity));
  const labels = (entities: readonly number[]) => namesOf(entities).map((name) => ({ zh: name, en: `the ${name}` }));
  const said = none.misses.map(({ filters, pastPlaces, path, steps }) => ({
    filters,
    pastPlaces,
    hops: path.hops,
    readings: path.readings,
    isWeak: weakOn(projection, steps).length > 0,
    leastReal: graph.ties.some(({ modality }) => modality === 'proposed')
      ? ('proposed' as const)
      : ('operating' as const),
    names: labels(path.entities),
  }));
  return {
    none,
    misses: none.misses.map(({ filters, path }) => `${filters.join(' ')}: ${namesOf(path.entities).join('')}`),
    ...noPathWords(none, said, {
      lone: labels(none.end === undefined ? [] : question[none.end]).map((name) => ({
        name,
        attributes: 0,
        indicators: 0,
      })),
      mayBeSame: [],
      maxHops: question.maxHops,
    }),
  };
}

test('an end without any relationship is said so', async () => {
  expect(await why({ entities: companies('abz'), ties: ties('ab') })).toStrictEqual({
    none: { reason: 'NO_RELATIONS', end: 'to', misses: [], cut: false },
    misses: [],
    zh: '图上没有z的任何关系；别的记录里也可能写到它。',
    en: 'The graph has no relationship of the z; other records may write of it.',
  });
});

test('the one filter that stands in the way is named, with the nearest miss and how real it is', async () => {
  const graph: SmallGraph = {
    entities: companies('abz'),
    ties: [...ties('ab'), { from: 'b', to: 'z', modality: 'proposed' }],
  };
  const { none, misses, zh, en } = await why(graph);
  expect([none?.reason, misses]).toStrictEqual(['FILTERED', ['modalities: abz']]);
  expect(zh).toBe('按这些条件没有路径。不限状态时，最近的一条有 2 步，有的只是建议：a → b → z。');
  expect(en).toBe(
    'No path under these filters. Without the modality the nearest has 2 hops, in part only proposed: the a → the b → the z.',
  );
});

test('every filter that stands in the way alone is named, and what is no weak tie goes before what only shares a place', async () => {
  const graph: SmallGraph = {
    entities: { ...companies('abyz'), p: 'Place' },
    ties: [...ties('ap', 'pz'), { from: 'a', to: 'y', modality: 'proposed' }, { from: 'a', to: 'b', ended: true }],
    readings: [['y', 'z']],
  };
  const { misses, zh } = await why(graph);
  expect(misses).toStrictEqual(['modalities: ayz', 'places: apz']);
  expect(zh).toBe(
    '按这些条件没有路径。不限状态时，最近的一条有 1 步，这一步只是建议，名称待核：a → y → z。' +
      '不限“不经过地区和政策”时，最近的一条有 2 步，有的只是建议，是弱联系：a → p → z。',
  );
});

test('of misses that are equally weak the one with fewer readings, then fewer hops, is told first', async () => {
  const graph: SmallGraph = {
    entities: { ...companies('abcz'), p: 'Place' },
    ties: [...ties('ap', 'pz'), { from: 'a', to: 'b', ended: true }, { from: 'b', to: 'z' }, ...ties('bc')],
  };
  expect((await why(graph)).misses).toStrictEqual(['ended: abz', 'places: apz']);
  const closer: SmallGraph = { ...graph, ties: [...ties('ap', 'pz'), { from: 'a', to: 'z', ended: true }] };
  expect((await why(closer)).misses).toStrictEqual(['ended: az', 'places: apz']);
});

test('where geography alone is told of one filter, what is found past all places is told before it', async () => {
  const graph: SmallGraph = {
    entities: { ...companies('az'), p: 'Place', q: 'Policy' },
    ties: [...ties('ap', 'pz'), { from: 'q', to: 'a', type: 'APPLIES_TO' }],
  };
  const applies = (modality: 'planned' | 'operating'): SmallGraph => ({
    ...graph,
    ties: [...graph.ties, { from: 'q', to: 'z', type: 'APPLIES_TO', modality }],
  });
  expect((await why(graph)).misses).toStrictEqual(['places: apz']);
  expect((await why(applies('operating'))).misses).toStrictEqual(['places: aqz', 'places: apz']);
  const { misses, zh } = await why(applies('planned'));
  expect(misses).toStrictEqual(['modalities places: aqz', 'places: apz']);
  expect(zh).toContain('不限状态、“不经过地区和政策”时，不经过地区的最近一条有 2 步，是弱联系：a → q → z。');
});

test('what leads through a place comes last, whatever its readings and hops', async () => {
  const graph: SmallGraph = {
    entities: { ...companies('abz'), p: 'Place', k: 'Park' },
    ties: [...ties('ap', 'pz'), ...ties('ak'), { from: 'k', to: 'b', modality: 'planned' }],
    readings: [['b', 'z']],
  };
  expect((await why(graph)).misses).toStrictEqual(['modalities: akbz', 'places: apz']);
});

test('a name that may be both ends, or one that may be the other, is told before the no', () => {
  const none = { reason: 'NOT_CONNECTED', cut: false } as const;
  const mayBeSame = [{ zh: '甲可能就是乙，尚未确认。', en: 'A may be B; not confirmed.' }];
  expect(noPathWords(none, [], { lone: [], mayBeSame, maxHops: 4 })).toStrictEqual({
    zh: '甲可能就是乙，尚未确认。除此以外，图上没有关系把两端连起来。',
    en: 'A may be B; not confirmed. Beside that, no relationships of the graph join the two.',
  });
});

test('of an end without relationships it is said what its page has', () => {
  const none = { reason: 'NO_RELATIONS', cut: false } as const;
  const lone = [{ name: { zh: '甲', en: 'A' }, attributes: 2, indicators: 1 }];
  expect(noPathWords(none, [], { lone, mayBeSame: [], maxHops: 4 })).toStrictEqual({
    zh: '图上没有甲的任何关系；它的页面上有 2 条记录、1 个数字，别的记录里也可能写到它。',
    en: 'The graph has no relationship of A; its own page has 2 records and 1 figure, and other records may write of it.',
  });
});

test('filters that only together stand in the way are named as the smallest sets that do', async () => {
  const graph: SmallGraph = {
    entities: { ...companies('abz'), p: 'Place' },
    ties: [
      { from: 'a', to: 'p', ended: true },
      ...ties('pz'),
      { from: 'a', to: 'b', ended: true },
      { from: 'b', to: 'z', modality: 'planned' },
    ],
  };
  expect((await why(graph)).misses).toStrictEqual(['modalities ended: abz', 'ended places: apz']);
});

test('of many filters that stand in the way together none is named that need not be lifted', async () => {
  const graph: SmallGraph = {
    entities: { ...companies('az'), p: 'Place' },
    ties: [
      { from: 'p', to: 'a', modality: 'planned', ended: true, classes: ['paper'] },
      { from: 'z', to: 'p', type: 'LOCATED_IN' },
    ],
  };
  const narrow = { direction: 'OUT', sourceClasses: ['policy'], minConfidence: 900 } as const;
  expect((await why(graph, narrow)).misses).toStrictEqual(['modalities ended places sourceClasses direction: apz']);
});

test('a path with more hops is told by its length', async () => {
  const { none, misses, zh, en } = await why({ entities: companies('abcz'), ties: ties('ab', 'bc', 'cz') });
  expect([none?.reason, misses]).toStrictEqual(['TOO_FAR', [': abcz']]);
  expect(zh).toBe('2 步以内没有路径。最近的一条有 3 步：a → b → c → z。');
  expect(en).toBe('No path within 2 hops. The nearest has 3 hops: the a → the b → the c → the z.');
});

test('filters and the hops stand in the way together: only the filters that have to be lifted are named', async () => {
  const graph = {
    entities: companies('abcz'),
    ties: [...ties('ab', 'bc'), { from: 'c', to: 'z', modality: 'planned' as const }],
  };
  const { none, misses } = await why(graph);
  expect([none?.reason, misses]).toStrictEqual(['FILTERED', ['modalities: abcz']]);
});

test('no connection at all is said so', async () => {
  expect(await why({ entities: companies('abyz'), ties: ties('ab', 'yz') })).toStrictEqual({
    none: { reason: 'NOT_CONNECTED', misses: [], cut: false },
    misses: [],
    zh: '图上没有关系把两端连起来，放宽条件也没有。',
    en: 'No relationships of the graph join the two, whatever the filters.',
  });
});

test('what the budget kept from being known is not claimed', async () => {
  const projection = await projectionOf({ entities: companies('abyz'), ties: ties('ab', 'yz') });
  const question: PathQuestion = {
    ...PLAIN_QUESTION,
    from: [0],
    to: [3],
    maxHops: 2,
    modalities: undefined,
    ended: true,
    places: true,
  };
  expect(whyNoPath(projection, question, 0)).toStrictEqual({ none: undefined, expanded: 0 });
});

test('the sets of filters that are named are the smallest that walking everything finds a path without, and what is past all places', async () => {
  const sizes = new Map<number, number>();
  let beyond = 0;
  await fc.assert(
    fc.asyncProperty(anyGraph(8), anyQuestion(8), async (graph, asked) => {
      const projection = await projectionOf(graph);
      const first = (filters: readonly PathFilter[], past = false) => {
        const lifted = lift(asked, filters);
        const isOpen = (kind: Kind) =>
          kind !== 'Place' && (kind !== 'Policy' || lifted.places || lifted.kinds !== undefined);
        const kinds = past ? (lifted.kinds ?? KIND_NAMES).filter(isOpen) : lifted.kinds;
        return everyPath(graph, projection, { ...lifted, kinds, k: 1, disjoint: false })[0];
      };
      if (first([]) !== undefined) return;
      const set = PATH_FILTERS.filter((filter) => isSet(asked, filter));
      const size = [1, 2, 3].find((many) => setsOf(set, many).some((filters) => first(filters) !== undefined));
      if (size === undefined) return;
      const { none } = whyNoPath(projection, asked);
      const order = (a: string, b: string) => (a < b ? -1 : 1);
      const named = none?.misses.map(({ filters, path }) => `${filters.join(' ')}: ${path.entities.join(' ')}`);
      const found = (many: number, past = false) =>
        setsOf(set, many).flatMap((filters) => {
          const path = first(filters, past);
          return path === undefined ? [] : [{ filters, path }];
        });
      const isGeography = ({ steps }: Miss) =>
        weakOn(projection, steps).some(({ entity }) => kindAt(projection, entity) === 'Place');
      const alone = none?.misses.filter(({ pastPlaces }) => pastPlaces !== true) ?? [];
      const isPlaceAlone = size === 1 && set.length > 1 && alone.every(isGeography);
      const [one, two] = isPlaceAlone ? [found(1, true), found(2, true)] : [[], []];
      const more = one.length > 0 ? one : two;
      if (more.length > 0) beyond++;
      const wanted = [...found(size), ...more].map(
        ({ filters, path }) => `${filters.join(' ')}: ${path.entities.join(' ')}`,
      );
      expect([none?.reason, none?.cut, named?.toSorted(order)]).toStrictEqual(['FILTERED', false, wanted.sort(order)]);
      sizes.set(size, (sizes.get(size) ?? 0) + 1);
    }),
    { numRuns: 1_000, seed: 20_261_127 },
  );
  expect(beyond).toBeGreaterThan(0);
  for (const size of [1, 2, 3]) expect([size, (sizes.get(size) ?? 0) >= 20]).toStrictEqual([size, true]);
}, 120_000);

function setsOf(set: readonly PathFilter[], size: number): readonly (readonly PathFilter[])[] {
  const every = Array.from({ length: 2 ** set.length }, (_, bits) => set.filter((_one, at) => (bits >> at) & 1));
  return every.filter(({ length }) => length === size);
}
