import { expect, test } from 'vitest';
import type { Path } from '../../web/src/api/paths.ts';
import { zh } from '../../web/src/locale/zh.ts';
import { sourcesOf } from '../../web/src/state/page-sources.ts';
import { pathSummary } from '../../web/src/state/path-summary.ts';

const path = (leastReal: Path['leastReal'], hops: number, weak: readonly unknown[] = []) =>
  ({
    leastReal,
    hops,
    weak,
    readings: 0,
    confidence: 950,
    entities: Array.from({ length: hops + 1 }),
  }) as unknown as Path;

test('the heading of a path names its modality before how well it is evidenced', () => {
  expect(pathSummary(path('operating', 1), zh)).toBe('直接相连，每一步都有出处，把握高');
  expect(pathSummary(path('planned', 1), zh)).toBe('直接相连，这一步只是规划，每一步都有出处，把握高');
  expect(pathSummary(path('proposed', 2), zh)).toBe('经 1 个，有的一步只是建议，每一步都有出处，把握高');
  expect(pathSummary(path('building', 2, [{}]), zh)).toBe('弱联系，经 1 个，有的一步还在建，每一步都有出处');
});

const placed = (id: string) => ({
  provenance: {
    publisherCount: 1,
    statements: { edges: [{ node: { evidence: [{ stance: 'supports', passage: { source: { id } } }] } }] },
  },
});

test('a page without a relationship rests on the documents of its names, records and figures', () => {
  const page = {
    relations: { edges: [] },
    aliases: { edges: [{ node: placed('s1') }] },
    attributes: [placed('s2')],
    indicators: [placed('s2')],
  } as unknown as Parameters<typeof sourcesOf>[0];
  expect(sourcesOf(page).map(({ source, facts }) => [source.id, facts])).toStrictEqual([
    ['s2', 2],
    ['s1', 1],
  ]);
});
