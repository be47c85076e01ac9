import type { EntityFull } from '../api/entity.ts';
import type { Kind } from '../api/fragments.ts';
import { isDoubtful } from './is-doubtful.ts';

export type Neighbour = {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly nameEn: string | null;
  /** A may-be reading: dashed, not counted. */
  readonly reading: boolean;
  /** The neighbour is the name in doubt. */
  readonly doubtful: boolean;
};

/** Each neighbour once, in the order of the facts; may-be readings after them. */
export function neighboursOf(entity: Pick<EntityFull, 'id' | 'relations' | 'readings'>): readonly Neighbour[] {
  const found = new Map<string, Neighbour>();
  for (const { node } of entity.relations.edges) {
    const other = node.from.id === entity.id ? node.to : node.from;
    const { id, kind, name, nameEn } = other;
    if (!found.has(id)) found.set(id, { id, kind, name, nameEn, reading: false, doubtful: isDoubtful(other) });
  }
  for (const reading of entity.readings) {
    const own = reading.from.id === entity.id;
    const { id, kind, name, nameEn } = own ? reading.to : reading.from;
    if (!found.has(id)) found.set(id, { id, kind, name, nameEn, reading: true, doubtful: !own });
  }
  return [...found.values()];
}
