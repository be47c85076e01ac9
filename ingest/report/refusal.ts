import { GraphError } from '#graph-model/errors.ts';
import type { IssueLog } from './issue-log.ts';
import { type Issue, type IssueGroup, compareIssues } from './issue.ts';

/** What DATA_REFUSED carries. `issues` are the errors kept whole, `counts` all of them by code. */
export type Refusal = {
  readonly issues: readonly Issue[];
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly IssueGroup[];
};

/** @throws GraphError DATA_REFUSED when the log holds an error */
export function refuseIfWrong(log: IssueLog): void {
  if (log.errors === 0) return;
  const groups = log.groups('error');
  const refusal: Refusal = {
    issues: groups.flatMap((group) => group.shown).sort(compareIssues),
    counts: Object.fromEntries(groups.map((group) => [group.code, group.count])),
    warnings: log.groups('warning'),
  };
  throw new GraphError('DATA_REFUSED', refusal);
}

/** The issues behind an error: those of a refusal, none for any other. */
export function issuesOf(thrown: unknown): readonly Issue[] {
  if (!(thrown instanceof GraphError) || thrown.code !== 'DATA_REFUSED') return [];
  return (thrown.data as Partial<Refusal>).issues ?? [];
}
