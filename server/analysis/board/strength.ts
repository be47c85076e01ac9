import { latest, type PartialDate } from '#graph-model/dates.ts';
import type { CellFacts } from './cell-facts.ts';
import type { ChainSlice, SliceFact } from './slice.ts';
import { TERMS } from './terms.ts';

export const STRENGTH_TERMS = {
  actors: { zh: '在产企业', en: 'operating actors' },
  recognised: { zh: '有认定的企业', en: 'recognised actors' },
  research: { zh: '科研支撑', en: 'research support' },
  freshness: { zh: '资料新近', en: 'fresh sources' },
} as const;
export type StrengthTerm = {
  readonly term: keyof typeof STRENGTH_TERMS;
  /** What was counted. */
  readonly count: number;
  /** Thousandths. */
  readonly value: number;
};

/** What a state rests on, whoever it was counted from: the least change tries other values. */
export type Grounds = {
  readonly actors: number;
  readonly building: number;
  readonly recognised: number;
  readonly research: number;
  /** Years from the newest source on what operates to the date asked about; none where nothing operates. */
  readonly age: number | undefined;
  readonly publishers: number;
  readonly covered: boolean;
  /** An actor that could be here and is not placed. */
  readonly unplaced: boolean;
  readonly verdicts: ReadonlySet<string>;
};

export function groundsOf(
  slice: ChainSlice,
  facts: CellFacts,
  verdicts: ReadonlySet<string>,
  covered: boolean,
  date: PartialDate,
): Grounds {
  const operating = [...facts.operating.values()].flat();
  const sources = sourcesOf(slice, operating);
  const newest = sources.map((source) => latest(source.date)).reduce((a, b) => (a > b ? a : b), '');
  return {
    actors: facts.operating.size,
    building: facts.building.size,
    recognised: [...facts.operating.keys()].filter((id) => slice.entities.get(id)?.recognised === true).length,
    research: [...facts.research.values()].filter((own) => own.some(({ modality }) => modality === 'operating')).length,
    age: newest === '' ? undefined : yearsBetween(newest, latest(date)),
    publishers: new Set(sources.map(({ publisher }) => publisher ?? '')).size,
    covered,
    unplaced: facts.unplaced.size > 0,
    verdicts,
  };
}

/** Terms whose values are the strength when they are added; only what operates counts. */
export function strengthOf(grounds: Grounds): readonly StrengthTerm[] {
  const { actors, recognised, research, age } = grounds;
  const counted = (term: StrengthTerm['term'], count: number, rule: { each: number; most: number }) => ({
    term,
    count,
    value: Math.min(count, rule.most) * rule.each,
  });
  const fresh = age === undefined || age > 3 ? 0 : age <= 1 ? TERMS.fresh.year : TERMS.fresh.threeYears;
  return [
    counted('actors', actors, TERMS.actor),
    counted('recognised', recognised, TERMS.recognised),
    counted('research', actors === 0 ? 0 : research, TERMS.research),
    { term: 'freshness', count: age === undefined ? 0 : 1, value: fresh },
  ];
}

export function totalOf(terms: readonly StrengthTerm[]): number {
  return terms.reduce((sum, { value }) => sum + value, 0);
}

export function sourcesOf({ sources }: ChainSlice, facts: readonly SliceFact[]) {
  const ids = new Set<string>();
  for (const fact of facts) for (const id of fact.sources) ids.add(id);
  return [...ids].sort().flatMap((id) => sources.get(id) ?? []);
}

/** Between two days, in years of 365.2425 days; not below none. */
function yearsBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000 / 365.2425);
}
