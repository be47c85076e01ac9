import type { Path } from '../api/paths.ts';

/** Does a path pass what is merely shared, or a hub? Its ends then have something in common, and no more. */
export function isWeak({ weak }: Pick<Path, 'weak'>): boolean {
  return weak.length > 0;
}
