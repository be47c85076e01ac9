import { latest, type PartialDate } from '#graph-model/dates.ts';
import { isWithin } from './locality.ts';
import type { ChainSlice, SliceCoverage } from './slice.ts';
import { TERMS } from './terms.ts';

/**
 * The registers that cover a cell: of the chain or of a segment that contains it, for a place that contains the region,
 * not of after the date asked about and not older than the table allows.
 * @param containers the segment and those that it is part of
 */
export function registersOf(
  slice: ChainSlice,
  containers: ReadonlySet<string>,
  region: string,
  date: PartialDate,
): readonly SliceCoverage[] {
  const day = latest(date);
  const oldest = `${Number(day.slice(0, 4)) - TERMS.registerYears}${day.slice(4)}`;
  return slice.coverage.filter(
    (row) =>
      row.extent === 'register' &&
      (row.subject === slice.chain.id || containers.has(row.subject)) &&
      isWithin(slice, region, row.place) &&
      latest(row.date) >= oldest &&
      row.date <= day,
  );
}

/** The segment and all that it is part of. */
export function containersOf({ segments }: ChainSlice, id: string): ReadonlySet<string> {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const containers = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !containers.has(at); at = byId.get(at)?.partOf) {
    containers.add(at);
  }
  return containers;
}
