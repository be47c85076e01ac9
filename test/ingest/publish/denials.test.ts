import { expect, test } from 'vitest';
import { withStore } from '#test/support/publish-world.ts';
import { record, relationship } from '#test/support/statements.ts';
import { CITY, FIRM, LOCATED, NAMED, NEWS, PLAN, TWIN, publish, told } from './told.ts';

const DISTRICT = record(PLAN, 'Place', '城关区');
const DISTRICT_IN_NEWS = record(NEWS, 'Place', '城关区');
const CITY_IN_NEWS = record(NEWS, 'Place', '甲市');
const OTHER_CITY = record(NEWS, 'Place', '乙市');
const RECORDS = [FIRM, TWIN, CITY, DISTRICT, DISTRICT_IN_NEWS, CITY_IN_NEWS, OTHER_CITY];

test('a denial by another source makes a fact refuted, and a denial alone makes none', () =>
  withStore(async (store) => {
    const denial = relationship(TWIN, 'LOCATED_IN', CITY_IN_NEWS);
    const alone = await publish(
      store,
      told([[denial, NEWS, { stance: 'refutes' }]], { owner: 'data/b', records: RECORDS }),
    );
    expect(alone.relationship).toStrictEqual([]);
    const both = await publish(
      store,
      told(
        [
          [LOCATED, PLAN],
          [NAMED, PLAN],
        ],
        { records: RECORDS },
      ),
    );
    expect(both.relationship).toMatchObject([{ statements: 1, sources: 1, dispute: 'denied' }]);
    const after = await publish(store, told([], { owner: 'data/b', records: RECORDS }));
    expect(after.relationship.map(({ statements, dispute }) => [statements, dispute])).toStrictEqual([[1, undefined]]);
  }));

test('where a source says that a place is not, it does not tell the place apart', () =>
  withStore(async (store) => {
    const within = relationship(DISTRICT, 'PART_OF', CITY);
    const named = relationship(TWIN, 'LOCATED_IN', DISTRICT_IN_NEWS);
    const denied = relationship(DISTRICT_IN_NEWS, 'PART_OF', OTHER_CITY);
    const now = await publish(
      store,
      told(
        [
          [within, PLAN],
          [named, NEWS],
          [denied, NEWS, { stance: 'refutes' }],
        ],
        { records: RECORDS },
      ),
    );
    expect(now.entity.filter(({ name }) => name === '城关区')).toHaveLength(1);
  }));
