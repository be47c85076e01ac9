import { expect, test } from 'vitest';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import { readingEffect } from '#server/analysis/consortia/reading-effect.ts';
import type { RoleGroup } from '#server/analysis/consortia/roles.ts';
import type { Relation } from '#server/analysis/consortia/standing.ts';

function tie(from: string, type: RelationshipType, to: string, modality = 'operating'): Relation {
  return { id: `${from} ${type} ${to}`, from, to, type, modality } as unknown as Relation;
}
const row = (entity: string) => ({ entity, relations: [], stands: true, division: [], also: [] });
const GROUPS: readonly RoleGroup[] = [
  { role: 'lead', rows: [row('简称')] },
  { role: 'member', rows: [row('成员')] },
];
const SEGMENTS = new Map([
  ['泵', ['泵']],
  ['水泵', ['泵']],
  ['阀', ['阀']],
]);

test('what the printed name is said to do becomes the entity’s, and two actors of a segment become one', () => {
  const printed = [tie('简称', 'PRODUCES', '水泵'), tie('简称', 'ACTIVE_IN', '阀'), tie('简称', 'LEADS', '联')];
  const meant = [tie('全称', 'ACTIVE_IN', '泵'), tie('全称', 'ACTIVE_IN', '阀', 'planned')];
  expect(readingEffect(['简称', printed], ['全称', meant], GROUPS, SEGMENTS, '2025')).toEqual({
    relations: ['简称 ACTIVE_IN 阀', '简称 LEADS 联', '简称 PRODUCES 水泵'],
    listed: false,
    fewer: ['泵'],
  });
});

test('of two names of the list one falls away', () => {
  const effect = (name: string, entity: string) => readingEffect([name, []], [entity, []], GROUPS, SEGMENTS, '2025');
  expect(effect('简称', '成员').listed).toBe(true);
  expect(effect('别处的名称', '成员').listed).toBe(false);
});
