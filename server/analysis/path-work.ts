import { createScratch, type Scratch } from './path-scratch.ts';

/**
 * What a question has looked at, in half-edges. Once `cut`, nothing more is looked at; `short`: paths of fewer hops than
 * asked were looked for, all of them. Either way there may be others than those found.
 */
export type Work = {
  expanded: number;
  readonly budget: number;
  cut: boolean;
  short: boolean;
  readonly scratch: Scratch;
};

export function workOf(budget: number): Work {
  return { expanded: 0, budget, cut: false, short: false, scratch: createScratch() };
}

/** Takes so many half-edges off the budget. @returns false, and cuts, when there are not so many left */
export function spend(work: Work, halves: number): boolean {
  if (work.expanded + halves > work.budget) work.cut = true;
  else work.expanded += halves;
  return !work.cut;
}

/** The same of a part of the budget: nothing is cut when it does not reach. @param most half-edges looked at by then */
export function spendUpTo(work: Work, halves: number, most: number): boolean {
  return work.expanded + halves <= most && spend(work, halves);
}
