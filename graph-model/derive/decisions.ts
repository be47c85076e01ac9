import type { Decision, RecordDecision, StatementDecision } from '../facts/decision.ts';
import type { RecordId, StatementId } from '../ids.ts';
import { compareText } from '../text.ts';

/** The record decisions that hold: for one unordered pair the latest `at`, then the greater id. */
export function recordDecisionsInForce(decisions: Iterable<Decision>): readonly RecordDecision[] {
  const latest = new Map<string, RecordDecision>();
  for (const decision of decisions) {
    if (decision.about !== 'records') continue;
    const pair = [decision.left, decision.right].sort(compareText).join(' ');
    const held = latest.get(pair);
    if (held === undefined || compareDecided(decision, held) > 0) latest.set(pair, decision);
  }
  return [...latest.values()].sort((a, b) => compareText(a.id, b.id));
}

/** The verdict that holds on each statement that has one. */
export function statementVerdicts(decisions: Iterable<Decision>): ReadonlyMap<StatementId, 'accept' | 'reject'> {
  const latest = new Map<StatementId, StatementDecision>();
  for (const decision of decisions) {
    if (decision.about !== 'statement') continue;
    const held = latest.get(decision.statement);
    if (held === undefined || compareDecided(decision, held) > 0) latest.set(decision.statement, decision);
  }
  return new Map([...latest].map(([statement, { verdict }]) => [statement, verdict]));
}

/** The records a decision is about; none for a decision about a statement. */
export function recordsDecided(decision: Decision): readonly RecordId[] {
  return decision.about === 'records' ? [decision.left, decision.right] : [];
}

/** Earlier before later, then by id. A day goes before its minutes, a minute before its seconds: without the Z they sort so. */
export function compareDecided(a: Decision, b: Decision): number {
  return compareText(a.at.replace('Z', ''), b.at.replace('Z', '')) || compareText(a.id, b.id);
}
