import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { TieKind } from './words.ts';

/**
 * Every number a ranking rests on, in whole thousandths, with its reason. A term that no source speaks of is missing,
 * never 0, and adds nothing.
 */
export const TERMS = {
  fit: { zh: '环节契合', en: 'fit' },
  complement: { zh: '链上互补', en: 'complement' },
  closeness: { zh: '已有往来', en: 'closeness' },
  projects: { zh: '同一项目', en: 'shared projects' },
  signals: { zh: '扩产信号', en: 'signals' },
  evidence: { zh: '出处', en: 'evidence' },
} as const;
export type Term = keyof typeof TERMS;
export const TERM_NAMES = Object.keys(TERMS) as readonly Term[];

export type Weights = Readonly<Record<Term, number>>;

/** A weight of one term at most; only their shares count. */
export const MOST_WEIGHT = 1000;

/** Who makes the thing comes first, then who needs what is here; who is known or quoted more comes last. */
export const SEGMENT_WEIGHTS: Weights = {
  fit: 300,
  complement: 200,
  closeness: 150,
  projects: 100,
  signals: 150,
  evidence: 100,
};

/** How far a named product of the segment is made. Studied is not made; a plan is no plant. */
export const FIT = {
  mass: 1000,
  registered: 900,
  /** Made, and how far is not written. */
  unstated: 800,
  building: 600,
  planned: 300,
  studied: 200,
} as const;

/**
 * The closest tie counts, not the number of them: a consortium of fifty is one tie. That one belongs to the other is no
 * dealing, however close: it is shown, and adds nothing.
 */
export const CLOSENESS: Readonly<Record<TieKind, number | undefined>> = {
  here: 1000,
  direct: 1000,
  affiliation: undefined,
  facility: 800,
  meant: 600,
  consortium: 600,
  project: 600,
};

/** What is only planned or proposed of a tie counts half. */
export const INTENDED: Readonly<Record<Modality, number>> = {
  operating: 1000,
  building: 1000,
  planned: 500,
  proposed: 500,
};

/** By how many projects are shared: the fourth says no more than the third. */
export const PROJECTS = [500, 750, 1000] as const;

/** What is being built or planned, told within a year of the date asked about, or within three: after that it is stale. */
export const SIGNALS = { year: 1000, threeYears: 500, years: 3 } as const;

/** By independent publishers; a firm's own word alone counts least. */
export const EVIDENCE = { publishers: [400, 700, 1000], ownWord: 200 } as const;
