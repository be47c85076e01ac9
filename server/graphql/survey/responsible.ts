import type { PartialDate } from '#graph-model/dates.ts';
import { holdsOn } from '../board/read-slice.ts';
import { readSupport } from '../board/read-support.ts';
import type { View } from '../view.ts';

/** Relationships by which agencies answer for a chain, as sources of that day or before tell it. In order of id. */
export async function responsibleFor(at: View, chain: string, date: PartialDate): Promise<readonly string[]> {
  const holds = holdsOn(date);
  const rows = (await at.load.by('relationship', 'to', chain)).filter(
    (row) => row.type === 'RESPONSIBLE_FOR' && row.modality === 'operating' && holds(row),
  );
  const bodies = await at.load.rows('entity', new Set(rows.map(({ from }) => from)));
  const agencies = new Set<string>(bodies.flatMap(({ id, kind }) => (kind === 'Agency' ? [id] : [])));
  const own = rows.filter(({ from }) => agencies.has(from)).map(({ id }) => id as string);
  const { sourcesOf } = await readSupport(at, new Set(own), date);
  return own.filter((id) => (sourcesOf.get(id) ?? []).length > 0).sort();
}
