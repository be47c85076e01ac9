import type { RecordDecision } from '../facts/decision.ts';
import { type EntityId, type RecordId, readingId } from '../ids.ts';
import type { RowOf } from '../rows.ts';
import { compareText } from '../text.ts';

/**
 * May-be readings between entities, from the unsure decisions in force. Two records of one entity give none; of several
 * decisions on one pair of entities the least (rank, id) speaks.
 * @param entityOf undefined for a record that is not live
 */
export function readings(
  inForce: readonly RecordDecision[],
  entityOf: (record: RecordId) => EntityId | undefined,
): RowOf<'reading'>[] {
  const rows = new Map<string, RowOf<'reading'>>();
  const unsure = inForce.filter(({ verdict }) => verdict === 'unsure');
  unsure.sort((a, b) => (a.rank ?? 1) - (b.rank ?? 1) || compareText(a.id, b.id));
  for (const { id: decision, left, right, rank = 1, reason, who, at } of unsure) {
    const [from, to] = [entityOf(left), entityOf(right)];
    if (from === undefined || to === undefined || from === to) continue;
    const id = readingId(from, to);
    if (!rows.has(id)) rows.set(id, { id, from, to, rank, reason, who, at, decision });
  }
  return [...rows.values()].sort((a, b) => compareText(a.id, b.id));
}
