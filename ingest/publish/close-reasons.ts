import { isSupported } from '#graph-model/derive/support.ts';
import { recordsOf } from '#graph-model/facts/statement.ts';
import type { FactId, RecordId, StatementId } from '#graph-model/ids.ts';
import type { CloseReason, RowOf } from '#graph-model/rows.ts';
import type { EntityChanges } from './entity-changes.ts';
import type { FactChanges } from './fact-changes.ts';
import type { InputChanges } from './input-changes.ts';
import type { Resolution } from './resolution.ts';
import type { Touched } from './touched-statements.ts';

type Before = {
  readonly inputs: InputChanges;
  readonly touched: ReadonlyMap<StatementId, Touched>;
  readonly resolution: Resolution;
  readonly facts: FactChanges;
  readonly entities: EntityChanges;
};

/** Why each derived row goes that goes. Inputs bring their own reason (input-changes.ts), statements theirs (Touched). */
export type CloseReasons = {
  fact(id: FactId): CloseReason;
  record(id: RecordId): CloseReason;
  entity(id: string): CloseReason;
  name(row: RowOf<'name'>): CloseReason;
  redirect(row: RowOf<'redirect'>): CloseReason;
  reading(row: RowOf<'reading'>): CloseReason;
};

export function closeReasons({ inputs, touched, resolution, facts, entities }: Before): CloseReasons {
  const { before, after, redirects, decisions } = resolution;
  const records = recordReasons(touched, inputs);
  const entityReasons = new Map<string, CloseReason>();
  for (const { id, entity } of before.values()) {
    const reason = least(entityReasons.get(entity), after.has(id) ? 'merged_away' : records.get(id));
    if (reason !== undefined) entityReasons.set(entity, reason);
  }
  const redirected = new Set<string>(redirects.map(({ id }) => id));
  const standing = new Set<string>(entities.entities.after.map(({ id }) => id));
  const inForce = new Set<string>(decisions.map(({ id }) => id));

  const reasons: CloseReasons = {
    /** What took its support, or that its statements now speak of another entity. */
    fact(id) {
      const left = (facts.gone.get(id) ?? []).flatMap((statement) => touched.get(statement) ?? []);
      const took = left.filter((each) => !each.lives || !isSupported(each)).map(({ reason }) => reason);
      return took.reduce<CloseReason | undefined>(least, undefined) ?? 'merged_away';
    },
    record: (id) => records.get(id) ?? 'superseded',
    entity: (id) => (redirected.has(id) ? 'merged_away' : (entityReasons.get(id) ?? 'superseded')),
    /** A name goes with its entity, with the attribute that states it, or with the records that bear it. */
    name({ entity, value, attribute }) {
      if (!standing.has(entity)) return reasons.entity(entity);
      if (attribute !== undefined) return reasons.fact(attribute);
      const bearers = [...before.values()].filter((record) => record.entity === entity && record.name === value);
      const left = bearers.map(({ id }) => (after.get(id)?.entity === entity ? 'superseded' : records.get(id)));
      return left.reduce(least, undefined) ?? 'merged_away';
    },
    redirect: ({ to }) => (standing.has(to) ? 'merged_away' : reasons.entity(to)),
    reading({ decision, from, to }) {
      if (!inForce.has(decision)) return 'decided';
      return reasons.entity(standing.has(from) ? to : from);
    },
  };
  return reasons;
}

/** Why each record is named less than before: what took the statement or coverage that named it. */
function recordReasons(touched: ReadonlyMap<StatementId, Touched>, inputs: InputChanges) {
  const reasons = new Map<RecordId, CloseReason>();
  const note = (id: RecordId, reason: CloseReason) => reasons.set(id, least(reasons.get(id), reason) ?? reason);
  for (const { statement, before, lives, reason } of touched.values()) {
    if (before !== undefined && !lives) recordsOf(statement).forEach((id) => note(id, reason));
  }
  for (const { row, reason } of inputs.coverage.close) [row.subject, row.place].forEach((id) => note(id, reason));
  return reasons;
}

/** Of several reasons the first of the alphabet: no order of reading changes it. */
function least(a: CloseReason | undefined, b: CloseReason | undefined): CloseReason | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
