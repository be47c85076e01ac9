import { compareText } from '#graph-model/text.ts';
import { ISSUE_CODES, type IssueCode } from './issue-codes.ts';
import { type Filling, type Issue, type IssueGroup, type Place, compareIssues, describeIssue } from './issue.ts';

/** How many issues of one code are kept whole; the rest are counted. */
export const SHOWN_PER_CODE = 20;

/** Collects issues: of each code the first ones whole, all of them by number. */
export class IssueLog {
  readonly #shown = new Map<IssueCode, Issue[]>();
  readonly #counts = new Map<IssueCode, number>();
  #errors = 0;

  /** Errors so far; warnings do not count. */
  get errors(): number {
    return this.#errors;
  }

  /** @param filling words for the braces; as a function it is asked only for issues that are kept whole */
  add(code: IssueCode, place: Place, filling?: Filling | (() => Filling)): void {
    if (ISSUE_CODES[code].severity === 'error') this.#errors++;
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > SHOWN_PER_CODE) return;
    const words = typeof filling === 'function' ? filling() : filling;
    const shown = this.#shown.get(code);
    const issue = describeIssue(code, place, words);
    if (shown) shown.push(issue);
    else this.#shown.set(code, [issue]);
  }

  groups(severity: 'error' | 'warning'): IssueGroup[] {
    const codes = [...this.#counts.keys()].filter((code) => ISSUE_CODES[code].severity === severity);
    return codes.sort(compareText).map((code) => ({
      code,
      severity,
      count: this.#counts.get(code) ?? 0,
      shown: [...(this.#shown.get(code) ?? [])].sort(compareIssues),
    }));
  }

  /** Takes over what another log (or an earlier process) collected. */
  absorb(groups: readonly IssueGroup[]): void {
    for (const { code, severity, count, shown } of groups) {
      if (severity === 'error') this.#errors += count;
      this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
      const kept = [...(this.#shown.get(code) ?? []), ...shown];
      this.#shown.set(code, kept.slice(0, SHOWN_PER_CODE));
    }
  }
}
