import type { Evidence } from '#graph-model/facts/evidence.ts';
import { type Statement, recordsOf } from '#graph-model/facts/statement.ts';
import type { RecordId, StatementId } from '#graph-model/ids.ts';
import { type CloseReason, type RowOf, batchOf } from '#graph-model/rows.ts';
import type { Ahead } from './inputs-ahead.ts';

/** A statement whose evidence, verdict or source changed. */
export type Touched = {
  readonly statement: Statement;
  readonly before: RowOf<'statement'> | undefined;
  /** Live evidence after the change, for or against; the statement lives while there is any and nobody rejected it. */
  readonly evidence: readonly Evidence[];
  readonly lives: boolean;
  readonly accepted: boolean;
  /** Why it goes, when it goes. */
  readonly reason: CloseReason;
};

/** How often each record will be named more (or, negative, less) than now; records without a change are absent. */
export type MentionChanges = ReadonlyMap<RecordId, number>;

export async function touchedStatements(ahead: Ahead): Promise<ReadonlyMap<StatementId, Touched>> {
  const { inputs, reader } = ahead;
  const reasons = new Map<StatementId, CloseReason>();
  for (const row of decided(ahead)) if (row.about === 'statement') reasons.set(row.statement, 'decided');
  for (const { statement } of inputs.evidence.open) reasons.set(statement, 'extraction_changed');
  // Evidence that went says more than a verdict that went with it.
  for (const { row, reason } of inputs.evidence.close) reasons.set(row.statement, reason);
  for (const source of inputs.source.open) {
    const batches = source.listedBy.map((owner) => batchOf(owner, source.id));
    for (const { statement } of await reader.find('evidence', 'batch', batches)) {
      if (!reasons.has(statement)) reasons.set(statement, 'extraction_changed');
    }
  }
  const ids = [...reasons.keys()];
  const said = await ahead.statements(ids);
  const before = await reader.get('statement', ids);
  const evidence = await ahead.evidenceOf(ids);
  const verdicts = await ahead.verdictsOn(ids);
  const touched = new Map<StatementId, Touched>();
  for (const id of ids) {
    const statement = said.get(id);
    if (statement === undefined) continue;
    const held = evidence.get(id) ?? [];
    const rejected = verdicts.get(id) === 'reject';
    touched.set(id, {
      statement,
      before: before.get(id),
      evidence: held,
      lives: !rejected && held.length > 0,
      accepted: verdicts.get(id) === 'accept',
      reason: rejected ? 'decided' : (reasons.get(id) as CloseReason),
    });
  }
  return touched;
}

export function mentionChanges(ahead: Ahead, touched: Iterable<Touched>): MentionChanges {
  const changes = new Map<RecordId, number>();
  const count = (id: RecordId, by: number) => changes.set(id, (changes.get(id) ?? 0) + by);
  for (const { statement, before, lives } of touched) {
    const by = Number(lives) - Number(before !== undefined);
    if (by !== 0) for (const id of recordsOf(statement)) count(id, by);
  }
  const { coverage } = ahead.inputs;
  for (const { subject, place } of coverage.open) [subject, place].forEach((id) => count(id, 1));
  for (const { row } of coverage.close) [row.subject, row.place].forEach((id) => count(id, -1));
  return new Map([...changes].filter(([, by]) => by !== 0));
}

/** Decisions that this publication adds or takes away. */
export function decided(ahead: Ahead) {
  const { open, close } = ahead.inputs.decision;
  return [...open.map(({ decision }) => decision), ...close.map(({ row }) => row.decision)];
}
