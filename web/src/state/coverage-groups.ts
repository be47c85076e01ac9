import type { Named } from '../locale/use-words.ts';

/** One line of what a source covers: a place, and the chains or segments that it covers there to one extent. */
export type CoverageGroup<Extent extends string> = {
  readonly extent: Extent;
  readonly place: string;
  readonly subjects: readonly string[];
};

type Row<Extent extends string> = {
  readonly extent: Extent;
  readonly place: Named;
  readonly subject: Named;
};

/** By extent in the order given, then by place and subject as they come: the widest claim stands first. */
export function coverageGroups<Extent extends string>(
  rows: readonly Row<Extent>[],
  extents: readonly Extent[],
  nameOf: (entity: Named) => string,
): readonly CoverageGroup<Extent>[] {
  return extents.flatMap((extent) => {
    const byPlace = new Map<string, string[]>();
    for (const row of rows) {
      if (row.extent !== extent) continue;
      const subjects = byPlace.get(nameOf(row.place)) ?? [];
      byPlace.set(nameOf(row.place), [...subjects, nameOf(row.subject)]);
    }
    const places = [...byPlace].sort(([, one], [, other]) => other.length - one.length);
    return places.map(([place, subjects]) => ({ extent, place, subjects }));
  });
}
