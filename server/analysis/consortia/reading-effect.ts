import type { PartialDate } from '#graph-model/dates.ts';
import { sortedUnique } from '#graph-model/text.ts';
import { LISTED, type RoleGroup } from './roles.ts';
import { isOver, type Relation } from './standing.ts';

/** What would change if a name as printed meant one entity: counts of what the graph holds, nothing of it is drawn. */
export type ReadingEffect = {
  /** Relationships of the printed name, which would be the entity’s. */
  readonly relations: readonly string[];
  /** Both stand in the list: it then has one body less. */
  readonly listed: boolean;
  /** Segments in which both are seen to operate: there one actor less would be counted. */
  readonly fewer: readonly string[];
};

const ACTS = ['ACTIVE_IN', 'PRODUCES'];

/**
 * @param printed relationships of the name as printed, `meant` of the entity that it may mean
 * @param segmentsOf the segments of a product; of a segment, itself
 */
export function readingEffect(
  [name, printed]: readonly [string, readonly Relation[]],
  [entity, meant]: readonly [string, readonly Relation[]],
  groups: readonly RoleGroup[],
  segmentsOf: ReadonlyMap<string, readonly string[]>,
  date: PartialDate,
): ReadingEffect {
  const acts = (id: string, relations: readonly Relation[]) =>
    relations
      .filter((one) => one.from === id && one.modality === 'operating' && !isOver(one, date))
      .flatMap(({ type, to }) => (ACTS.includes(type) ? (segmentsOf.get(to) ?? []) : []));
  const isListed = (id: string) =>
    groups.some(({ role, rows }) => LISTED.includes(role) && rows.some((row) => row.entity === id));
  const there = new Set(acts(entity, meant));
  return {
    relations: sortedUnique(printed.map(({ id }) => id)),
    listed: isListed(name) && isListed(entity),
    fewer: sortedUnique(acts(name, printed).filter((segment) => there.has(segment))),
  };
}
