import type { StatementId } from '#graph-model/ids.ts';
import { TABLE_NAMES, type Change, type CloseReason, type RowOf, type Table } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { canonicalJson } from '#graph-model/text.ts';
import { type CloseReasons, closeReasons } from './close-reasons.ts';
import { Ahead } from './inputs-ahead.ts';
import { type EntityChanges, entityChanges } from './entity-changes.ts';
import { type Assigned, assignFacts } from './assign-facts.ts';
import { type FactChanges, factChanges, factTable } from './fact-changes.ts';
import type { InputChanges } from './input-changes.ts';
import { resolve } from './resolution.ts';
import { type Touched, mentionChanges, touchedStatements } from './touched-statements.ts';

/** Changes as they become known, the tables whose rows may be written with them, and those held back before. */
export type Part = { readonly changes: readonly Change[]; readonly ready: readonly Table[] };

/** Rows that nothing else has to be there for, and rows that hang on those: evidence on statements and passages. */
const READY = {
  inputs: ['source', 'scope', 'passage'],
  statements: ['statement', 'evidence', 'coverage', 'decision'],
} as const satisfies { [part: string]: readonly Table[] };

/** All parts together. */
export async function deriveChanges(reader: GraphReader, inputs: InputChanges, version: number): Promise<Change[]> {
  const changes: Change[] = [];
  for await (const part of deriveParts(reader, inputs, version))
    for (const change of part.changes) changes.push(change);
  return changes;
}

/**
 * Every row change that follows from changed inputs, as large as the change and no larger: what it touches is read from
 * the store, derived anew by the pure functions of graph-model/derive, and compared with what stands.
 * @param version the version the changes will be published as
 */
export async function* deriveParts(reader: GraphReader, inputs: InputChanges, version: number): AsyncGenerator<Part> {
  const collected = new Collected(reader);
  await collectInputs(collected, inputs);
  yield { changes: collected.take(), ready: READY.inputs };
  const ahead = new Ahead(reader, inputs);
  const touched = await touchedStatements(ahead);
  const mentions = mentionChanges(ahead, touched.values());
  const resolution = await resolve(ahead, touched, mentions, version);
  const assigned = await assignFacts(ahead, touched, resolution);
  await collectStatements(collected, touched, assigned);
  yield { changes: collected.take(), ready: READY.statements };
  const facts = await factChanges(ahead, resolution, assigned);
  const entities = await entityChanges(ahead, resolution, facts);
  const reasons = closeReasons({ inputs, touched, resolution, facts, entities });
  await collectFacts(collected, facts, reasons);
  collectEntities(collected, entities, reasons);
  await collected.open('record', [...resolution.after.values()], resolution.before);
  for (const id of resolution.before.keys()) {
    if (!resolution.after.has(id)) collected.close('record', id, reasons.record(id));
  }
  await collected.open('anchor', [...(inputs.anchors ?? []), ...resolution.anchors]);
  yield { changes: collected.take(), ready: TABLE_NAMES };
}

/** Changes since they were last taken; a row equal to the one that stands is no change. */
class Collected {
  #changes: Change[] = [];
  readonly #reader: GraphReader;

  constructor(reader: GraphReader) {
    this.#reader = reader;
  }

  /** What came since the last call. */
  take(): readonly Change[] {
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  add(change: Change): void {
    this.#changes.push(change);
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
        this.add({ table, open: row } as Change);
      }
    }
  }

  close(table: Table, id: string, reason: CloseReason): void {
    this.add({ table, close: id, reason });
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
  { statements }: Assigned,
): Promise<void> {
  await collected.open('statement', statements);
  for (const [id, { before, lives, reason }] of touched) {
    if (before !== undefined && !lives) collected.close('statement', id, reason);
  }
}

async function collectFacts(collected: Collected, facts: FactChanges, reasons: CloseReasons): Promise<void> {
  await collected.open('relationship', facts.relationships);
  await collected.open('attribute', facts.attributes);
  await collected.open('indicator', facts.indicators);
  for (const id of facts.gone.keys()) collected.close(factTable(id), id, reasons.fact(id));
}

function collectEntities(collected: Collected, entities: EntityChanges, reasons: CloseReasons): void {
  compare('entity', entities.entities, ({ id }) => reasons.entity(id));
  compare('name', entities.names, reasons.name);
  compare('redirect', entities.redirects, reasons.redirect);
  compare('reading', entities.readings, reasons.reading);

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
        collected.add({ table, open: row } as Change);
      }
    }
    for (const row of stood.values()) collected.close(table, row.id, why(row));
  }
}
