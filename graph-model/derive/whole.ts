import type { Coverage } from '../facts/coverage.ts';
import type { Decision } from '../facts/decision.ts';
import type { Evidence } from '../facts/evidence.ts';
import type { Record } from '../facts/record.ts';
import type { Source } from '../facts/source.ts';
import { type Statement, recordsOf } from '../facts/statement.ts';
import type { EntityId, FactId, RecordId, SourceId, StatementId } from '../ids.ts';
import type { RowOf } from '../rows.ts';
import { compareText } from '../text.ts';
import { type Resolvable, blockOf, components } from './components.ts';
import { markAttributeConflicts, markIndicatorConflicts } from './conflicts.ts';
import { recordDecisionsInForce, statementVerdicts } from './decisions.ts';
import { assignEntities, keepRedirects } from './entities.ts';
import { entityNames, entityRow } from './entity-names.ts';
import { type Fact, factIdOf, factRow, statementRow } from './facts.ts';
import { readings } from './readings.ts';
import { type Backed, isSupported } from './support.ts';
import { withinOf } from './within.ts';

/** All live inputs of a store. */
export type WholeInputs = {
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly evidence: readonly Evidence[];
  readonly coverage: readonly Coverage[];
  readonly decisions: readonly Decision[];
  readonly statements: ReadonlyMap<StatementId, Statement>;
  readonly records: ReadonlyMap<RecordId, Record>;
  readonly anchors: ReadonlyMap<string, RowOf<'anchor'>>;
  /** Redirects that stand: they outlive the record that anchored what was merged away. */
  readonly redirects: readonly RowOf<'redirect'>[];
};

/** The tables that follow from the inputs. */
export const DERIVED = [
  'record',
  'entity',
  'redirect',
  'name',
  'statement',
  'relationship',
  'attribute',
  'indicator',
  'reading',
] as const;

export type Whole = { readonly [T in (typeof DERIVED)[number]]: readonly RowOf<T>[] } & {
  /** Anchors that the inputs lacked, or that now hold another entity. */
  readonly anchor: readonly RowOf<'anchor'>[];
};

/**
 * Everything derived, from all inputs at once: what publishing change by change must have come to. `verify` and the
 * property tests hold a store against it. Rows come in order of id.
 */
export function deriveWhole(inputs: WholeInputs): Whole {
  const verdicts = statementVerdicts(inputs.decisions);
  const decisions = recordDecisionsInForce(inputs.decisions);
  const live = liveStatements(inputs, verdicts);
  const records = liveRecords(inputs, live);
  const groups = components(records, decisions);
  const { entityOf, minted, redirects } = assignEntities(groups, inputs.anchors, () => undefined, 1);
  const alive = new Set(entityOf.values());
  const lookup = (id: RecordId) => entityOf.get(id) as EntityId;

  const statement: RowOf<'statement'>[] = [];
  const backed = new Map<FactId, Backed[]>();
  for (const each of live) {
    const fact = factIdOf(each.statement, lookup);
    statement.push(statementRow(each.statement, fact, verdicts.get(each.statement.id) === 'accept'));
    backed.set(fact, [...(backed.get(fact) ?? []), each]);
  }
  const facts = [...backed].flatMap(([id, each]) => factRow(id, each, lookup, inputs.sources) ?? []);
  const rows = <T extends Fact['table']>(table: T) =>
    facts.flatMap((fact) => (fact.table === table ? [fact.row as RowOf<T>] : []));
  const attribute = perEntity(rows('attribute'), markAttributeConflicts);
  const indicator = perEntity(rows('indicator'), markIndicatorConflicts);

  const name: RowOf<'name'>[] = [];
  const entity: RowOf<'entity'>[] = [];
  const attributesOf = grouped(attribute);
  for (const group of groups) {
    const [first] = group as readonly [Resolvable];
    const id = lookup(first.id);
    const own = entityNames(id, group, attributesOf.get(id) ?? []);
    name.push(...own);
    entity.push(entityRow(id, first.kind, own));
  }
  return {
    record: records.map(({ within, ...record }) => {
      const row = { ...record, entity: lookup(record.id), block: blockOf(record) };
      return within === undefined ? row : { ...row, within };
    }),
    entity: byId(entity),
    redirect: keepRedirects(redirects, inputs.redirects, (id) => alive.has(id)),
    name: byId(name),
    statement: byId(statement),
    relationship: byId(rows('relationship')),
    attribute: byId(attribute),
    indicator: byId(indicator),
    reading: readings(decisions, (id) => entityOf.get(id)),
    anchor: minted,
  };
}

function liveStatements(inputs: WholeInputs, verdicts: ReadonlyMap<StatementId, string>): readonly Backed[] {
  const evidence = new Map<StatementId, Evidence[]>();
  for (const each of inputs.evidence) {
    const known = evidence.get(each.statement);
    if (known === undefined) evidence.set(each.statement, [each]);
    else known.push(each);
  }
  const live: Backed[] = [];
  for (const [id, held] of evidence) {
    const statement = inputs.statements.get(id);
    if (statement !== undefined && verdicts.get(id) !== 'reject') live.push({ statement, evidence: held });
  }
  return live.sort((a, b) => compareText(a.statement.id, b.statement.id));
}

function liveRecords(
  { records, coverage }: WholeInputs,
  live: readonly Backed[],
): readonly (Resolvable & { mentions: number })[] {
  const mentions = new Map<RecordId, number>();
  const scoping = new Map<RecordId, Statement[]>();
  const count = (id: RecordId) => mentions.set(id, (mentions.get(id) ?? 0) + 1);
  for (const backed of live) {
    const { statement } = backed;
    recordsOf(statement).forEach(count);
    if (isSupported(backed) && (statement.predicate === 'SEGMENT_OF' || statement.predicate === 'PART_OF')) {
      scoping.set(statement.subject, [...(scoping.get(statement.subject) ?? []), statement]);
    }
  }
  for (const { subject, place } of coverage) [subject, place].forEach(count);
  const nameOf = (id: RecordId) => records.get(id)?.name ?? '';
  const found: (Resolvable & { mentions: number })[] = [];
  for (const [id, times] of mentions) {
    const record = records.get(id);
    if (record === undefined) continue;
    const within = withinOf(record, scoping.get(id) ?? [], nameOf);
    found.push({ ...record, within, mentions: times });
  }
  return byId(found);
}

function perEntity<T extends { readonly id: string; readonly entity: EntityId }>(
  rows: readonly T[],
  mark: (rows: readonly T[]) => T[],
): T[] {
  return [...grouped(rows).values()].flatMap(mark);
}

function grouped<T extends { readonly entity: EntityId }>(rows: readonly T[]): ReadonlyMap<EntityId, T[]> {
  const groups = new Map<EntityId, T[]>();
  for (const row of rows) {
    const known = groups.get(row.entity);
    if (known === undefined) groups.set(row.entity, [row]);
    else known.push(row);
  }
  return groups;
}

function byId<T extends { readonly id: string }>(rows: T[]): T[] {
  return rows.sort((a, b) => compareText(a.id, b.id));
}
