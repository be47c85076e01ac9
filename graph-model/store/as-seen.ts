import type { Table, Versioned } from '../rows.ts';

/** A row with its place in time as a version sees it: what a later one closed is still open. */
export function asSeen<T extends Table>(versioned: Versioned<T>, version: number): Versioned<T> {
  const closed = versioned.until !== null && versioned.until <= version;
  return closed ? versioned : { ...versioned, until: null, reason: null };
}
