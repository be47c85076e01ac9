import { afterEach, expect, test } from 'vitest';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName } from '../support/ask.ts';
import { batteries } from '../support/batteries.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

test('what cannot be asked is told by its field', async () => {
  world = await emptyWorld();
  await world.load(batteries(''));
  const ask = asker(world.store);
  const fieldOf = async (names: Readonly<Record<string, string>>, rest = '') => {
    const ids = await Promise.all(Object.entries(names).map(async ([key, name]) => [key, await idByName(ask, name)]));
    const query = `query ($for: CandidatesFor!) { candidates(for: $for${rest}) { ... on InvalidConstraint { field } } }`;
    const data = await dataOf<{ candidates: { field: string } }>(ask, query, { for: Object.fromEntries(ids) });
    return data.candidates.field;
  };
  const electrolyte = { segment: '电解液', region: '白市' };
  expect([
    await fieldOf({ segment: '电解液' }),
    await fieldOf({ region: '白市' }),
    await fieldOf({ ...electrolyte, body: '白液有限公司' }),
    await fieldOf({ body: '白市' }),
    await fieldOf({ chain: '电解液', region: '白市' }),
    await fieldOf({ segment: '电池', region: '白市' }),
    await fieldOf({ segment: '电解液', region: '白液有限公司' }),
    await fieldOf(electrolyte, ', limit: 0'),
    await fieldOf(electrolyte, ', weights: { fit: 1001 }'),
    await fieldOf(
      electrolyte,
      ', weights: { fit: 0, complement: 0, closeness: 0, projects: 0, signals: 0, evidence: 0 }',
    ),
    await fieldOf(electrolyte, ', date: "soon"'),
  ]).toStrictEqual([
    'for',
    'for',
    'for',
    'for.body',
    'for.chain',
    'for.segment',
    'for.region',
    'limit',
    'weights.fit',
    'weights',
    'date',
  ]);
});

test('weights and required terms are of a segment: for a body they are refused, empty ones hold nothing', async () => {
  world = await emptyWorld();
  await world.load(batteries(''));
  const ask = asker(world.store);
  const body = await idByName(ask, '白液有限公司');
  const answer = async (rest: string) => {
    const query = `{ candidates(for: { body: "${body}" }${rest}) {
      __typename ... on InvalidConstraint { field message { zh en } } } }`;
    return (await dataOf<{ candidates: object }>(ask, query)).candidates;
  };
  expect(await answer(', weights: { closeness: 1000 }')).toStrictEqual({
    __typename: 'InvalidConstraint',
    field: 'weights',
    message: { zh: '问一个主体时不用权重', en: 'Partners of a body are ranked without weights.' },
  });
  expect(await answer(', required: [closeness]')).toStrictEqual({
    __typename: 'InvalidConstraint',
    field: 'required',
    message: { zh: '问一个主体时没有必须项', en: 'No term can be required of partners of a body.' },
  });
  expect(await answer(', weights: { fit: null }, required: []')).toStrictEqual({ __typename: 'Candidates' });
});
