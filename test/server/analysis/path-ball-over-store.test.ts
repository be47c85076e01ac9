import { expect, test } from 'vitest';
import { pathsBetween } from '#server/analysis/path-answers.ts';
import { alike, both } from '../support/both-topologies.ts';
import { PLAIN_QUESTION } from '../support/plain-question.ts';
import { companies, idOf, type SmallGraph } from '../support/small-graph.ts';

/** k–e–c–a–f–b, and two more beside c: of too many hops to be gone all the way, each of another weight. */
const GRAPH: SmallGraph = {
  entities: { ...companies('aekq'), b: 'Park', c: 'Park', f: 'Park', s: 'Park' },
  ties: [
    { from: 'b', to: 'f', type: 'FUNDS', classes: ['proposal'] },
    { from: 'e', to: 'k', type: 'FUNDS' },
    { from: 'c', to: 's', type: 'COLLABORATES_WITH', confidence: 400, classes: ['policy', 'paper'] },
    {
      from: 'c',
      to: 'a',
      type: 'COLLABORATES_WITH',
      modality: 'building',
      confidence: 950,
      classes: ['policy', 'paper'],
    },
    { from: 'c', to: 'q', type: 'COLLABORATES_WITH', confidence: 950, classes: ['proposal'] },
    { from: 'e', to: 'c', type: 'COLLABORATES_WITH', modality: 'planned', confidence: 950 },
    { from: 'a', to: 'f', modality: 'building', classes: ['policy', 'paper'] },
  ],
};

test('what a part does not know to be too far does not carry its search on: so much is looked at as in the whole', async () => {
  const topologies = await both(GRAPH);
  const question = {
    ...PLAIN_QUESTION,
    from: [idOf('k')],
    to: [idOf('b')],
    k: 1,
    maxHops: 3,
    weight: 'COST' as const,
    places: true,
    ended: true,
    modalities: undefined,
  };
  const answer = await alike(topologies, (topology) => pathsBetween(topology, question, undefined));
  expect(answer).toStrictEqual({ paths: [], truncated: false, expanded: 4 });
});
