import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';

const LEVELS = 6;

/** Places and parks that the sources put inside an area, by id; the area itself is among them. */
export async function areasInside(reader: GraphReader, area: string): Promise<ReadonlyMap<string, RowOf<'entity'>>> {
  const inside = new Map<string, RowOf<'entity'>>(await reader.get('entity', [area]));
  let open: readonly string[] = [area];
  for (let level = 0; level < LEVELS && open.length > 0; level++) {
    const ties = (await reader.find('relationship', 'to', open)).filter(
      ({ type, modality, ended }) =>
        (type === 'LOCATED_IN' || type === 'PART_OF') &&
        (modality === 'operating' || modality === 'building') &&
        ended !== true,
    );
    const found = await reader.get('entity', new Set(ties.map(({ from }) => from)));
    open = [...found.values()].flatMap(({ id, kind }) =>
      (kind === 'Place' || kind === 'Park') && !inside.has(id) ? [id] : [],
    );
    for (const id of open) inside.set(id, found.get(id) as RowOf<'entity'>);
  }
  return inside;
}
