import { expect, test } from 'vitest';
import { noPathWords } from '#server/analysis/no-path-words.ts';
import { whyNoPath, type NoPath } from '#server/analysis/no-path.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { PLAIN_QUESTION } from '../support/plain-question.ts';
import { companies, idOf, nameAt, projectionOf, type SmallGraph, type Tie } from '../support/small-graph.ts';

const ties = (...pairs: string[]): Tie[] => pairs.map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }));

/** From a to z, and the no in words. */
async function why(
  graph: SmallGraph,
  more: Partial<PathQuestion> = {},
): Promise<{ none?: NoPath; zh?: string; en?: string }> {
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
  const spoken = none.nearest?.entities ?? (none.end === undefined ? [] : question[none.end]);
  return {
    none,
    ...noPathWords(
      none,
      spoken.map((entity) => {
        const name = nameAt(projection, entity);
        return { zh: name, en: `the ${name}` };
      }),
      question.maxHops,
    ),
  };
}

test('an end without any relationship is said so', async () => {
  expect(await why({ entities: companies('abz'), ties: ties('ab') })).toStrictEqual({
    none: { reason: 'NO_RELATIONS', end: 'to', filters: [] },
    zh: '现有资料没有记载z的任何关系。',
    en: 'The data at hand document no relationship of the z.',
  });
});

test('the one filter that stands in the way is named, with the nearest miss', async () => {
  const graph: SmallGraph = {
    entities: companies('abz'),
    ties: [...ties('ab'), { from: 'b', to: 'z', modality: 'proposed' }],
  };
  const { none, zh, en } = await why(graph);
  expect([none?.reason, none?.filters]).toStrictEqual(['FILTERED', ['modalities']]);
  expect(zh).toBe('按这些条件没有路径。不限状态时，最近的一条有 2 步：a → b → z。');
  expect(en).toBe('No path under these filters. Without the modality the nearest has 2 hops: the a → the b → the z.');
});

test('of several filters the one that lets the shortest path through is named', async () => {
  const graph: SmallGraph = {
    entities: { ...companies('abz'), p: 'Place' },
    ties: [...ties('ap', 'pz'), { from: 'a', to: 'z', ended: true }],
  };
  expect((await why(graph)).none?.filters).toStrictEqual(['ended']);
});

test('filters that only together stand in the way are all named', async () => {
  const graph: SmallGraph = {
    entities: { ...companies('az'), p: 'Place' },
    ties: [{ from: 'a', to: 'p', ended: true }, ...ties('pz')],
  };
  expect((await why(graph)).none?.filters).toStrictEqual(['modalities', 'ended', 'places']);
});

test('a path with more hops is told by its length', async () => {
  const { none, zh, en } = await why({ entities: companies('abcz'), ties: ties('ab', 'bc', 'cz') });
  expect(none?.reason).toBe('TOO_FAR');
  expect(zh).toBe('2 步以内没有路径，最近的一条有 3 步：a → b → c → z。');
  expect(en).toBe('No path within 2 hops; the nearest has 3: the a → the b → the c → the z.');
});

test('no connection at all is said so', async () => {
  expect(await why({ entities: companies('abyz'), ties: ties('ab', 'yz') })).toStrictEqual({
    none: { reason: 'NOT_CONNECTED', filters: [] },
    zh: '现有资料里两端没有任何路径相连，放宽条件也没有。',
    en: 'In the data at hand no path connects the two, whatever the filters.',
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
  expect(whyNoPath(projection, question, 0)).toStrictEqual({ none: undefined, truncated: true, expanded: 0 });
});
