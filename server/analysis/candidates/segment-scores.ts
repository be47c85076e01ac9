import { latest, type PartialDate } from '#graph-model/dates.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import { CLOSENESS, EVIDENCE, FIT, INTENDED, PROJECTS, SIGNALS } from './score-table.ts';
import type { Values } from './weigh.ts';
import type { TieKind } from './words.ts';

/** What is written of one body, as far as a ranking of a segment counts it. */
export type ScoredBody = {
  /** Named products of the segment. */
  readonly products: readonly {
    readonly modality: Modality;
    readonly stage: string | undefined;
    readonly made: boolean;
  }[];
  /** Every segment that it is written to act in, the asked one too. */
  readonly segments: ReadonlySet<string>;
  readonly ties: readonly { readonly kind: TieKind; readonly modality: Modality }[];
  /** Dates of the newest sources of what it builds or plans. */
  readonly signals: readonly PartialDate[];
  /** Independent publishers behind what makes the fit. */
  readonly publishers: number;
  readonly ownWord: boolean;
};

/** What is seen of the chain in the region. */
export type ScoredRegion = {
  /** Segments that local actors operate in, the asked one left out. */
  readonly operates: ReadonlySet<string>;
  readonly flows: readonly { readonly from: string; readonly to: string }[];
  readonly date: PartialDate;
};

/** The terms of one body: what no source speaks of is absent. */
export function segmentScores(body: ScoredBody, region: ScoredRegion): Values {
  return present({
    fit: greatest(body.products.map(fitOf)),
    complement: complementOf(body, region),
    closeness: closenessOf(body),
    projects: PROJECTS[Math.min(body.ties.filter(({ kind }) => kind === 'project').length, PROJECTS.length) - 1],
    signals: greatest(body.signals.flatMap((said) => signalOf(said, region.date) ?? [])),
    evidence: evidenceOf(body),
  });
}

function fitOf({ modality, stage, made }: ScoredBody['products'][number]): number {
  if (modality === 'planned' || modality === 'proposed') return FIT.planned;
  if (!made) return FIT.studied;
  if (modality === 'building') return FIT.building;
  return stage === 'mass' ? FIT.mass : stage === 'registered' ? FIT.registered : FIT.unstated;
}

function closenessOf({ ties }: ScoredBody): number | undefined {
  const close = ties.map(({ kind, modality }) => ({ most: CLOSENESS[kind], share: INTENDED[modality] }));
  return greatest(close.flatMap(({ most, share }) => (most === undefined ? [] : (most * share) / 1000)));
}

/**
 * Of the segments that local actors operate in and of which a flow is written, the share that a flow joins to a segment
 * of the body. Missing where nobody operates here, or no flow is written of what they do.
 */
function complementOf({ segments }: ScoredBody, { operates, flows }: ScoredRegion): number | undefined {
  const flowing = [...operates].filter((one) => flows.some(({ from, to }) => from === one || to === one));
  if (flowing.length === 0) return undefined;
  const joined = flowing.filter((one) =>
    flows.some(({ from, to }) => (from === one && segments.has(to)) || (to === one && segments.has(from))),
  );
  return Math.round((1000 * joined.length) / flowing.length);
}

function signalOf(said: PartialDate, date: PartialDate): number | undefined {
  const [told, now] = [latest(said), latest(date)];
  const back = (years: number) => `${String(Number(now.slice(0, 4)) - years).padStart(4, '0')}${now.slice(4)}`;
  if (told >= back(1)) return SIGNALS.year;
  return told >= back(SIGNALS.years) ? SIGNALS.threeYears : undefined;
}

function evidenceOf({ publishers, ownWord }: ScoredBody): number | undefined {
  if (publishers === 0) return undefined;
  return ownWord ? EVIDENCE.ownWord : EVIDENCE.publishers[Math.min(publishers, EVIDENCE.publishers.length) - 1];
}

function greatest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values);
}

function present(values: { readonly [T in keyof Values]: number | undefined }): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
