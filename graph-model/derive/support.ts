import { type PartialDate, earliest, latest, overlap } from '../dates.ts';
import type { Evidence } from '../facts/evidence.ts';
import type { Source } from '../facts/source.ts';
import type { Statement } from '../facts/statement.ts';
import type { SourceId } from '../ids.ts';
import type { Dispute } from '../ontology/vocabulary.ts';
import { sortedUnique } from '../text.ts';

/** A live statement with all its live evidence. */
export type Backed = { readonly statement: Statement; readonly evidence: readonly Evidence[] };

export type Support = {
  statements: number;
  publishers: number;
  sources: number;
  classes: Source['class'][];
  confidence: number;
  validFrom?: PartialDate;
  validTo?: PartialDate;
  ended?: boolean;
  dispute?: Dispute;
};

/** Does a passage speak for it? A statement that passages only deny is live, but carries no fact. */
export function isSupported({ evidence }: Pick<Backed, 'evidence'>): boolean {
  return evidence.some(({ stance }) => stance === 'supports');
}

/**
 * What carries a fact: counters, independent publishers, the surest passage (thousandths), and the validity that its
 * supported statements give together. A denial, by the same source or another, makes it `denied`.
 * @param backed at least one of them supported
 */
export function supportOf(backed: readonly Backed[], sources: ReadonlyMap<SourceId, Source>): Support {
  const supported = backed.filter(isSupported);
  const evidence = backed.flatMap((each) => each.evidence);
  const supporting = evidence.filter(({ stance }) => stance === 'supports');
  const used = sortedUnique(supporting.map(({ source }) => source)).flatMap((id) => sources.get(id) ?? []);
  return {
    statements: supported.length,
    publishers: new Set(used.map(({ publisher }) => publisher ?? '')).size,
    sources: used.length,
    classes: sortedUnique(used.map((source) => source.class)),
    confidence: Math.max(...supporting.map(({ confidence }) => confidence)),
    ...validityOf(supported.map(({ statement }) => statement)),
    ...(supporting.length < evidence.length ? { dispute: 'denied' } : {}),
  };
}

/** From the earliest stated start to the latest stated end; open at the end unless every statement has one. */
function validityOf(statements: readonly Statement[]): Pick<Support, 'validFrom' | 'validTo' | 'ended'> {
  const starts = statements.flatMap(({ validFrom }) => validFrom ?? []);
  const ends = statements.flatMap(({ validTo }) => validTo ?? []);
  starts.sort((a, b) => (earliest(a) < earliest(b) ? -1 : earliest(a) > earliest(b) ? 1 : b.length - a.length));
  ends.sort((a, b) => (latest(a) > latest(b) ? -1 : latest(a) < latest(b) ? 1 : b.length - a.length));
  const validFrom = starts[0];
  const validTo = ends.length === statements.length ? ends[0] : undefined;
  const ended = statements.every((statement) => statement.ended === true);
  return {
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
    ...(ended ? { ended } : {}),
  };
}

/**
 * The values that differ from another which may hold at the same time. One that has ended, on a day that nobody gave,
 * is not known to overlap one that has not.
 */
export function disagree<T extends Validity>(
  values: readonly T[],
  valueOf: (each: T) => string,
  refine: (a: string, b: string) => boolean = () => false,
): readonly T[] {
  return values.filter((a) =>
    values.some(
      (b) => valueOf(a) !== valueOf(b) && a.ended === b.ended && overlap(a, b) && !refine(valueOf(a), valueOf(b)),
    ),
  );
}

type Validity = {
  readonly validFrom?: PartialDate | undefined;
  readonly validTo?: PartialDate | undefined;
  readonly ended?: boolean | undefined;
};
