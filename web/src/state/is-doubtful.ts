import type { EntityLite } from '../api/fragments.ts';

/** Is it a name as printed that may mean another entity? What such a name may mean is not in doubt itself. */
export function isDoubtful({ id, readings }: Pick<EntityLite, 'id' | 'readings'>): boolean {
  return readings.some(({ from }) => from.id === id);
}
