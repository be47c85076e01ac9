import { expect, test } from 'vitest';
import { MOST_LISTED, type ListedChange } from '#server/analysis/changes/change-list.ts';
import { createKept } from '#server/graphql/kept.ts';
import { emptyWorld } from '#test/support/load-world.ts';
import { askerOf, counted, dataOf } from '../support/ask.ts';
import { pumps } from '../support/pumps.ts';

const QUERY = `query ($after: String, $filter: ChangeFilter) { changes(since: 0, first: 3, after: $after, filter: $filter) {
  ... on Changes { totalCount pageInfo { endCursor } edges { node { change sentence { zh } } } } } }`;

type Page = {
  readonly changes: {
    readonly totalCount: number;
    readonly pageInfo: { readonly endCursor: string };
    readonly edges: readonly { readonly node: { readonly sentence: { readonly zh: string } } }[];
  };
};

test('what changed is read off the rows for the first page alone; a further one reads its own rows', async () => {
  const world = await emptyWorld();
  try {
    await world.load(pumps('', []));
    const { store, calls } = counted(world.store);
    const ask = askerOf(store, 'store');
    const first = (await dataOf<Page>(ask, QUERY)).changes;
    expect(calls.filter((call) => call === 'changes entity')).toHaveLength(1);
    calls.length = 0;
    const { endCursor: after } = first.pageInfo;
    const second = (await dataOf<Page>(ask, QUERY, { after, filter: { kinds: ['Company', 'Segment'] } })).changes;
    expect(second.edges).toHaveLength(3);
    expect(calls.filter((call) => /^(changes|scan) /.test(call))).toEqual([]);
    const third = (await dataOf<Page>(ask, QUERY, { after })).changes;
    expect(third.totalCount).toBe(first.totalCount);
    const lines = [...first.edges, ...third.edges].map(({ node }) => node.sentence.zh);
    expect(new Set(lines).size).toBe(6);
  } finally {
    await world.dispose();
  }
});

test('the longest list of changes there can be is kept for its pages', () => {
  const change: ListedChange = { table: 'entity', change: 'entity_appeared', after: 'ea', aspects: [], entities: [] };
  const kept = createKept();
  kept.changes.set(2, '1', { changes: Array.from({ length: MOST_LISTED }, () => change), cuts: [] });
  expect(kept.changes.get(2, '1')?.changes).toHaveLength(MOST_LISTED);
});
