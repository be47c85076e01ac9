import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';

let world: World;
let ask: Ask;
beforeAll(async () => {
  world = await loadWorld('golden', { runs: 2 });
  ask = asker(world.store);
});
afterAll(() => world.dispose());

const AROUND = `query ($ids: [ID!]!, $asOf: String) {
  neighbourhood(input: { ids: $ids, filter: { asOf: $asOf } }) { __typename ... on InvalidConstraint { field } }
  rings(input: { ids: $ids, filter: { asOf: $asOf } }) { __typename ... on InvalidConstraint { field } }
  commonNeighbours(input: { ids: $ids, filter: { asOf: $asOf } }) { __typename ... on InvalidConstraint { field } } }`;

test('a date that is none is said by its field, in a list as in a neighbourhood', async () => {
  const ids = [await idByName(ask, '岚山大学'), await idByName(ask, '青石光电有限公司')];
  const wrong = { __typename: 'InvalidConstraint', field: 'filter.asOf' };
  const of = (asOf: string | null) => dataOf(ask, AROUND, { ids, asOf });
  expect(await of('2024-13')).toStrictEqual({ neighbourhood: wrong, rings: wrong, commonNeighbours: wrong });
  for (const asOf of [null, '2024-03']) {
    expect(await of(asOf)).toStrictEqual({
      neighbourhood: { __typename: 'Neighbourhood' },
      rings: { __typename: 'Rings' },
      commonNeighbours: { __typename: 'CommonNeighbours' },
    });
  }
  for (const field of ['relations', 'relationCounts']) {
    const inner = field === 'relations' ? 'totalCount' : 'count';
    const query = `query ($id: ID!) { node(id: $id) { ... on Entity { ${field}(filter: { asOf: "2024-13" }) { ${inner} } } } }`;
    const { errors } = await ask(query, { id: ids[0] });
    expect(errors).toStrictEqual([
      {
        message: '日期应写成 2025、2025-02 或 2025-02-28 / A date is 2025, 2025-02 or 2025-02-28.',
        code: 'BAD_USER_INPUT',
      },
    ]);
  }
});
