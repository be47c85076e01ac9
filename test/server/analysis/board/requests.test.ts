import { expect, test } from 'vitest';
import type { SourceClass } from '#graph-model/ontology/vocabulary.ts';
import { cellFacts } from '#server/analysis/board/cell-facts.ts';
import { requestsOf } from '#server/analysis/board/requests.ts';
import type { ChainSlice, SliceSource } from '#server/analysis/board/slice.ts';
import { chainOf, EMPTY_CHAIN, fact } from './a-chain.ts';

const law: SliceSource = { id: 'law', class: 'policy', publisher: 'law', date: '2023' };

/** What is asked for of 阀 in the province, as class: planned, proposed. */
function asked(slice: ChainSlice, classes?: readonly SourceClass[]) {
  const facts = cellFacts(slice, '阀', new Set(['阀']), '省');
  return requestsOf(slice, facts, classes).map(
    ({ class: cls, planned, proposed }) => `${cls}: ${planned.length}, ${proposed.length}`,
  );
}

const WISH = fact('甲', { modality: 'proposed', sources: ['wish'] });
const REPORT = fact('甲', { modality: 'planned', sources: ['news'] });
const POLICY = fact('省', { modality: 'planned', sources: ['more', 'law'] });
const slice = chainOf([], [WISH, REPORT, POLICY], { sources: new Map([...EMPTY_CHAIN.sources, ['law', law]]) });

test('what a report or a speech tells stands under its own class, and no policy is made of it', () => {
  expect(asked({ ...slice, facts: [WISH, REPORT] })).toEqual(['official_news: 1, 0', 'proposal: 0, 1']);
});

test('a request that a policy and a report of it tell counts once, for the policy', () => {
  expect(asked(slice)).toEqual(['policy: 1, 0', 'official_news: 1, 0', 'proposal: 0, 1']);
});

test('of the classes that are shown the first stands for it', () => {
  expect(asked(slice, ['official_news', 'proposal'])).toEqual(['official_news: 2, 0', 'proposal: 0, 1']);
});
