import type { PlainGraph } from './graph.ts';

/** The longest path that is looked for, as the API allows it. */
export const MOST_HOPS = 8;

/** What is asked of two entities, relationships being walked either way. */
export const QUESTIONS = {
  shortest: { k: 1, hops: MOST_HOPS, weight: 'HOPS', someTypes: false },
  ten: { k: 10, hops: MOST_HOPS, weight: 'HOPS', someTypes: false },
  'shortest of six types': { k: 1, hops: MOST_HOPS, weight: 'HOPS', someTypes: true },
  'ten of six types': { k: 10, hops: MOST_HOPS, weight: 'HOPS', someTypes: true },
  cheapest: { k: 1, hops: MOST_HOPS, weight: 'COST', someTypes: false },
  'ten cheapest': { k: 10, hops: MOST_HOPS, weight: 'COST', someTypes: false },
  'ten cheapest of 4 hops': { k: 10, hops: 4, weight: 'COST', someTypes: false },
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof QUESTIONS;
export type Question = {
  readonly k: number;
  readonly hops: number;
  readonly weight: 'HOPS' | 'COST';
  readonly someTypes: boolean;
};

/** Hops or costs (thousandths of a hop, as the product counts them) of the paths found, best first. */
export type Found = {
  readonly lengths: readonly number[];
  /** It says itself that there may be better ones. */
  readonly cut: boolean;
};

/** One way to answer. What it keeps of the graph is what its memory is measured by. */
export type Engine = {
  /** Undefined: this pair would take it for ever, or the seconds that whoever can be stopped has for it. */
  answer(question: Question, from: number, to: number, seconds: number): Promise<Found | undefined>;
  close(): Promise<void>;
};

export type EngineMaker = {
  /** What it has an answer to. */
  readonly questions: readonly QuestionName[];
  build(graph: PlainGraph): Promise<Engine>;
};

export const BY_HOPS = ['shortest', 'ten', 'shortest of six types', 'ten of six types'] as const;
