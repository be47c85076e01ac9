import { markAttributeConflicts, markIndicatorConflicts } from '#graph-model/derive/conflicts.ts';
import { type Fact, type RelationshipIdentity, factIdOf, factRow, statementRow } from '#graph-model/derive/facts.ts';
import type { Backed } from '#graph-model/derive/support.ts';
import { type Statement, recordsOf } from '#graph-model/facts/statement.ts';
import type { EntityId, FactId, RecordId, StatementId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import type { Ahead } from './inputs-ahead.ts';
import type { Resolution } from './resolution.ts';
import type { Touched } from './touched-statements.ts';

/** Statements and facts around a change. `facts` with no row are gone. */
export type FactChanges = {
  readonly statements: readonly RowOf<'statement'>[];
  readonly attributes: readonly RowOf<'attribute'>[];
  readonly indicators: readonly RowOf<'indicator'>[];
  readonly relationships: readonly RowOf<'relationship'>[];
  /** Facts that nothing supports any more, each with the statements that did. */
  readonly gone: ReadonlyMap<FactId, readonly StatementId[]>;
};

export async function factChanges(
  ahead: Ahead,
  touched: ReadonlyMap<StatementId, Touched>,
  resolution: Resolution,
): Promise<FactChanges> {
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

  const stayed = await stayedBehind(ahead, factIds, affected);
  const backed = await backing(ahead, [...statements, ...stayed], affected);
  const sources = await ahead.sources();
  const facts: Fact[] = [];
  const gone = new Map<FactId, readonly StatementId[]>();
  const entityOfStayed = await entityLookup(ahead, resolution, stayed);
  const entityOfAny = (id: RecordId) => entityOf(id) ?? entityOfStayed(id);
  for (const id of factIds) {
    const behind = (backed.get(id) ?? []).sort((a, b) => compareText(a.statement.id, b.statement.id));
    const fact = factRow(id, behind, entityOfAny, sources, identities);
    if (fact !== undefined) facts.push(fact);
    else if (await stands(ahead, id)) gone.set(id, leaving.get(id) ?? []);
  }
  const rows = <T extends Fact['table']>(table: T) =>
    facts.flatMap((fact) => (fact.table === table ? [fact.row as RowOf<T>] : []));
  return {
    statements,
    relationships: rows('relationship'),
    attributes: await withSiblings(ahead, 'attribute', rows('attribute'), gone, markAttributeConflicts),
    indicators: await withSiblings(ahead, 'indicator', rows('indicator'), gone, markIndicatorConflicts),
    gone,
  };
}

const TABLE_OF = { l: 'relationship', a: 'attribute', i: 'indicator' } as const;

/** The table a fact stands in, which its id tells. */
export function factTable(id: FactId): Fact['table'] {
  return TABLE_OF[id.charAt(0) as keyof typeof TABLE_OF];
}

async function stands({ reader }: Ahead, id: FactId): Promise<boolean> {
  return (await reader.get(factTable(id), [id])).has(id);
}

type Affected = Pick<Touched, 'statement' | 'before' | 'lives' | 'accepted'> & Partial<Pick<Touched, 'evidence'>>;

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
async function entityLookup(
  { reader }: Ahead,
  { after }: Resolution,
  saying: Iterable<{ readonly statement: Statement }>,
): Promise<(record: RecordId) => EntityId> {
  const outside = new Set<RecordId>();
  for (const { statement } of saying) for (const id of recordsOf(statement)) if (!after.has(id)) outside.add(id);
  const rows = await reader.get('record', outside);
  return (id) => (after.get(id) ?? rows.get(id))?.entity as EntityId;
}

/** Live statements of these facts that nothing happened to. */
async function stayedBehind(
  { reader }: Ahead,
  facts: ReadonlySet<FactId>,
  affected: ReadonlyMap<StatementId, Affected>,
): Promise<readonly RowOf<'statement'>[]> {
  const rows = await reader.find('statement', 'fact', facts);
  return rows.filter(({ id }) => !affected.has(id as StatementId));
}

/** Every live statement behind each fact, with its evidence. @param rows all of them */
async function backing(
  ahead: Ahead,
  rows: readonly RowOf<'statement'>[],
  affected: ReadonlyMap<StatementId, Affected>,
): Promise<Map<FactId, Backed[]>> {
  const unread = rows.map(({ id }) => id as StatementId).filter((id) => affected.get(id)?.evidence === undefined);
  const read = await ahead.evidenceOf(unread);
  const backed = new Map<FactId, Backed[]>();
  for (const { id, statement, fact } of rows) {
    const evidence = affected.get(id as StatementId)?.evidence ?? read.get(id as StatementId) ?? [];
    const each = { statement, evidence };
    const known = backed.get(fact as FactId);
    if (known === undefined) backed.set(fact as FactId, [each]);
    else known.push(each);
  }
  return backed;
}

/** Changed rows beside the unchanged ones of the same entities, with conflicts marked anew over both. */
async function withSiblings<T extends 'attribute' | 'indicator'>(
  { reader }: Ahead,
  table: T,
  changed: readonly RowOf<T>[],
  gone: ReadonlyMap<FactId, unknown>,
  mark: (rows: readonly RowOf<T>[]) => RowOf<T>[],
): Promise<RowOf<T>[]> {
  const ended = await reader.get(table, gone.keys());
  const entities = new Set<string>([...changed, ...ended.values()].map(({ entity }) => entity));
  const replaced = new Set<string>(changed.map(({ id }) => id));
  const stayed = (await reader.find(table, 'entity', entities)).filter(
    ({ id }) => !replaced.has(id) && !gone.has(id as FactId),
  );
  const byEntity = new Map<string, RowOf<T>[]>();
  for (const row of [...changed, ...stayed]) {
    const known = byEntity.get(row.entity);
    if (known === undefined) byEntity.set(row.entity, [row]);
    else known.push(row);
  }
  return [...byEntity.values()].flatMap(mark);
}
