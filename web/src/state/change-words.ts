import type { ChangeName } from '../api/changes.ts';

/** What a change is about: the groups of the screen, in its order. */
export const GROUPS = [
  'entities',
  'relations',
  'attributes',
  'indicators',
  'names',
  'sources',
  'coverage',
  'decisions',
] as const;
export type ChangeGroup = (typeof GROUPS)[number];

export const GROUP_OF: Readonly<Record<ChangeName, ChangeGroup>> = {
  entity_appeared: 'entities',
  entity_gone: 'entities',
  entity_merged: 'entities',
  entity_split: 'entities',
  entity_renamed: 'entities',
  relation_added: 'relations',
  relation_removed: 'relations',
  relation_changed: 'relations',
  attribute_added: 'attributes',
  attribute_removed: 'attributes',
  attribute_changed: 'attributes',
  indicator_added: 'indicators',
  indicator_removed: 'indicators',
  indicator_changed: 'indicators',
  name_added: 'names',
  name_removed: 'names',
  name_changed: 'names',
  source_added: 'sources',
  source_removed: 'sources',
  source_changed: 'sources',
  coverage_added: 'coverage',
  coverage_removed: 'coverage',
  decision_added: 'decisions',
  decision_removed: 'decisions',
};

export function changesOf(group: ChangeGroup): ChangeName[] {
  return (Object.keys(GROUP_OF) as ChangeName[]).filter((name) => GROUP_OF[name] === group);
}

/** How many changes there are in each group. */
export function countGroups(
  counts: readonly { readonly change: ChangeName; readonly count: number }[],
): ReadonlyMap<ChangeGroup, number> {
  const sums = new Map<ChangeGroup, number>();
  for (const { change, count } of counts) {
    const group = GROUP_OF[change];
    sums.set(group, (sums.get(group) ?? 0) + count);
  }
  return sums;
}
