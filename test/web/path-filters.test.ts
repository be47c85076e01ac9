import { expect, test } from 'vitest';
import { en } from '../../web/src/locale/en.ts';
import { zh } from '../../web/src/locale/zh.ts';
import { askedOf, pathQuestion, relationFilterOf } from '../../web/src/state/asked.ts';
import { chipsOf, liftOf } from '../../web/src/state/path-filters.ts';
import { EMPTY_VIEW, type View } from '../../web/src/state/url.ts';

const view: View = { ...EMPTY_VIEW, a: 'eaaa', b: 'ebbb' };
const question = (patch: Partial<View>, missing: readonly string[] = []) =>
  pathQuestion(askedOf({ ...view, ...patch }), missing);

test('a plain pair asks for the best five by hops, real ties only, round places', () => {
  expect(question({})).toStrictEqual({
    input: {
      from: ['eaaa'],
      to: ['ebbb'],
      k: 5,
      maxHops: 4,
      weight: 'COST',
      disjoint: false,
      modalities: ['operating', 'building'],
      ended: false,
      places: false,
    },
    dropped: [],
  });
});

test('every filter of the tool row reaches the service', () => {
  const all = question({
    hops: 6,
    solidFirst: false,
    apart: true,
    modalities: ['operating', 'planned'],
    ended: true,
    classes: ['policy'],
    sure: 'middle',
    via: ['Company', 'Park'],
    date: '2024-03',
    must: ['eccc'],
    banned: ['eddd'],
  });
  expect(all?.input).toStrictEqual({
    from: ['eaaa'],
    to: ['ebbb'],
    k: 5,
    maxHops: 6,
    weight: 'HOPS',
    disjoint: true,
    modalities: ['operating', 'planned'],
    ended: true,
    sourceClasses: ['policy'],
    minConfidence: 500,
    kinds: ['Company', 'Park'],
    asOf: '2024-03',
    exclude: ['eddd'],
    mustPass: ['eccc'],
  });
});

test('the date holds for what is around as well', () => {
  expect(relationFilterOf({ ...view, date: '2024-03' })).toStrictEqual({
    modalities: ['operating', 'building'],
    ended: false,
    asOf: '2024-03',
  });
});

test('what cannot be asked for is left out and named: an end, and what is both to be passed and not', () => {
  const some = question({ must: ['eaaa', 'eccc'], banned: ['ebbb', 'eccc'] });
  expect(some?.input.exclude).toStrictEqual(['eccc']);
  expect(some?.input.mustPass).toBeUndefined();
  expect(some?.dropped).toStrictEqual(['eaaa', 'ebbb']);
});

test('without two known ends that differ there is no question', () => {
  expect(question({ b: null })).toBeNull();
  expect(question({ b: 'eaaa' })).toBeNull();
  expect(question({}, ['ebbb'])).toBeNull();
});

test('an id that the data does not have is asked for nowhere', () => {
  expect(question({ must: ['eccc'] }, ['eccc'])?.input.mustPass).toBeUndefined();
});

test('classes and confidence hold for all that is drawn', () => {
  expect(relationFilterOf({ ...view, modalities: ['building'], classes: ['register'], sure: 'high' })).toStrictEqual({
    modalities: ['building'],
    ended: false,
    sourceClasses: ['register'],
    minConfidence: 800,
  });
});

test('hiding, folding and choosing what is drawn asks nothing anew', () => {
  const drawn = { ops: [{ kind: 'hide', id: 'eccc' } as const], folded: true, shownKinds: ['Park'] as const, path: 3 };
  expect(askedOf({ ...view, ...drawn })).toStrictEqual(askedOf(view));
});

test('each filter that is not written out in the tool row is a chip that lifts it', () => {
  const set: View = {
    ...view,
    apart: true,
    places: true,
    via: ['Company', 'Park'],
    date: '2024',
    must: ['eccc'],
    banned: ['eddd', 'eeee'],
  };
  const chips = chipsOf(set, (id) => (id === 'eccc' ? '丙公司' : null), zh);
  expect(chips.map(({ label, patch }) => [label, patch])).toStrictEqual([
    ['只要互不相干的几条', { apart: false, path: 0 }],
    ['只经过企业、园区', { via: [], path: 0 }],
    ['截至 2024', { date: null, path: 0 }],
    ['必须经过 丙公司', { must: [], path: 0 }],
    ['不经过 eddd', { banned: ['eeee'], path: 0 }],
    ['不经过 eeee', { banned: ['eddd'], path: 0 }],
  ]);
  expect(chipsOf(view, () => null, zh)).toStrictEqual([]);
});

test('the filters that stand in the way are lifted together', () => {
  expect(liftOf(['modalities', 'sourceClasses', 'minConfidence'])).toStrictEqual({
    lifts: ['modalities', 'classes', 'sure'],
    patch: { path: 0, modalities: ['operating', 'building', 'planned', 'proposed'], classes: [], sure: null },
  });
  expect(liftOf(['asOf', 'kinds', 'exclude', 'mustPass', 'places'])?.patch).toStrictEqual({
    path: 0,
    date: null,
    via: [],
    banned: [],
    must: [],
    places: true,
  });
});

test('what has ended is let through when it stands in the way', () => {
  expect(liftOf(['ended'])).toStrictEqual({ lifts: ['ended'], patch: { path: 0, ended: true } });
});

test('the states that are chosen read as a sentence, and are lifted to what is real', () => {
  const chip = (modalities: View['modalities'], words = zh) =>
    chipsOf({ ...view, modalities }, () => null, words).map(({ label, patch }) => [label, patch]);
  const patch = { modalities: ['operating', 'building'], path: 0 };
  expect(chip(['operating', 'building', 'planned', 'proposed'])).toStrictEqual([['含规划、建议', patch]]);
  expect(chip(['operating'])).toStrictEqual([['只用现有', patch]]);
  expect(chip(['operating', 'planned'])).toStrictEqual([['只用现有、规划', patch]]);
  expect(chip(['building', 'proposed'], en)).toStrictEqual([['only being built, proposed', patch]]);
  expect(chipsOf({ ...view, ended: true }, () => null, zh).map(({ label }) => label)).toStrictEqual(['含已结束的']);
});

test('a filter that the screen does not set cannot be lifted there', () => {
  expect(liftOf(['relationTypes'])).toBeNull();
  expect(liftOf([])).toBeNull();
});
