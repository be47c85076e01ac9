import type { PartialDate } from '#graph-model/dates.ts';
import type { SliceSource } from '#server/analysis/board/slice.ts';
import type { Told } from '#server/analysis/candidates/ground.ts';
import { readSupport } from '../board/read-support.ts';
import type { View } from '../view.ts';

/** Those of the relationships that a source of that day or before supports. */
export async function readTold(
  at: View,
  relations: Iterable<string>,
  date: PartialDate,
): Promise<{ readonly told: ReadonlyMap<string, Told>; readonly sources: ReadonlyMap<string, SliceSource> }> {
  const ids = new Set(relations);
  const [rows, { sourcesOf, sources }] = await Promise.all([
    at.load.rows('relationship', ids),
    readSupport(at, ids, date),
  ]);
  const told = rows.flatMap(({ id, modality, dispute }) => {
    const behind = sourcesOf.get(id) ?? [];
    if (behind.length === 0) return [];
    return [[id as string, { id, modality, disputed: dispute !== undefined, sources: behind }] as const];
  });
  return { told: new Map(told), sources };
}
