import * as z from 'zod';
import { DecisionId, RecordId, StatementId, decisionId } from '../ids.ts';

const shared = {
  id: DecisionId,
  owner: z.string().min(1),
  reason: z.string().min(1),
  who: z.string().min(1),
  /** When it was decided: an input, not a clock. ISO date or date and time. */
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?$/),
};

/** Two records are one thing, or not, or may be (`rank` orders the readings), or are handed back to the rule. */
export const RecordDecision = z.strictObject({
  ...shared,
  about: z.literal('records'),
  verdict: z.enum(['same', 'different', 'unsure', 'undecided']),
  left: RecordId,
  right: RecordId,
  rank: z.int().min(1).optional(),
});

/** A statement is to be believed, or not. */
export const StatementDecision = z.strictObject({
  ...shared,
  about: z.literal('statement'),
  verdict: z.enum(['accept', 'reject']),
  statement: StatementId,
});

/** Append-only. For one pair or statement the latest `at` holds, then the greater id. */
export const Decision = z.discriminatedUnion('about', [RecordDecision, StatementDecision]);
export type Decision = z.infer<typeof Decision>;
export type RecordDecision = z.infer<typeof RecordDecision>;
export type StatementDecision = z.infer<typeof StatementDecision>;

/** The owner is part of it: a decision that two data sets hold goes when both have dropped it. */
export function identifyDecision(of: Omit<RecordDecision, 'id'> | Omit<StatementDecision, 'id'>): Decision {
  return { id: decisionId(of), ...of } as Decision;
}
