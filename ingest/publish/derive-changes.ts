import { recordsOf } from '#graph-model/facts/statement.ts';
import { isSupported } from '#graph-model/derive/support.ts';
import type { FactId, RecordId, StatementId } from '#graph-model/ids.ts';
import type { Change, CloseReason, RowOf, Table } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { canonicalJson } from '#graph-model/text.ts';
import { Ahead } from './ahead.ts';
import { type EntityChanges, entityChanges } from './entity-changes.ts';
import { type FactChanges, factChanges, factTable } from './fact-changes.ts';
import type { InputChanges } from './input-changes.ts';
import { type Resolution, resolve } from './resolution.ts';
import { type Touched, mentionChanges, touchedStatements } from './touched.ts';

/**
 * Every row change that follows from changed inputs, as large as the change and no larger: what it touches is read from
 * the store, derived anew by the pure functions of graph-model/derive, and compared with what stands.
 * @param version the version the changes will be published as
 */
export async function deriveChanges(reader: GraphReader, inputs: InputChanges, version: number): Promise<Change[]> {
  const ahead = new Ahead(reader, inputs);
  const touched = await touchedStatements(ahead);
  const mentions = mentionChanges(ahead, touched.values());
  const resolution = await resolve(ahead, touched, mentions, version);
  const facts = await factChanges(ahead, touched, resolution);
  const entities = await entityChanges(ahead, resolution, facts);
  const collected = new Collected(reader);
  await collectInputs(collected, inputs);
  await collectStatements(collected, touched, facts);
  await collectFacts(collected, touched, facts);
  const reasons = recordReasons(touched, inputs);
  collectEntities(collected, resolution, entities, reasons, (id) => factReason(id, touched, facts));
  await collected.open('record', [...resolution.after.values()], resolution.before);
  for (const id of resolution.before.keys()) {
    if (!resolution.after.has(id)) collected.close('record', id, reasons.get(id) ?? 'superseded');
  }
  await collected.open('anchor', [...(inputs.anchors ?? []), ...resolution.anchors]);
  return collected.changes;
}

/** Changes so far; a row equal to the one that stands is no change. */
class Collected {
  readonly changes: Change[] = [];
  readonly #reader: GraphReader;

  constructor(reader: GraphReader) {
    this.#reader = reader;
  }

  async open<T extends Table>(table: T, rows: readonly RowOf<T>[], known?: ReadonlyMap<string, RowOf<T>>) {
    const now =
      known ??
      (await this.#reader.get(
        table,
        rows.map(({ id }) => id),
      ));
    for (const row of rows) {
      const stands = now.get(row.id);
      if (stands === undefined || canonicalJson(stands) !== canonicalJson(row)) {
        this.changes.push({ table, open: row } as Change);
      }
    }
  }

  close(table: Table, id: string, reason: CloseReason): void {
    this.changes.push({ table, close: id, reason });
  }
}

async function collectInputs(collected: Collected, inputs: InputChanges): Promise<void> {
  for (const table of ['source', 'scope', 'evidence', 'coverage', 'decision'] as const) {
    await collected.open(table, inputs[table].open);
    for (const { row, reason } of inputs[table].close) collected.close(table, row.id, reason);
  }
  await collected.open('passage', [...inputs.passages.values()]);
}

async function collectStatements(
  collected: Collected,
  touched: ReadonlyMap<StatementId, Touched>,
  facts: FactChanges,
): Promise<void> {
  await collected.open('statement', facts.statements);
  for (const [id, { before, lives, reason }] of touched) {
    if (before !== undefined && !lives) collected.close('statement', id, reason);
  }
}

async function collectFacts(
  collected: Collected,
  touched: ReadonlyMap<StatementId, Touched>,
  facts: FactChanges,
): Promise<void> {
  await collected.open('relationship', facts.relationships);
  await collected.open('attribute', facts.attributes);
  await collected.open('indicator', facts.indicators);
  for (const id of facts.gone.keys()) collected.close(factTable(id), id, factReason(id, touched, facts));
}

/** Why a fact went: what took its support, or that its statements now speak of another entity. */
function factReason(id: FactId, touched: ReadonlyMap<StatementId, Touched>, { gone }: FactChanges): CloseReason {
  const left = (gone.get(id) ?? []).flatMap((statement) => touched.get(statement) ?? []);
  const reasons = left.filter((each) => !each.lives || !isSupported(each)).map(({ reason }) => reason);
  return reasons.reduce<CloseReason | undefined>(least, undefined) ?? 'merged_away';
}

function collectEntities(
  collected: Collected,
  { before, after, redirects, decisions }: Resolution,
  entities: EntityChanges,
  reasons: ReadonlyMap<RecordId, CloseReason>,
  factWent: (id: FactId) => CloseReason,
): void {
  const redirected = new Set<string>(redirects.map(({ id }) => id));
  const entityReasons = new Map<string, CloseReason>();
  for (const { id, entity } of before.values()) {
    const reason = after.has(id) ? 'merged_away' : reasons.get(id);
    const known = least(entityReasons.get(entity), reason);
    if (known !== undefined) entityReasons.set(entity, known);
  }
  const gone = (id: string): CloseReason =>
    redirected.has(id) ? 'merged_away' : (entityReasons.get(id) ?? 'superseded');
  const standing = new Set<string>(entities.entities.after.map(({ id }) => id));
  const inForce = new Set<string>(decisions.map(({ id }) => id));
  compare('entity', entities.entities, ({ id }) => gone(id));
  compare('name', entities.names, (name) => (standing.has(name.entity) ? nameWent(name) : gone(name.entity)));
  compare('redirect', entities.redirects, ({ to }) => (standing.has(to) ? 'merged_away' : gone(to)));
  compare('reading', entities.readings, ({ decision, from, to }) => {
    if (!inForce.has(decision)) return 'decided';
    return gone(standing.has(from) ? to : from);
  });

  /** A name goes with the attribute that states it, or with the records that bear it. */
  function nameWent({ entity, value, attribute }: RowOf<'name'>): CloseReason {
    if (attribute !== undefined) return factWent(attribute);
    const bearers = [...before.values()].filter((record) => record.entity === entity && record.name === value);
    const left = bearers.map(({ id }) => (after.get(id)?.entity === entity ? 'superseded' : reasons.get(id)));
    return left.reduce(least, undefined) ?? 'merged_away';
  }

  function compare<T extends 'entity' | 'name' | 'redirect' | 'reading'>(
    table: T,
    rows: { readonly before: readonly RowOf<T>[]; readonly after: readonly RowOf<T>[] },
    why: (row: RowOf<T>) => CloseReason,
  ): void {
    const stood = new Map(rows.before.map((row) => [row.id as string, row]));
    for (const row of rows.after) {
      const stands = stood.get(row.id);
      stood.delete(row.id);
      if (stands === undefined || canonicalJson(stands) !== canonicalJson(row)) {
        collected.changes.push({ table, open: row } as Change);
      }
    }
    for (const row of stood.values()) collected.close(table, row.id, why(row));
  }
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
