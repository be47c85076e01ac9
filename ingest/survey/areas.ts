import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';

const LEVELS = 6;

/** Places and parks that the sources put inside an area, by id; the area itself is among them. */
export type Inside = ReadonlyMap<string, RowOf<'entity'>>;

export async function areasInside(reader: GraphReader, area: string): Promise<Inside> {
  return (await areasInsideEach(reader, [area])).get(area) ?? new Map<string, RowOf<'entity'>>();
}

/** Of each area, read together: however many there are, the store is asked once a level. */
export async function areasInsideEach(
  reader: GraphReader,
  areas: readonly string[],
): Promise<ReadonlyMap<string, Inside>> {
  const own = await reader.get('entity', areas);
  const parts = new Map<string, readonly RowOf<'entity'>[]>();
  const walks = [...new Set(areas)].map((area) => {
    const row = own.get(area);
    return { area, inside: new Map(row === undefined ? [] : [[area, row]]), open: [area] as readonly string[] };
  });
  for (let level = 0; level < LEVELS; level++) {
    const unread = new Set(walks.flatMap(({ open }) => open.filter((area) => !parts.has(area))));
    if (unread.size > 0) await readParts(reader, unread, parts);
    for (const walk of walks) {
      const found = walk.open.flatMap((area) => parts.get(area) ?? []).filter(({ id }) => !walk.inside.has(id));
      for (const row of found) walk.inside.set(row.id, row);
      walk.open = [...new Set(found.map(({ id }) => id))];
    }
  }
  return new Map(walks.map(({ area, inside }) => [area, inside]));
}

/** Adds to `parts` what lies directly in each of `areas`. */
async function readParts(
  reader: GraphReader,
  areas: ReadonlySet<string>,
  parts: Map<string, readonly RowOf<'entity'>[]>,
): Promise<void> {
  const within = new Map<string, Set<string>>([...areas].map((area) => [area, new Set()]));
  for (const { type, modality, ended, from, to } of await reader.find('relationship', 'to', areas)) {
    const lies = type === 'LOCATED_IN' || type === 'PART_OF';
    const isThere = modality === 'operating' || modality === 'building';
    if (lies && isThere && ended !== true) within.get(to)?.add(from);
  }
  const found = await reader.get('entity', new Set([...within.values()].flatMap((from) => [...from])));
  for (const [area, from] of within) {
    const rows = [...from].flatMap((id) => found.get(id) ?? []);
    const isArea = ({ kind }: RowOf<'entity'>) => kind === 'Place' || kind === 'Park';
    parts.set(area, rows.filter(isArea));
  }
}
