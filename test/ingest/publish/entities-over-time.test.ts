import { expect, test } from 'vitest';
import { type Record } from '#graph-model/facts/record.ts';
import { entityId } from '#graph-model/ids.ts';
import { compareText } from '#graph-model/text.ts';
import { previewRun } from '#ingest/publish/publish.ts';
import { stagedRun, withStore } from '#test/support/publish-world.ts';
import { attribute, record, relationship, source } from '#test/support/statements.ts';
import {
  FIRM,
  LOCATED,
  NAMED,
  NEWS,
  PLAN,
  SHORT,
  SHORT_NAMED,
  TWIN,
  TWIN_NAMED,
  type Told,
  decide,
  entityOf,
  publish,
  rollBackNewest,
  told,
} from './told.ts';

test('a decision about a record that no statement names waits for it', () =>
  withStore(async (store) => {
    const decisions = [decide('same', FIRM, SHORT)];
    await publish(store, told([[NAMED, PLAN]], { decisions }));
    await publish(store, told([[LOCATED, PLAN]], { decisions }));
    const now = await publish(
      store,
      told(
        [
          [LOCATED, PLAN],
          [SHORT_NAMED, NEWS],
        ],
        { decisions },
      ),
    );
    expect(entityOf(now, SHORT)).toBe(entityOf(now, FIRM));
  }));

test('a merge redirects, an undone one gives the id back, and other news of the entity leaves both alone', () =>
  withStore(async (store) => {
    const says: Told[] = [
      [NAMED, PLAN],
      [SHORT_NAMED, NEWS],
    ];
    const apart = await publish(store, told(says));
    const [kept, gone] = [entityId(FIRM.id), entityId(SHORT.id)].sort(compareText);
    expect(new Set([entityOf(apart, FIRM), entityOf(apart, SHORT)])).toStrictEqual(new Set([kept, gone]));
    const decisions = [decide('same', FIRM, SHORT)];
    const merged = await publish(store, told(says, { decisions }));
    expect(merged.redirect).toStrictEqual([{ id: gone, to: kept }]);
    const surer: Told[] = [
      [NAMED, PLAN, { confidence: 990 }],
      [SHORT_NAMED, NEWS],
    ];
    expect((await publish(store, told(surer, { decisions }))).redirect).toStrictEqual([{ id: gone, to: kept }]);
    const undone = await publish(
      store,
      told(surer, { decisions: [...decisions, decide('undecided', FIRM, SHORT, 'data/a', 2)] }),
    );
    expect([undone.redirect, entityOf(undone, FIRM)]).toStrictEqual([[], entityId(FIRM.id)]);
  }));

test('a reading stays when other evidence of its entity changes', () =>
  withStore(async (store) => {
    const decisions = [decide('unsure', SHORT, FIRM)];
    await publish(
      store,
      told(
        [
          [NAMED, PLAN],
          [SHORT_NAMED, NEWS],
        ],
        { decisions },
      ),
    );
    const now = await publish(
      store,
      told(
        [
          [NAMED, PLAN, { confidence: 990 }],
          [SHORT_NAMED, NEWS],
        ],
        { decisions },
      ),
    );
    expect(now.reading.map(({ from, to }) => [from, to])).toStrictEqual([[entityId(SHORT.id), entityId(FIRM.id)]]);
  }));

test('an entity outlives its anchoring record, which on its return as another thing gets an id of its own', () =>
  withStore(async (store) => {
    const [first, second] = [FIRM, TWIN].sort((a, b) => compareText(a.id, b.id)) as [Record, Record];
    const saying = (of: Record): Told => (of === FIRM ? [NAMED, PLAN] : [TWIN_NAMED, NEWS]);
    await publish(store, told([saying(first), saying(second)]));
    const alone = await publish(store, told([saying(second)]));
    expect(entityOf(alone, second)).toBe(entityId(first.id));
    const decisions = [decide('different', first, second)];
    const back = await publish(store, told([saying(first), saying(second)], { decisions }));
    expect(entityOf(back, second)).toBe(entityId(first.id));
    expect(entityOf(back, first)).toBe(entityId(first.id, entityId(first.id)));
  }));

test('an anchoring record that returns where nothing ties it to the rest takes no id from it', () =>
  withStore(async (store) => {
    const [first, second] = [FIRM, SHORT].sort((a, b) => compareText(a.id, b.id)) as [Record, Record];
    const saying = (of: Record): Told => (of === FIRM ? [NAMED, PLAN] : [SHORT_NAMED, NEWS]);
    const decisions = [decide('same', first, second)];
    await publish(store, told([saying(first), saying(second)], { decisions }));
    await publish(store, told([saying(second)], { decisions }));
    await publish(store, told([saying(second)]));
    const back = await publish(store, told([saying(first), saying(second)]));
    expect(entityOf(back, second)).toBe(entityId(first.id));
    expect(entityOf(back, first)).toBe(entityId(first.id, entityId(first.id)));
  }));

test('a record that its source prints otherwise is shown otherwise, and a rollback shows it as it was', () =>
  withStore(async (store) => {
    const old = record(PLAN, 'Company', '陇泵有限公司', 'no. 1');
    const renamed = record(PLAN, 'Company', '陇原泵业有限公司', 'no. 1');
    const founded = attribute(old, 'founded', '2001');
    await publish(
      store,
      told(
        [
          [founded, PLAN],
          [TWIN_NAMED, NEWS],
        ],
        { records: [old, TWIN] },
      ),
    );
    const now = await publish(
      store,
      told(
        [
          [founded, PLAN],
          [TWIN_NAMED, NEWS],
        ],
        { records: [renamed, TWIN] },
      ),
    );
    expect(now.entity.map(({ name }) => name).sort(compareText)).toStrictEqual(['陇原泵业有限公司', '陇泵有限公司']);
    const back = await rollBackNewest(store);
    expect(back.entity.map(({ name }) => name)).toStrictEqual(['陇泵有限公司']);
  }));

test('a parent that is printed otherwise takes the places of one name apart', () =>
  withStore(async (store) => {
    const [here, there] = [record(PLAN, 'Place', '东湖区'), record(NEWS, 'Place', '东湖区')];
    const [city, same] = [record(PLAN, 'Place', '甲市', 'p'), record(NEWS, 'Place', '甲市')];
    const says: Told[] = [
      [relationship(here, 'PART_OF', city), PLAN],
      [relationship(there, 'PART_OF', same), NEWS],
    ];
    const before = await publish(store, told(says, { records: [here, there, city, same] }));
    expect(entityOf(before, here)).toBe(entityOf(before, there));
    const other = { ...city, name: '乙市' };
    const after = await publish(store, told(says, { records: [here, there, other, same] }));
    expect(entityOf(after, here)).not.toBe(entityOf(after, there));
  }));

test('a decision of two data sets holds until both have dropped it', () =>
  withStore(async (store) => {
    const says: Told[] = [
      [NAMED, PLAN],
      [SHORT_NAMED, NEWS],
    ];
    const mine = told(says, { decisions: [decide('same', FIRM, SHORT)] });
    await publish(store, mine);
    await publish(store, told([], { owner: 'data/b', decisions: [decide('same', FIRM, SHORT, 'data/b')] }));
    expect(await previewRun(store, stagedRun(mine))).toStrictEqual([]);
    const one = await publish(store, told([], { owner: 'data/b' }));
    expect(entityOf(one, FIRM)).toBe(entityOf(one, SHORT));
    const none = await publish(store, told(says));
    expect(entityOf(none, FIRM)).not.toBe(entityOf(none, SHORT));
  }));

test('a place that is printed otherwise leaves its old name to the others, which then have one parent again', () =>
  withStore(async (store) => {
    const note = source('note');
    const [here, there] = [record(PLAN, 'Place', '东湖区'), record(NEWS, 'Place', '东湖区', 'no. 2')];
    const [somewhere, cityHere, cityThere] = [
      record(note, 'Place', '东湖区'),
      record(PLAN, 'Place', '甲市'),
      record(NEWS, 'Place', '乙市'),
    ];
    const says: Told[] = [
      [relationship(here, 'PART_OF', cityHere), PLAN],
      [relationship(there, 'PART_OF', cityThere), NEWS],
      [attribute(somewhere, 'description', '湖边'), note],
    ];
    const others = [here, somewhere, cityHere, cityThere];
    const before = await publish(store, told(says, { records: [...others, there] }));
    expect(entityOf(before, somewhere)).not.toBe(entityOf(before, here));
    const after = await publish(store, told(says, { records: [...others, { ...there, name: '西湖区' }] }));
    expect(entityOf(after, somewhere)).toBe(entityOf(after, here));
  }));
