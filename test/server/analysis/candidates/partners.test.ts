import { expect, test } from 'vitest';
import { partnerModel, partnersOf } from '#server/analysis/candidates/partners/scores.ts';
import { viewDigest, type PartnerBody, type PartnerView } from '#server/analysis/candidates/partners/view.ts';

const body = (id: string, more: Partial<PartnerBody> = {}): PartnerBody => ({
  id,
  kind: undefined,
  segments: [],
  places: [],
  ...more,
});
const tie = (id: string, ...members: string[]) => ({ id, members, segments: [] });
const view = (more: Partial<PartnerView>): PartnerView => ({
  bodies: [],
  ties: [],
  partOf: new Map(),
  feeds: [],
  ...more,
});
const named = (of: PartnerView, who: string) =>
  partnersOf(partnerModel(of), { body: who, first: 10 }).partners.map((partner) => partner.body);

test('nobody is named who is in a consortium with the body already, nor the body itself', () => {
  const of = view({
    bodies: ['a', 'b', 'c'].map((id) => body(id, { segments: ['泵'] })),
    ties: [tie('t', 'a', 'b')],
  });
  expect(named(of, 'a')).toEqual(['c']);
});

test('a partner of partners comes before one who is as active elsewhere', () => {
  const of = view({
    bodies: [body('a'), body('b'), body('c'), body('x'), body('y')].map((one) => ({ ...one, segments: ['泵'] })),
    ties: [tie('1', 'a', 'b'), tie('2', 'b', 'c'), tie('3', 'x', 'y')],
  });
  expect(named(of, 'a')).toEqual(['c', 'x', 'y']);
});

test('a large consortium ties its members less than a small one: it is one tie, not a clique', () => {
  const crowd = Array.from({ length: 20 }, (_, n) => `m${n}`);
  const of = view({
    bodies: ['a', 'b', 'far', 'near', ...crowd].map((id) => body(id)),
    ties: [tie('1', 'a', 'b'), tie('2', 'b', 'near'), tie('3', 'b', 'far', ...crowd)],
  });
  const { partners: best } = partnersOf(partnerModel(of), { body: 'a', first: 30 });
  const closeness = (id: string) =>
    best.find((each) => each.body === id)?.terms.find(({ term }) => term === 'closeness')?.value ?? 0;
  expect(best[0]?.body).toBe('near');
  expect(closeness('near') / closeness('far')).toBeCloseTo(21, 0);
});

test('a score is the sum of its terms, and each term says what it rests on', () => {
  const of = view({
    bodies: [
      body('a', { segments: ['电解液'], places: ['白银市', '甘肃省'] }),
      body('b', { segments: ['电解液', '隔膜'], places: ['兰州市', '甘肃省'] }),
      body('c', { segments: ['正极材料'] }),
      body('d'),
      body('e', { segments: ['泵'], places: ['外省'] }),
      body('f', { kind: 'Company' }),
    ],
    ties: [tie('1', 'a', 'd'), tie('2', 'd', 'b')],
    partOf: new Map([
      ['电解液', '电池材料'],
      ['隔膜', '电池材料'],
    ]),
    feeds: [['电解液', '正极材料']],
  });
  const { partners: ranked } = partnersOf(partnerModel(of), { body: 'a', first: 10 });
  for (const { score, terms } of ranked) expect(score).toBe(terms.reduce((sum, { value }) => sum + value, 0));
  const rests = (id: string) =>
    Object.fromEntries(
      (ranked.find((each) => each.body === id)?.terms ?? [])
        .filter((term) => term.rests.length > 0)
        .map((term) => [term.term, term.rests]),
    );
  expect(ranked.map((each) => each.body)).toEqual(['b', 'c']);
  expect(rests('b')).toEqual({
    activity: ['2'],
    closeness: ['d'],
    segment: ['电解液'],
    stage: ['电池材料'],
    chain: ['电池材料'],
    place: ['甘肃省'],
  });
  expect(rests('c')).toEqual({ flow: ['正极材料'] });
});

test('what is not known of a partner counts as by chance and is marked, never against it', () => {
  const of = view({
    bodies: [
      body('a', { segments: ['泵'], places: ['兰州市'] }),
      body('elsewhere', { segments: ['泵'], places: ['外省'] }),
      body('untold', { segments: ['泵'] }),
    ],
  });
  const { partners } = partnersOf(partnerModel(of), { body: 'a', first: 2 });
  const known = partners.map(({ body: id, terms }) => [id, terms.find(({ term }) => term === 'place')?.known]);
  expect(known).toEqual([
    ['untold', false],
    ['elsewhere', true],
  ]);
});

test('who takes part often, or is of a kind that is sought, and has nothing to do with the one asked is counted', () => {
  const of = view({
    bodies: [
      body('a', { kind: 'Company', segments: ['泵'] }),
      body('b', { kind: 'Institute' }),
      body('busy', { kind: 'Institute' }),
      body('other', { kind: 'Institute', segments: ['阀'] }),
    ],
    ties: [tie('1', 'a', 'b'), tie('2', 'busy', 'other'), tie('3', 'busy')],
  });
  expect(partnersOf(partnerModel(of), { body: 'a', first: 9 })).toEqual({
    partners: [],
    cut: 0,
    weighed: 2,
    unlisted: { only_place: 0, no_ground: 2 },
  });
});

test('a shared place alone is no ground and is counted; nor is a chain in which everybody is', () => {
  const here = { segments: ['泵'], places: ['白银市', '甘肃省'] };
  const of = view({
    bodies: [
      body('a', here),
      body('near', { ...here, segments: ['阀'] }),
      body('far', { segments: ['阀'], places: ['外省'] }),
      body('same', { segments: ['泵'] }),
    ],
    partOf: new Map([
      ['泵', '装备'],
      ['阀', '装备'],
    ]),
  });
  const { partners, unlisted } = partnersOf(partnerModel(of), { body: 'a', first: 9 });
  expect(partners.map((one) => one.body)).toEqual(['same']);
  expect(unlisted).toEqual({ only_place: 1, no_ground: 1 });
});

test('rows beyond the first are counted, and of some alone nobody else is: the same is weighed', () => {
  const of = view({ bodies: ['a', 'b', 'c', 'd'].map((id) => body(id, { segments: ['泵'] })) });
  const model = partnerModel(of);
  expect(partnersOf(model, { body: 'a', first: 1 })).toMatchObject({ cut: 2, weighed: 3 });
  const some = partnersOf(model, { body: 'a', first: 9, only: new Set(['d']) });
  expect(some).toMatchObject({ partners: [{ body: 'd' }], cut: 0, weighed: 3 });
});

test('a weight of nought takes a term away, and whoever is left out is not named', () => {
  const of = view({
    bodies: [body('a', { segments: ['泵'] }), body('b', { segments: ['泵'] }), body('c', { segments: ['泵'] })],
    ties: [tie('1', 'c')],
  });
  const model = partnerModel(of);
  const question = { body: 'a', first: 5, weights: { segment: 0 }, leaveOut: new Set(['c']) };
  const [only, ...others] = partnersOf(model, question).partners;
  expect(only?.body).toBe('b');
  expect(only?.terms.find(({ term }) => term === 'segment')?.value).toBe(0);
  expect(others).toEqual([]);
});

test('the shares are learned from the ties: where partners share a place, that is how they are come by, and a ground', () => {
  const places = ['p', 'q', 'r', 's'];
  const bodies = Array.from({ length: 80 }, (_, n) => body(`b${n}`, { places: [places[n % 4] as string] }));
  const ties = Array.from({ length: 40 }, (_, n) =>
    tie(`t${n}`, ...[0, 1, 2].map((m) => `b${(n % 4) + 4 * ((n * 7 + m * 5 + Math.floor(n / 4)) % 20)}`)),
  );
  const model = partnerModel(view({ bodies, ties }));
  const { shares } = model;
  const most = Object.entries(shares).toSorted(([, a], [, b]) => b - a)[0];
  expect(most?.[0]).toBe('place');
  expect(Object.values(shares).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  expect(partnersOf(model, { body: 'b0', first: 1 }).unlisted.only_place).toBe(0);
});

test('the order of bodies, ties and members changes nothing, neither a ranking nor the digest of what was ranked', () => {
  const of = view({
    bodies: ['a', 'b', 'c', 'd', 'e'].map((id) => body(id, { places: [id < 'c' ? 'x' : 'y'] })),
    ties: [tie('1', 'a', 'b', 'e'), tie('2', 'b', 'c'), tie('3', 'c', 'd')],
  });
  const turned = view({
    bodies: of.bodies.toReversed(),
    ties: of.ties.toReversed().map((each) => ({ ...each, members: each.members.toReversed() })),
  });
  const ranked = (one: PartnerView) => partnersOf(partnerModel(one), { body: 'a', first: 9 });
  expect(ranked(turned)).toEqual(ranked(of));
  expect(viewDigest(turned)).toBe(viewDigest(of));
  expect(viewDigest({ ...of, ties: of.ties.slice(1) })).not.toBe(viewDigest(of));
});
