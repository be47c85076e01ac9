/** What a question has looked at, in half-edges. Once `cut`, nothing more is looked at. */
export type Work = { expanded: number; readonly budget: number; cut: boolean };

/** Takes so many half-edges off the budget. @returns false, and cuts, when there are not so many left */
export function spend(work: Work, halves: number): boolean {
  if (work.expanded + halves > work.budget) work.cut = true;
  else work.expanded += halves;
  return !work.cut;
}
