import type { PartialDate } from '#graph-model/dates.ts';
import type { ChainSlice, SliceFact, SliceSource } from '#server/analysis/board/slice.ts';
import { factOf } from '../board/read-bearing.ts';
import { holdsOn } from '../board/read-slice.ts';
import { readSupport } from '../board/read-support.ts';
import type { View } from '../view.ts';

/**
 * Who is said to be active in a segment of another chain that this one is part of; or, for the whole chain, that at
 * least half of its segments are part of: what holds one of them alone says nothing of the chain. Segments of the chain
 * itself are in its slice.
 */
export async function readWider(
  at: View,
  slice: ChainSlice,
  segment: string | undefined,
  date: PartialDate,
): Promise<{ readonly facts: readonly SliceFact[]; readonly sources: ReadonlyMap<string, SliceSource> }> {
  const known = new Set(slice.segments.map(({ id }) => id));
  const holds = holdsOn(date);
  const start = segment === undefined ? slice.segments.map(({ id }) => id) : [segment];
  /** By whole, those asked about that are in it. */
  const inside = new Map<string, ReadonlySet<string>>();
  for (
    let open: (readonly [string, ReadonlySet<string>])[] = start.map((id) => [id, new Set([id])]);
    open.length > 0;
  ) {
    const read = await Promise.all(open.map(([id]) => at.load.by('relationship', 'from', id)));
    const next = new Map<string, ReadonlySet<string>>();
    for (const [i, [, held]] of open.entries()) {
      for (const row of read[i] ?? []) {
        if (row.type !== 'PART_OF' || !holds(row)) continue;
        const before = inside.get(row.to);
        const all = new Set([...(before ?? []), ...held]);
        inside.set(row.to, all);
        if (all.size > (before?.size ?? 0)) next.set(row.to, all);
      }
    }
    open = [...next];
  }
  const outer = [...inside].filter(([id, held]) => !known.has(id) && 2 * held.size >= start.length).map(([id]) => id);
  const rows = (await Promise.all(outer.sort().map((id) => at.load.by('relationship', 'to', id))))
    .flat()
    .filter((row) => row.type === 'ACTIVE_IN' && holds(row));
  const { sourcesOf, sources } = await readSupport(at, new Set(rows.map(({ id }) => id)), date);
  return { facts: rows.flatMap((row) => factOf({ row, segment: row.to }, sourcesOf.get(row.id) ?? [])), sources };
}
