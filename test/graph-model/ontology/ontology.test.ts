import { expect, test } from 'vitest';
import { KIND_NAMES, KIND_SETS, kindsOf } from '#graph-model/ontology/kinds.ts';
import { QUALIFIERS, QUALIFIER_NAMES } from '#graph-model/ontology/qualifiers.ts';
import { RELATIONSHIP_TYPES, specOf } from '#graph-model/ontology/relationships.ts';

const TYPES = RELATIONSHIP_TYPES.map((type) => [type, specOf(type)] as const);

test('ends are flattened to single kinds, each once, in the order of the table', () => {
  expect(kindsOf(['body'])).toStrictEqual([
    'Company',
    'University',
    'Institute',
    'Hospital',
    'Laboratory',
    'Consortium',
    'Agency',
    'Fund',
    'Association',
  ]);
  expect(kindsOf(['Place', 'organisation', 'Company'])).toStrictEqual([
    'Company',
    'University',
    'Institute',
    'Hospital',
    'Agency',
    'Fund',
    'Association',
    'Place',
  ]);
  expect(KIND_SETS.body).toStrictEqual([...KIND_SETS.organisation, 'Laboratory', 'Consortium']);
});

test.each(TYPES)('both ends of %s are kinds of the table', (_type, { from, to }) => {
  for (const end of [kindsOf(from), kindsOf(to)]) {
    expect(end.length).toBeGreaterThan(0);
    expect(KIND_NAMES.filter((kind) => end.includes(kind))).toStrictEqual(end);
  }
});

test.each(TYPES)('%s reads in both directions and both languages, with both ends named', (_type, spec) => {
  for (const { zh, en } of [spec.forward, spec.reverse]) {
    for (const reading of [zh, en]) expect(reading.match(/\{(from|to)\}/g)?.sort()).toStrictEqual(['{from}', '{to}']);
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
  }
  for (const { zh, en } of [spec.label, spec.inverse]) {
    expect(zh).toMatch(/^\p{Script=Han}+$/u);
    expect(en).toMatch(/^[A-Za-z &]+$/);
  }
});

test.each(TYPES)(
  'the qualifiers of %s exist, and each is either identity or carried',
  (_type, { identity, carries }) => {
    for (const name of [...identity, ...carries]) expect(QUALIFIER_NAMES).toContain(name);
    expect(new Set([...identity, ...carries]).size).toBe(identity.length + carries.length);
  },
);

test.each(TYPES)('%s has at most one record-valued qualifier, and it is identity', (_type, { identity, carries }) => {
  expect(identity.filter((name) => QUALIFIERS[name].value.type === 'record').length).toBeLessThanOrEqual(1);
  expect(carries.filter((name) => QUALIFIERS[name].value.type === 'record')).toStrictEqual([]);
});

test.each(TYPES)('what makes two %s different is never a value that may be at odds', (_type, { identity }) => {
  expect(identity.filter((name) => 'functional' in QUALIFIERS[name])).toStrictEqual([]);
});

test('a type without direction has the same kinds and the same words at both ends', () => {
  const symmetric = TYPES.filter(([, spec]) => spec.symmetric);
  expect(symmetric.map(([type]) => type)).toStrictEqual(['COLLABORATES_WITH']);
  for (const [, spec] of symmetric) {
    expect(kindsOf(spec.from)).toStrictEqual(kindsOf(spec.to));
    expect(spec.label).toStrictEqual(spec.inverse);
  }
});

test('a type whose ends are of one kind may have the same kinds at both', () => {
  const paired = TYPES.filter(([, spec]) => spec.sameKind);
  expect(paired.map(([type]) => type)).toStrictEqual(['PART_OF']);
  for (const [, spec] of paired) expect(kindsOf(spec.from)).toStrictEqual(kindsOf(spec.to));
});

test('every qualifier is used by some type', () => {
  const used = new Set(TYPES.flatMap(([, { identity, carries }]) => [...identity, ...carries]));
  expect(QUALIFIER_NAMES.filter((name) => !used.has(name))).toStrictEqual([]);
});
