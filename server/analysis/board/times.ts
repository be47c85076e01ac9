import { earliest, type PartialDate } from '#graph-model/dates.ts';
import type { CellFacts } from './cell-facts.ts';
import type { SliceFact } from './slice.ts';

export type Times = {
  readonly operatingFrom: PartialDate | undefined;
  readonly plannedFor: PartialDate | undefined;
};

/** Since when, and planned for when, as far as sources say. What is planned holds from its start, else by its end. */
export function timesOf({ operating, building, intended, planned, proposed }: CellFacts): Times {
  const meant = [...planned, ...proposed, ...[building, intended].flatMap((by) => [...by.values()].flat())];
  return {
    operatingFrom: least([...operating.values()].flat().map(({ validFrom }) => validFrom)),
    plannedFor: least(meant.map(({ validFrom, validTo }: SliceFact) => validFrom ?? validTo)),
  };
}

/** Of equally early ones the less precise. */
function least(dates: readonly (PartialDate | undefined)[]): PartialDate | undefined {
  const known = dates.flatMap((date) => date ?? []);
  return known.toSorted((a, b) =>
    earliest(a) === earliest(b) ? a.length - b.length : earliest(a) < earliest(b) ? -1 : 1,
  )[0];
}
