import { expect, test } from 'vitest';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import { rolesOf, type RoleGroup } from '#server/analysis/consortia/roles.ts';
import type { Relation } from '#server/analysis/consortia/standing.ts';
import { unknownOf } from '#server/analysis/consortia/unknown.ts';

const IT = '联';

function tie(from: string, type: RelationshipType, to: string, more: Partial<Relation> = {}): Relation {
  const row = { id: `${from} ${type} ${to}`, from, to, type, modality: 'operating', identity: [], details: [] };
  return { ...row, ...more } as unknown as Relation;
}

const KINDS: Readonly<Record<string, Kind>> = { 项: 'Project', 品: 'Product', 校: 'University', 链: 'Chain' };
const named = new Map(
  ['甲', '乙', '校', '项', '品', '链', IT].map((name) => [name, { kind: KINDS[name] ?? 'Company', name }]),
);

function groups(relations: readonly Relation[], ofLeads: readonly Relation[] = []): readonly RoleGroup[] {
  return rolesOf(IT, relations, ofLeads, named, '2025');
}
const shown = (list: readonly RoleGroup[]) => list.map(({ role, rows }) => [role, ...rows.map(({ entity }) => entity)]);

test('every relationship of a consortium stands in a role, or at the head of its page', () => {
  const list = groups(
    [
      tie('甲', 'LEADS', IT),
      tie('校', 'MEMBER_OF', IT),
      tie('乙', 'MEMBER_OF', IT),
      tie('乙', 'TESTS_FOR', IT),
      tie('甲', 'FUNDS', IT),
      tie('乙', 'COLLABORATES_WITH', IT),
      tie(IT, 'DEVELOPS', '品'),
      tie(IT, 'MEMBER_OF', '项'),
      tie(IT, 'SUPPORTS', '链'),
    ],
    [tie('甲', 'PRODUCES', '品')],
  );
  expect(shown(list)).toEqual([
    ['lead', '甲'],
    ['member', '乙', '校'],
    ['tester', '乙'],
    ['funder', '甲'],
    ['direction', '品'],
    ['project', '项'],
    ['other', '乙'],
  ]);
  expect(list[1]?.rows[0]?.also).toEqual(['tester']);
});

test('who is to come, or has left, is listed and does not stand', () => {
  const [members] = groups([
    tie('甲', 'MEMBER_OF', IT),
    tie('乙', 'MEMBER_OF', IT, { modality: 'planned' }),
    tie('校', 'MEMBER_OF', IT, { validTo: '2024' }),
  ]);
  expect(members?.rows.map(({ entity, stands }) => [entity, stands])).toEqual([
    ['乙', false],
    ['甲', true],
    ['校', false],
  ]);
});

test('what the lead makes is told apart from what the consortium does', () => {
  expect(shown(groups([tie('甲', 'LEADS', IT)], [tie('甲', 'DEVELOPS', '品')]))).toEqual([
    ['lead', '甲'],
    ['lead_direction', '品'],
  ]);
});

const NOTHING = { industry: false, place: false };
const FIGURE = { measure: '评价批次', unit: '批次', figure: 'actual' as const };

test('what nobody tells is named, in the order of the table', () => {
  expect(unknownOf(['lead', 'members', 'founded'], NOTHING, groups([]), [], [])).toEqual([
    'lead',
    'members',
    'founded',
    'approver',
    'batch',
    'funds',
    'division',
    'results',
  ]);
});

test('what a role, an attribute, a figure or the words of an event tell is not called unwritten', () => {
  const list = groups([
    tie('甲', 'LEADS', IT, { modality: 'planned' }),
    tie('乙', 'MEMBER_OF', IT, { details: [{ name: 'role', value: '设计' }] }),
    tie('甲', 'FUNDS', IT, { details: [{ name: 'amount', value: '100 万元' }] }),
  ]);
  const event = { name: 'event' as const, value: '由省科技厅批准组建，列入第二批', details: {} };
  expect(unknownOf(['lead', 'members'], NOTHING, list, [event], [FIGURE])).toEqual([]);
});

test('how many firms are in it is no result of it, and a planned place is written', () => {
  const firms = { ...FIGURE, measure: '企业数', unit: '家' };
  expect(unknownOf(['place'], { ...NOTHING, place: true }, groups([]), [], [firms])).toEqual([
    'approver',
    'batch',
    'funds',
    'division',
    'results',
  ]);
});
