import { type RelationshipIdentity, factIdOf, statementRow } from '#graph-model/derive/facts.ts';
import { type Statement, recordsOf } from '#graph-model/facts/statement.ts';
import type { EntityId, FactId, RecordId, StatementId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { Ahead } from './inputs-ahead.ts';
import type { Resolution } from './resolution.ts';
import type { Touched } from './touched-statements.ts';

/** The statements around a change, each with the fact it is part of now, before the facts themselves are derived. */
export type Assigned = {
  readonly affected: ReadonlyMap<StatementId, Affected>;
  readonly entityOf: (record: RecordId) => EntityId;
  /** Those that live. */
  readonly statements: readonly RowOf<'statement'>[];
  /** Facts that they are part of, or were. */
  readonly factIds: ReadonlySet<FactId>;
  readonly identities: ReadonlyMap<FactId, RelationshipIdentity>;
  /** By fact, the statements that were part of it. */
  readonly leaving: ReadonlyMap<FactId, readonly StatementId[]>;
};

export async function assignFacts(
  ahead: Ahead,
  touched: ReadonlyMap<StatementId, Touched>,
  resolution: Resolution,
): Promise<Assigned> {
  const affected = await affectedStatements(ahead, touched, resolution);
  const entityOf = await entityLookup(ahead, resolution, affected.values());
  const statements: RowOf<'statement'>[] = [];
  const identities = new Map<FactId, RelationshipIdentity>();
  const factIds = new Set<FactId>();
  const leaving = new Map<FactId, StatementId[]>();
  for (const { statement, before, lives, accepted } of affected.values()) {
    const old = before?.fact as FactId | undefined;
    if (old !== undefined) {
      factIds.add(old);
      leaving.set(old, [...(leaving.get(old) ?? []), statement.id]);
    }
    if (!lives) continue;
    const fact = factIdOf(statement, entityOf, identities);
    factIds.add(fact);
    statements.push(statementRow(statement, fact, accepted));
  }
  return { affected, entityOf, statements, factIds, identities, leaving };
}

export type Affected = Pick<Touched, 'statement' | 'before' | 'lives' | 'accepted'> &
  Partial<Pick<Touched, 'evidence'>>;

/** The touched statements, and those that name a record which is now part of another entity. */
async function affectedStatements(
  { reader }: Ahead,
  touched: ReadonlyMap<StatementId, Touched>,
  { moved }: Resolution,
): Promise<ReadonlyMap<StatementId, Affected>> {
  const affected = new Map<StatementId, Affected>(touched);
  for (const key of ['subject', 'object', 'context'] as const) {
    for (const row of await reader.find('statement', key, moved)) {
      if (affected.has(row.id as StatementId)) continue;
      const { statement, accepted } = row;
      affected.set(statement.id, { statement, before: row, lives: true, accepted });
    }
  }
  return affected;
}

/** The entity of every record that these name. */
export async function entityLookup(
  { reader }: Ahead,
  { after }: Resolution,
  saying: Iterable<{ readonly statement: Statement }>,
): Promise<(record: RecordId) => EntityId> {
  const outside = new Set<RecordId>();
  for (const { statement } of saying) for (const id of recordsOf(statement)) if (!after.has(id)) outside.add(id);
  const rows = await reader.get('record', outside);
  return (id) => (after.get(id) ?? rows.get(id))?.entity as EntityId;
}
