import type { PartialDate } from '#graph-model/dates.ts';
import { latest } from '#graph-model/dates.ts';
import { MODALITIES, wordsOf, type Modality } from '#graph-model/ontology/vocabulary.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import type { SliceSource } from '../board/slice.ts';
import type { Told, ToldTie } from './ground.ts';
import type { SourceClass } from './list-names.ts';
import { inSilenceOrder, type Fit, type LeftOutReason, type Silence } from './words.ts';

/** One line of a list: who, what the sources say, and what they do not say. */
export type CandidateRow = {
  readonly body: string;
  /** Undefined in the lists of a body: no segment is asked for. */
  readonly fit: Fit | undefined;
  /** Where the fit is: in order of id. */
  readonly segments: readonly string[];
  readonly products: readonly string[];
  readonly ties: readonly ToldTie[];
  /** The most real of what makes the row: what it does, or the wish for it; a tie beside makes nothing more real. */
  readonly modality: Modality;
  /** What the sources say, the more real first, then by id. */
  readonly relations: readonly string[];
  /** What the same passages say of the chain, where that alone makes the fit. In order of id. */
  readonly alongside: readonly string[];
  readonly silences: readonly Silence[];
  readonly sources: readonly string[];
  /** What sorts of paper say what makes the row; each once. */
  readonly saidBy: readonly SourceClass[];
  /** Of the newest source. */
  readonly newest: PartialDate;
};

/** Who is in no list, and why: by name, never in silence. */
export type LeftOut = {
  readonly reason: LeftOutReason;
  /** By name and id. */
  readonly bodies: readonly string[];
};

type Parts = Pick<CandidateRow, 'body' | 'fit' | 'ties'> & {
  readonly segments: Iterable<string>;
  readonly products: Iterable<string>;
  readonly relations: Iterable<string>;
  /** Of the relations, those that make the row what it is: how real these are is how real the row is. */
  readonly making: Iterable<string>;
  readonly alongside?: Iterable<string>;
  readonly silences: Iterable<Silence>;
};

type Sayings = {
  readonly told: ReadonlyMap<string, Told>;
  readonly sources: ReadonlyMap<string, SliceSource>;
  readonly doubtful: ReadonlySet<string>;
};

const REALITY = wordsOf(MODALITIES);

/** A row of what is told by the day asked about; undefined when no source of that day or before tells anything of it. */
export function rowOf({ told, sources, doubtful }: Sayings, parts: Parts): CandidateRow | undefined {
  const said = sortedUnique(parts.relations).flatMap((id) => {
    const one = told.get(id);
    return one === undefined || one.sources.length === 0 ? [] : [one];
  });
  said.sort((a, b) => REALITY.indexOf(a.modality) - REALITY.indexOf(b.modality) || compareText(a.id, b.id));
  const making = new Set(parts.making);
  const first = said.find(({ id }) => making.has(id));
  if (first === undefined) return undefined;
  const behind = sortedUnique(said.flatMap((one) => one.sources)).flatMap((id) => sources.get(id) ?? []);
  const only = (cls: SliceSource['class']) => behind.every((source) => source.class === cls);
  const silences: Silence[] = [...parts.silences];
  if (doubtful.has(parts.body)) silences.push('name_in_doubt');
  if (only('proposal')) silences.push('only_proposal');
  if (only('company_statement')) silences.push('own_word');
  if (said.some(({ disputed }) => disputed)) silences.push('disputed');
  return {
    body: parts.body,
    fit: parts.fit,
    segments: sortedUnique(parts.segments),
    products: sortedUnique(parts.products),
    ties: parts.ties,
    modality: first.modality,
    relations: said.map(({ id }) => id),
    alongside: sortedUnique(parts.alongside ?? []),
    silences: inSilenceOrder(silences),
    sources: behind.map(({ id }) => id),
    saidBy: sortedUnique(
      said.flatMap((one) => (making.has(one.id) ? one.sources.flatMap((id) => sources.get(id)?.class ?? []) : [])),
    ),
    newest: behind.map(({ date }) => date).reduce((a, b) => (latest(b) > latest(a) ? b : a)),
  };
}

/** Unscored: what is no fit last; else what is more real first, then the newer source, then by name and id. */
export function inListOrder(
  rows: readonly CandidateRow[],
  names: ReadonlyMap<string, string>,
): readonly CandidateRow[] {
  const key = ({ products }: CandidateRow) => products.join(' ');
  return rows.toSorted(
    (a, b) =>
      Number(a.fit === 'other') - Number(b.fit === 'other') ||
      REALITY.indexOf(a.modality) - REALITY.indexOf(b.modality) ||
      compareText(latest(b.newest), latest(a.newest)) ||
      compareText(names.get(a.body) ?? '', names.get(b.body) ?? '') ||
      compareText(a.body, b.body) ||
      compareText(key(a), key(b)),
  );
}
