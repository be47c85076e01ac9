import { recordDecisionsInForce, statementVerdicts } from '#graph-model/derive/decisions.ts';
import type { RecordDecision } from '#graph-model/facts/decision.ts';
import type { Evidence } from '#graph-model/facts/evidence.ts';
import type { Record } from '#graph-model/facts/record.ts';
import type { Source } from '#graph-model/facts/source.ts';
import type { Statement } from '#graph-model/facts/statement.ts';
import type { EntityId, RecordId, SourceId, StatementId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { recordOnly } from '#graph-model/store/whole-version.ts';
import type { InputChanges, RowChanges } from './input-changes.ts';

/** The inputs as they will be: what the store holds with the changes laid over it, read by the slice. */
export class Ahead {
  readonly reader: GraphReader;
  readonly inputs: InputChanges;
  readonly #evidence: Overlay<'evidence'>;
  readonly #decision: Overlay<'decision'>;
  #sources: ReadonlyMap<SourceId, Source> | undefined;

  constructor(reader: GraphReader, inputs: InputChanges) {
    this.reader = reader;
    this.inputs = inputs;
    this.#evidence = new Overlay(inputs.evidence);
    this.#decision = new Overlay(inputs.decision);
  }

  async sources(): Promise<ReadonlyMap<SourceId, Source>> {
    if (this.#sources === undefined) {
      const all = new Map<SourceId, Source>();
      for await (const rows of this.reader.scan('source')) for (const row of rows) all.set(row.id, row);
      for (const { row } of this.inputs.source.close) all.delete(row.id);
      for (const row of this.inputs.source.open) all.set(row.id, row);
      this.#sources = all;
    }
    return this.#sources;
  }

  /** Live evidence of each statement; statements without any are absent. */
  async evidenceOf(statements: Iterable<StatementId>): Promise<ReadonlyMap<StatementId, readonly Evidence[]>> {
    const wanted = new Set<string>(statements);
    const stored = await this.reader.find('evidence', 'statement', wanted);
    const after = this.#evidence.over(stored, ({ statement }) => wanted.has(statement));
    const byStatement = new Map<StatementId, Evidence[]>();
    for (const evidence of after) {
      const known = byStatement.get(evidence.statement);
      if (known === undefined) byStatement.set(evidence.statement, [evidence]);
      else known.push(evidence);
    }
    return byStatement;
  }

  /** The verdict in force on each of these statements that has one. */
  async verdictsOn(statements: Iterable<StatementId>): Promise<ReadonlyMap<StatementId, 'accept' | 'reject'>> {
    const wanted = new Set<string>(statements);
    const stored = await this.reader.find('decision', 'statement', wanted);
    const after = this.#decision.over(stored, ({ statement }) => statement !== undefined && wanted.has(statement));
    return statementVerdicts(after.map(({ decision }) => decision));
  }

  /** The decisions in force that speak of any of these records. */
  async decisionsOn(records: Iterable<RecordId>): Promise<readonly RecordDecision[]> {
    const wanted = new Set<string>(records);
    const touches = (id: string | undefined) => id !== undefined && wanted.has(id);
    const [left, right] = [
      await this.reader.find('decision', 'left', wanted),
      await this.reader.find('decision', 'right', wanted),
    ];
    const stored = new Map([...left, ...right].map((row) => [row.id, row]));
    const after = this.#decision.over([...stored.values()], (row) => touches(row.left) || touches(row.right));
    return recordDecisionsInForce(after.map(({ decision }) => decision));
  }

  /** The anchors of these records that have one. */
  async anchors(records: Iterable<RecordId>): Promise<ReadonlyMap<string, RowOf<'anchor'>>> {
    const wanted = new Set<string>(records);
    const found = new Map(await this.reader.get('anchor', wanted));
    for (const row of this.inputs.anchors ?? []) if (wanted.has(row.id)) found.set(row.id, row);
    return found;
  }

  /** The anchors of these entities, of records live or not. */
  async anchorsOf(entities: Iterable<EntityId>): Promise<readonly RowOf<'anchor'>[]> {
    const wanted = new Set<string>(entities);
    const brought = this.inputs.anchors ?? [];
    const replaced = new Set<string>(brought.map(({ id }) => id));
    const stored = (await this.reader.find('anchor', 'entity', wanted)).filter(({ id }) => !replaced.has(id));
    return [...stored, ...brought.filter(({ entity }) => wanted.has(entity))];
  }

  /** What statements say, whether they are live, new, or come back from an older version. */
  async statements(ids: Iterable<StatementId>): Promise<ReadonlyMap<StatementId, Statement>> {
    const said = new Map<StatementId, Statement>();
    const rest: StatementId[] = [];
    for (const id of ids) {
      const known = this.inputs.statements.get(id);
      if (known === undefined) rest.push(id);
      else said.set(id, known);
    }
    const live = await this.reader.get('statement', rest);
    for (const id of rest) {
      const row = live.get(id) ?? (await this.reader.history('statement', id)).at(-1)?.row;
      if (row !== undefined) said.set(id, row.statement);
    }
    return said;
  }

  /** Records by id, whether they are live, new, or come back. */
  async records(ids: Iterable<RecordId>): Promise<ReadonlyMap<RecordId, Record>> {
    const found = new Map<RecordId, Record>();
    const rest: RecordId[] = [];
    for (const id of ids) {
      const known = this.inputs.records.get(id);
      if (known === undefined) rest.push(id);
      else found.set(id, known);
    }
    const live = await this.reader.get('record', rest);
    for (const id of rest) {
      const row = live.get(id) ?? (await this.reader.history('record', id)).at(-1)?.row;
      if (row !== undefined) found.set(id, recordOnly(row));
    }
    return found;
  }
}

/** Lays the changes of one table over stored rows. */
class Overlay<T extends 'evidence' | 'decision'> {
  readonly #open: ReadonlyMap<string, RowOf<T>>;
  readonly #closed: ReadonlySet<string>;

  constructor(changes: RowChanges<T>) {
    this.#open = new Map(changes.open.map((row) => [row.id, row]));
    this.#closed = new Set(changes.close.map(({ row }) => row.id));
  }

  over(stored: readonly RowOf<T>[], isWanted: (row: RowOf<T>) => boolean): RowOf<T>[] {
    const kept = stored.filter(({ id }) => !this.#closed.has(id) && !this.#open.has(id));
    return [...kept, ...[...this.#open.values()].filter(isWanted)];
  }
}
