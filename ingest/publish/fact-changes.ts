import { markAttributeConflicts, markIndicatorConflicts } from '#graph-model/derive/conflicts.ts';
import { type Fact, factRow } from '#graph-model/derive/facts.ts';
import type { Backed } from '#graph-model/derive/support.ts';
import type { FactId, RecordId, StatementId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import { type Affected, type Assigned, entityLookup } from './assign-facts.ts';
import type { Ahead } from './inputs-ahead.ts';
import type { Resolution } from './resolution.ts';

/** Facts around a change. */
export type FactChanges = {
  readonly attributes: readonly RowOf<'attribute'>[];
  readonly indicators: readonly RowOf<'indicator'>[];
  readonly relationships: readonly RowOf<'relationship'>[];
  /** Facts that nothing supports any more, each with the statements that did. */
  readonly gone: ReadonlyMap<FactId, readonly StatementId[]>;
};

export async function factChanges(ahead: Ahead, resolution: Resolution, assigned: Assigned): Promise<FactChanges> {
  const { affected, entityOf, statements, factIds, identities, leaving } = assigned;
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
