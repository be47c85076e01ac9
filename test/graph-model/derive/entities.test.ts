import { expect, test } from 'vitest';
import { assignEntities, keepRedirects } from '#graph-model/derive/entities.ts';
import { type EntityId, type RecordId, entityId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import { record, source } from '#test/support/statements.ts';

const OF = source('gs');
/** Four records in order of id. */
const [A, B, C, D] = ['甲公司', '乙公司', '丙公司', '丁公司']
  .map((name) => record(OF, 'Company', name))
  .sort((a, b) => compareText(a.id, b.id)) as [Of, Of, Of, Of];
type Of = ReturnType<typeof record>;
type Anchor = RowOf<'anchor'>;

const [EA, EB, EC] = [A, B, C].map(({ id }) => entityId(id)) as [EntityId, EntityId, EntityId];
const nobody = () => undefined;

function anchor(of: Of, entity: EntityId, first: number): Anchor {
  return { id: of.id, entity, first };
}

function anchors(...rows: readonly Anchor[]): ReadonlyMap<string, Anchor> {
  return new Map(rows.map((row) => [row.id, row]));
}

function were(...entities: readonly (readonly [Of, EntityId, number])[]) {
  const before = new Map(entities.map(([{ id }, entity, first]) => [id, { entity, first }]));
  return (id: RecordId) => before.get(id);
}

test('a component without an anchor mints from its least record', () => {
  const { entityOf, minted, redirects } = assignEntities([[B, A], [C]], anchors(), nobody, 7);
  expect([...entityOf]).toStrictEqual([
    [A.id, EA],
    [B.id, EA],
    [C.id, EC],
  ]);
  expect(minted).toStrictEqual([anchor(A, EA, 7), anchor(C, EC, 7)]);
  expect(redirects).toStrictEqual([]);
});

test('of several anchored entities the one of the earliest version stays, and the others redirect to it', () => {
  const known = anchors(anchor(A, EA, 3), anchor(B, EB, 2), anchor(C, EC, 3));
  const { entityOf, minted, redirects } = assignEntities([[A, B, C, D]], known, nobody, 4);
  expect(new Set(entityOf.values())).toStrictEqual(new Set([EB]));
  expect(minted).toStrictEqual([]);
  const expected = [EA, EC].sort(compareText).map((id) => ({ id, to: EB }));
  expect(redirects).toStrictEqual(expected);
});

test('of several of one version the least id stays', () => {
  const known = anchors(anchor(A, EA, 1), anchor(B, EB, 1));
  const [least] = [EA, EB].sort(compareText);
  expect(assignEntities([[A, B]], known, nobody, 2).entityOf.get(A.id)).toBe(least);
});

test('an undone merge gives the old id back', () => {
  const known = anchors(anchor(A, EA, 1), anchor(B, EB, 1));
  const { entityOf, minted, redirects } = assignEntities([[A], [B]], known, were([A, EA, 1], [B, EA, 1]), 3);
  expect([entityOf.get(A.id), entityOf.get(B.id), minted, redirects]).toStrictEqual([EA, EB, [], []]);
});

test('an entity whose anchoring record is gone goes on with the least of its other records', () => {
  const { entityOf, minted, redirects } = assignEntities([[C, B]], anchors(), were([B, EA, 1], [C, EA, 1]), 5);
  expect([entityOf.get(B.id), entityOf.get(C.id)]).toStrictEqual([EA, EA]);
  expect(minted).toStrictEqual([anchor(B, EA, 1)]);
  expect(redirects).toStrictEqual([]);
});

test('where its other records fall apart, the part with the least of them takes the id, the rest mints', () => {
  const { entityOf, minted } = assignEntities([[C], [B]], anchors(), were([B, EA, 1], [C, EA, 1]), 5);
  expect([entityOf.get(B.id), entityOf.get(C.id)]).toStrictEqual([EA, EC]);
  expect(minted).toStrictEqual([anchor(B, EA, 1), anchor(C, EC, 5)]);
});

test('where its other records are part of another entity, it redirects there', () => {
  const known = anchors(anchor(C, EC, 2));
  const { entityOf, minted, redirects } = assignEntities([[B, C]], known, were([B, EA, 1], [C, EC, 2]), 5);
  expect([entityOf.get(B.id), entityOf.get(C.id)]).toStrictEqual([EC, EC]);
  expect([minted, redirects]).toStrictEqual([[], [{ id: EA, to: EC }]]);
});

test('an anchoring record that comes back joins what went on without it', () => {
  const known = anchors(anchor(A, EA, 1), anchor(B, EA, 1));
  const { entityOf, minted } = assignEntities([[A, B]], known, were([B, EA, 1]), 6);
  expect([entityOf.get(A.id), entityOf.get(B.id), minted]).toStrictEqual([EA, EA, []]);
});

test('an anchoring record that comes back as another thing leaves the id to what went on, and mints anew', () => {
  const known = anchors(anchor(A, EA, 1), anchor(B, EA, 1));
  const { entityOf, minted, redirects } = assignEntities([[A], [B]], known, were([B, EA, 1]), 6);
  const again = entityId(A.id, EA);
  expect([entityOf.get(A.id), entityOf.get(B.id)]).toStrictEqual([again, EA]);
  expect([minted, redirects]).toStrictEqual([[anchor(A, again, 6)], []]);
});

test('two anchoring records that part: the one that minted the id keeps it, and the other is no anchor of it any more', () => {
  const known = anchors(anchor(A, EA, 1), anchor(B, EA, 1), anchor(C, EC, 2));
  const { entityOf, minted } = assignEntities([[A], [B, C]], known, were([A, EA, 1], [B, EA, 1], [C, EC, 2]), 6);
  expect([entityOf.get(A.id), entityOf.get(B.id), entityOf.get(C.id)]).toStrictEqual([EA, EC, EC]);
  expect(minted).toStrictEqual([anchor(B, EC, 2)]);
});

test('an id that one component keeps is no redirect of another', () => {
  const known = anchors(anchor(A, EA, 1), anchor(B, EB, 2), anchor(C, EB, 2));
  const { entityOf, redirects } = assignEntities([[A, B], [C]], known, nobody, 6);
  expect([entityOf.get(B.id), entityOf.get(C.id), redirects]).toStrictEqual([EA, EB, []]);
});

test('the order of components and of their records means nothing', () => {
  const known = anchors(anchor(A, EA, 1), anchor(B, EA, 1), anchor(C, EC, 2));
  const before = were([B, EA, 1], [D, EB, 1]);
  const one = assignEntities([[A], [B, C], [D]], known, before, 6);
  const other = assignEntities([[D], [C, B], [A]], known, before, 6);
  expect([...other.entityOf]).toStrictEqual([...one.entityOf]);
  expect(new Set(other.minted)).toStrictEqual(new Set(one.minted));
  expect(other.redirects).toStrictEqual(one.redirects);
});

test('a redirect outlives the record that anchored what was merged away', () => {
  expect(keepRedirects([], [{ id: EB, to: EA }], (id) => id === EA)).toStrictEqual([{ id: EB, to: EA }]);
});

test('a redirect follows its target, and goes with it', () => {
  const standing = [{ id: EB, to: EA }];
  expect(keepRedirects([{ id: EA, to: EC }], standing, (id) => id === EC)).toStrictEqual(
    [
      { id: EA, to: EC },
      { id: EB, to: EC },
    ].sort((a, b) => compareText(a.id, b.id)),
  );
  expect(keepRedirects([], standing, () => false)).toStrictEqual([]);
});

test('an entity that lives is no redirect, and two redirects to each other lead nowhere', () => {
  expect(keepRedirects([], [{ id: EB, to: EA }], () => true)).toStrictEqual([]);
  const round = [
    { id: EA, to: EB },
    { id: EB, to: EA },
  ];
  expect(keepRedirects([], round, () => false)).toStrictEqual([]);
});
