import type { Coverage } from '#graph-model/facts/coverage.ts';
import type { Decision } from '#graph-model/facts/decision.ts';
import type { Evidence } from '#graph-model/facts/evidence.ts';
import type { Passage } from '#graph-model/facts/passage.ts';
import type { Record } from '#graph-model/facts/record.ts';
import type { Scope } from '#graph-model/facts/scope.ts';
import type { Source } from '#graph-model/facts/source.ts';
import type { Statement } from '#graph-model/facts/statement.ts';
import type { CrossDecision } from './decisions/cross-decision.ts';

/** What staging hands to publishing, by table. Every value is immutable and has its id. */
export type ItemTypes = {
  source: Source;
  scope: Scope;
  passage: Passage;
  record: Record;
  statement: Statement;
  evidence: Evidence;
  coverage: Coverage;
  decision: Decision;
  crossDecision: CrossDecision;
};

export type ItemTable = keyof ItemTypes;
export type Item = { [T in ItemTable]: { readonly table: T; readonly value: ItemTypes[T] } }[ItemTable];
