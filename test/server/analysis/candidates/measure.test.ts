import { expect, test } from 'vitest';
import { measureMemberships, measurePartners } from '#server/analysis/candidates/measure/measure.ts';
import type { SegmentView } from '#server/analysis/candidates/relatedness.ts';
import type { PartnerView } from '#server/analysis/candidates/partners/view.ts';

const number = (n: number) => String(n).padStart(3, '0');

/** Firms that each do the four segments of their group: what is hidden of one is told by all others. */
function groupsOf(groups: number, firms: number): SegmentView {
  const active = Array.from({ length: groups * firms }, (_, n) =>
    ['p', 'q', 'r', 's'].map((segment) => ({ body: `f${number(n)}`, segment: `${segment}${n % groups}` })),
  );
  return { active: active.flat(), partOf: new Map(), feeds: [] };
}

/** Firms that each do two segments that nobody else does: nothing tells of what is hidden. */
function strangers(firms: number): SegmentView {
  const active = Array.from({ length: firms }, (_, n) =>
    ['p', 'q'].map((segment) => ({ body: `f${number(n)}`, segment: `${segment}${n}` })),
  );
  return { active: active.flat(), partOf: new Map(), feeds: [] };
}

test('where all that is hidden can be told, all of it is found, on both sides', async () => {
  const view = groupsOf(8, 5);
  const all = { value: 1000, low: 1000, high: 1000 };
  expect(await measureMemberships(view, 'bodies')).toMatchObject({
    measure: 'measured',
    hit: all,
    hidden: 40,
    groups: 40,
  });
  expect(await measureMemberships(view, 'segments')).toMatchObject({ hit: all, plain: { index: 'popularity' } });
});

test('where nothing tells of it, ten of forty are found: by ours as by number', async () => {
  const chance = { value: 250, low: 250, high: 250 };
  expect(await measureMemberships(strangers(40), 'bodies')).toStrictEqual({
    measure: 'measured',
    hit: chance,
    plain: { index: 'popularity', hit: chance },
    hidden: 40,
    groups: 40,
    drawnFrom: undefined,
  });
});

test('of fewer than twenty with something to hide nothing is measured, and they are counted', async () => {
  expect(await measureMemberships(strangers(19), 'bodies')).toStrictEqual({
    measure: 'not_measured',
    reason: 'too_few',
    groups: 19,
  });
  expect(await measureMemberships(strangers(20), 'bodies')).toMatchObject({ measure: 'measured', groups: 20 });
});

test('what would ask for more work than one question may is drawn, and it is said from how many', async () => {
  expect(await measureMemberships(strangers(60), 'bodies', 30 * 120)).toMatchObject({ groups: 30, drawnFrom: 60 });
  expect(await measureMemberships(strangers(60), 'bodies', 1)).toMatchObject({ groups: 20, drawnFrom: 60 });
  expect(await measureMemberships(strangers(60), 'bodies')).toMatchObject({ groups: 60, drawnFrom: undefined });
  expect(await measurePartners(fields(6, 10), 10, 20 * 120 * 16)).toMatchObject({ groups: 40, drawnFrom: 60 });
});

test('a sample is the same whatever the order in which facts are read', async () => {
  const view = fields(6, 10);
  const again = { ...view, ties: view.ties.toReversed(), bodies: view.bodies.toReversed() };
  expect(await measurePartners(again, 10, 1)).toStrictEqual(await measurePartners(view, 10, 1));
});

test('the order in which facts are read changes nothing', async () => {
  const view = groupsOf(8, 5);
  const turned = { ...view, active: view.active.toReversed() };
  expect(await measureMemberships(turned, 'segments')).toStrictEqual(await measureMemberships(view, 'segments'));
  const ties = fields(4, 6);
  const again = {
    ...ties,
    ties: ties.ties.toReversed().map((tie) => ({ ...tie, members: tie.members.toReversed() })),
    bodies: ties.bodies.toReversed(),
  };
  expect(await measurePartners(again)).toStrictEqual(await measurePartners(ties));
});

/** Two members each, of one field: whoever joins is of the same. */
function fields(many: number, ties: number): PartnerView {
  const all = Array.from({ length: many * ties }, (_, n) => ({ id: `t${number(n)}`, field: n % many }));
  return {
    bodies: all.flatMap(({ id, field }) =>
      ['a', 'b'].map((member) => ({ id: `${member} ${id}`, kind: 'Company', segments: [`s${field}`], places: [] })),
    ),
    ties: all.map(({ id }) => ({ id, members: [`a ${id}`, `b ${id}`], segments: [] })),
    partOf: new Map(),
    feeds: [],
  };
}

test('partners of one field are found by it, and by no index over ties, in which the hidden have none', async () => {
  const measured = await measurePartners(fields(6, 5));
  // Of sixty bodies ten are of the field, the one asked among them; no index knows anybody of a hidden tie.
  expect(measured).toMatchObject({ measure: 'measured', hit: { value: 1000 }, hidden: 60, groups: 30 });
});

test('nineteen ties are too few', async () => {
  expect(await measurePartners(fields(1, 19))).toStrictEqual({
    measure: 'not_measured',
    reason: 'too_few',
    groups: 19,
  });
});
