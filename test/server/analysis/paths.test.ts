import { expect, test } from 'vitest';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { stepsOf } from '#server/analysis/path-steps.ts';
import { findPaths } from '#server/analysis/paths.ts';
import type { Projection } from '#server/analysis/projection.ts';
import { PLAIN_QUESTION } from '../support/plain-question.ts';
import { companies, idOf, nameAt, projectionOf, type SmallGraph, type Tie } from '../support/small-graph.ts';

function asked(projection: Projection, from: string, to: string, more: Partial<PathQuestion> = {}): PathQuestion {
  const indexes = (letters: string) => letters.split('').map((letter) => projection.entities.indexOf(idOf(letter)));
  return {
    from: indexes(from),
    to: indexes(to),
    ...PLAIN_QUESTION,
    ...more,
  };
}

const ties = (...pairs: string[]): Tie[] => pairs.map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }));

async function routes(graph: SmallGraph, from: string, to: string, more?: Partial<PathQuestion>): Promise<string[]> {
  const projection = await projectionOf(graph);
  const { paths } = findPaths(projection, asked(projection, from, to, more));
  return paths.map(({ entities }) => entities.map((entity) => nameAt(projection, entity)).join(''));
}

test('fewer hops come first, then the list of ids', async () => {
  const graph = { entities: companies('abcdz'), ties: ties('ac', 'cz', 'ab', 'bz', 'bd', 'dz', 'az') };
  expect(await routes(graph, 'a', 'z')).toStrictEqual(['az', 'abz', 'acz', 'abdz']);
  expect(await routes(graph, 'a', 'z', { k: 2 })).toStrictEqual(['az', 'abz']);
  expect(await routes(graph, 'a', 'z', { maxHops: 2 })).toStrictEqual(['az', 'abz', 'acz']);
});

test('between two sets a path touches each of them once', async () => {
  const graph = { entities: companies('abmyz'), ties: ties('ab', 'bm', 'mz', 'my', 'yz') };
  expect(await routes(graph, 'ab', 'yz')).toStrictEqual(['bmy', 'bmz']);
});

test('direction is that of the walk; without direction a relationship goes both ways', async () => {
  const graph = { entities: companies('abz'), ties: ties('ab', 'zb') };
  expect(await routes(graph, 'a', 'z', { direction: 'OUT' })).toStrictEqual([]);
  expect(await routes(graph, 'a', 'b', { direction: 'OUT' })).toStrictEqual(['ab']);
  expect(await routes(graph, 'b', 'a', { direction: 'IN' })).toStrictEqual(['ba']);
  const both = { ...graph, ties: [{ from: 'a', to: 'b', type: 'COLLABORATES_WITH' as const }] };
  expect(await routes(both, 'b', 'a', { direction: 'OUT' })).toStrictEqual(['ba']);
});

test('places and policies are passed only when asked, but may be ends', async () => {
  const graph: SmallGraph = {
    entities: { ...companies('az'), p: 'Place', q: 'Policy' },
    ties: ties('ap', 'pz', 'aq', 'qz'),
  };
  expect(await routes(graph, 'a', 'z')).toStrictEqual([]);
  expect(await routes(graph, 'a', 'z', { places: true })).toStrictEqual(['apz', 'aqz']);
  expect(await routes(graph, 'a', 'p')).toStrictEqual(['ap']);
});

test('what is planned or has ended is no path unless asked', async () => {
  const graph: SmallGraph = {
    entities: companies('abcz'),
    ties: [...ties('bz', 'cz'), { from: 'a', to: 'b', modality: 'planned' }, { from: 'a', to: 'c', ended: true }],
  };
  expect(await routes(graph, 'a', 'z')).toStrictEqual([]);
  expect(await routes(graph, 'a', 'z', { modalities: undefined })).toStrictEqual(['abz']);
  expect(await routes(graph, 'a', 'z', { ended: true })).toStrictEqual(['acz']);
});

test('a may-be reading stands at an end, is no hop, and ranks after every other path', async () => {
  const graph: SmallGraph = {
    entities: companies('axbmnz'),
    ties: ties('xz', 'am', 'mn', 'nz'),
    readings: [['x', 'a']],
  };
  const projection = await projectionOf(graph);
  const { paths } = findPaths(projection, asked(projection, 'a', 'z'));
  expect(
    paths.map(({ hops, readings, doubtfulStart, doubtfulEnd, entities }) => ({
      hops,
      readings,
      doubtfulStart,
      doubtfulEnd,
      route: entities.map((entity) => nameAt(projection, entity)).join(''),
    })),
  ).toStrictEqual([
    { hops: 3, readings: 0, doubtfulStart: false, doubtfulEnd: false, route: 'amnz' },
    { hops: 1, readings: 1, doubtfulStart: true, doubtfulEnd: false, route: 'axz' },
  ]);
});

test('readings are used at the ends only, one at each, and never alone', async () => {
  const graph: SmallGraph = {
    entities: companies('axmnyz'),
    ties: ties('xm', 'ny'),
    readings: [
      ['a', 'x'],
      ['m', 'n'],
      ['y', 'z'],
    ],
  };
  expect(await routes(graph, 'a', 'z', { maxHops: 8 })).toStrictEqual([]);
  expect(await routes({ ...graph, ties: ties('xy') }, 'a', 'z')).toStrictEqual(['axyz']);
  expect(await routes({ ...graph, ties: [], readings: [['a', 'z']] }, 'a', 'z')).toStrictEqual([]);
  expect(
    await routes(
      {
        ...graph,
        ties: [],
        readings: [
          ['a', 'x'],
          ['x', 'z'],
        ],
      },
      'a',
      'z',
    ),
  ).toStrictEqual([]);
});

test('a hop carries every relationship that passes between its two ends, the more real first', async () => {
  const projection = await projectionOf({
    entities: companies('abxy'),
    ties: [
      { from: 'b', to: 'a', type: 'FUNDS', modality: 'building' },
      { from: 'a', to: 'b', type: 'FUNDS' },
      { from: 'a', to: 'b', type: 'SUPPLIES' },
      { from: 'a', to: 'b', type: 'SUPPLIES', modality: 'planned' },
      { from: 'x', to: 'b', type: 'SUPPLIES' },
    ],
    readings: [['a', 'x']],
  });
  const question = asked(projection, 'a', 'b');
  const { paths } = findPaths(projection, question);
  expect(paths.map((path) => stepsOf(projection, question, path))).toStrictEqual([
    [{ from: 0, to: 1, relations: [2, 1, 0], reading: undefined }],
    [
      { from: 0, to: 2, relations: [], reading: 0 },
      { from: 2, to: 1, relations: [4], reading: undefined },
    ],
  ]);
});

test('the budget cuts at the same place each time and says so', async () => {
  const letters = 'abcdefghijklm';
  const pairs = letters.split('').flatMap((a) =>
    letters
      .split('')
      .filter((b) => a < b)
      .map((b) => a + b),
  );
  const projection = await projectionOf({ entities: companies(letters), ties: ties(...pairs) });
  const question = asked(projection, 'a', 'm', { k: 50, maxHops: 8 });
  const whole = findPaths(projection, question);
  const cut = findPaths(projection, question, 60);
  expect(whole.truncated).toBe(false);
  expect(whole.paths.length).toBe(50);
  expect(cut).toStrictEqual(findPaths(projection, question, 60));
  expect(cut.truncated).toBe(true);
  expect(cut.expanded).toBeLessThanOrEqual(60);
  expect(cut.paths).toStrictEqual(whole.paths.slice(0, cut.paths.length));
});
