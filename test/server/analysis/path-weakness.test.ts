import { expect, test } from 'vitest';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import { stepsOf } from '#server/analysis/path-steps.ts';
import { weakOn } from '#server/analysis/path-weakness.ts';
import { findPaths } from '#server/analysis/paths.ts';
import { commonNeighbours } from '#server/analysis/ties/common-neighbours.ts';
import { distances } from '#server/analysis/ties/distances.ts';
import { PLAIN_QUESTION } from '../support/plain-question.ts';
import { idOf, nameAt, projectionOf, type Tie } from '../support/small-graph.ts';

type Way = { readonly kinds: Readonly<Record<string, Kind>>; readonly ties: readonly Tie[] };

/** From a to z by the one path that there is: what on it is weak, by the paths, the distances and the neighbours. */
async function weak({ kinds, ties }: Way): Promise<readonly string[]> {
  const projection = await projectionOf({ entities: kinds, ties });
  const [from, to] = [[projection.entities.indexOf(idOf('a'))], [projection.entities.indexOf(idOf('z'))]];
  const question = { ...PLAIN_QUESTION, modalities: undefined, places: true, maxHops: 4 };
  const [path] = findPaths(projection, { ...question, from, to }).paths;
  if (path === undefined) throw new Error('no path');
  const named = (of: readonly { entity: number; weakness: unknown }[]) =>
    of.filter(({ weakness }) => weakness !== undefined).map(({ entity }) => nameAt(projection, entity));
  const onPath = named(weakOn(projection, stepsOf(projection, { ...question, from, to }, path)));
  if (path.hops === 2) {
    expect(named(distances(projection, { ...question, from, to }).intermediaries)).toStrictEqual(onPath);
    const common = commonNeighbours(projection, { entities: [...from, ...to], atLeast: 2, filter: {}, first: 9 });
    expect(named(common.neighbours)).toStrictEqual(onPath);
  }
  return onPath;
}

const IN = 'LOCATED_IN';
const PART = 'PART_OF';

test('two firms of a park share it, and so do a firm and a project beside it', async () => {
  const kinds = { a: 'Company', p: 'Park', z: 'Company' } as const;
  expect(
    await weak({
      kinds,
      ties: [
        { from: 'a', to: 'p', type: IN },
        { from: 'z', to: 'p', type: IN },
      ],
    }),
  ).toStrictEqual(['p']);
  expect(
    await weak({
      kinds,
      ties: [
        { from: 'a', to: 'p', type: IN },
        { from: 'p', to: 'z', type: 'TARGETS' },
      ],
    }),
  ).toStrictEqual(['p']);
});

test.each([PART, IN] as const)('a firm in a park that is %s a base is in the base: nothing is shared', async (type) => {
  const kinds = { a: 'Company', p: 'Park', z: 'Park' } as const;
  const ties: readonly Tie[] = [
    { from: 'a', to: 'p', type: IN },
    { from: 'p', to: 'z', type },
  ];
  expect(await weak({ kinds, ties })).toStrictEqual([]);
  const turned = { kinds: { a: 'Park', p: 'Park', z: 'Company' } as const };
  const back: readonly Tie[] = [
    { from: 'z', to: 'p', type: IN },
    { from: 'p', to: 'a', type },
  ];
  expect(await weak({ ...turned, ties: back })).toStrictEqual([]);
});

test('a park that is only planned as a part is shared', async () => {
  const kinds = { a: 'Company', p: 'Park', z: 'Park' } as const;
  const firm: Tie = { from: 'a', to: 'p', type: IN };
  expect(await weak({ kinds, ties: [firm, { from: 'p', to: 'z', type: PART, modality: 'planned' }] })).toStrictEqual([
    'p',
  ]);
});

test('on the way up to what both lie in only the top is shared', async () => {
  const kinds = { a: 'Company', p: 'Park', q: 'Place', r: 'Park', z: 'Company' } as const;
  const ties: readonly Tie[] = [
    { from: 'a', to: 'p', type: IN },
    { from: 'p', to: 'q', type: IN },
    { from: 'r', to: 'q', type: IN },
    { from: 'z', to: 'r', type: IN },
  ];
  expect(await weak({ kinds, ties })).toStrictEqual(['q']);
});

test('a firm in a segment of a chain is in the chain; two firms in a segment share it', async () => {
  const firm: Tie = { from: 'a', to: 's', type: 'ACTIVE_IN' };
  expect(
    await weak({
      kinds: { a: 'Company', s: 'Segment', z: 'Chain' },
      ties: [firm, { from: 's', to: 'z', type: 'SEGMENT_OF' }],
    }),
  ).toStrictEqual([]);
  expect(
    await weak({
      kinds: { a: 'Company', s: 'Segment', z: 'Company' },
      ties: [firm, { from: 'z', to: 's', type: 'ACTIVE_IN' }],
    }),
  ).toStrictEqual(['s']);
});
