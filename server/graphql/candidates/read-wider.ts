import type { PartialDate } from '#graph-model/dates.ts';
import type { ChainSlice, SliceFact, SliceSource } from '#server/analysis/board/slice.ts';
import { factOf, holdsOn } from '../board/read-slice.ts';
import { readSupport } from '../board/read-support.ts';
import type { View } from '../view.ts';

/**
 * Who is said to be active in a segment of another chain that one of these is part of. Segments of the chain itself
 * are in its slice.
 */
export async function readWider(
  at: View,
  slice: ChainSlice,
  segments: Iterable<string>,
  date: PartialDate,
): Promise<{ readonly facts: readonly SliceFact[]; readonly sources: ReadonlyMap<string, SliceSource> }> {
  const known = new Set(slice.segments.map(({ id }) => id));
  const holds = holdsOn(date);
  const climbed = new Set(segments);
  const outer: string[] = [];
  for (let open = [...climbed]; open.length > 0;) {
    const read = await Promise.all(open.map((id) => at.load.by('relationship', 'from', id)));
    const wholes = read.flat().filter((row) => row.type === 'PART_OF' && holds(row));
    open = [...new Set<string>(wholes.map(({ to }) => to))].filter((id) => !climbed.has(id));
    for (const id of open) climbed.add(id);
    outer.push(...open.filter((id) => !known.has(id)));
  }
  const rows = (await Promise.all(outer.sort().map((id) => at.load.by('relationship', 'to', id))))
    .flat()
    .filter((row) => row.type === 'ACTIVE_IN' && holds(row));
  const { sourcesOf, sources } = await readSupport(at, new Set(rows.map(({ id }) => id)), date);
  return { facts: rows.flatMap((row) => factOf({ row, segment: row.to }, sourcesOf.get(row.id) ?? [])), sources };
}
