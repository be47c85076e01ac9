import type { EntityId, RecordId, SourceId, StatementId } from '#graph-model/ids.ts';
import { TABLE_NAMES, type RowOf, type Table } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { sortedUnique } from '#graph-model/text.ts';

/** One data version read whole, and what a person calls the things in it. For small worlds. */
export class Snapshot {
  readonly #rows: ReadonlyMap<Table, readonly RowOf<Table>[]>;
  readonly #sources: ReadonlyMap<SourceId, string>;
  readonly #records: ReadonlyMap<RecordId, RowOf<'record'>>;
  readonly #entities: ReadonlyMap<EntityId, string>;
  readonly #statements: ReadonlyMap<StatementId, RowOf<'statement'>>;

  /** @param gone names that redirected entities had last */
  private constructor(rows: ReadonlyMap<Table, readonly RowOf<Table>[]>, gone: ReadonlyMap<EntityId, string>) {
    this.#rows = rows;
    this.#sources = new Map(this.rows('source').map(({ id, key }) => [id, key]));
    this.#records = new Map(this.rows('record').map((record) => [record.id, record]));
    this.#entities = new Map([...gone, ...this.#labels()]);
    this.#statements = new Map(this.rows('statement').map((row) => [row.id as StatementId, row]));
  }

  static async of(reader: GraphReader): Promise<Snapshot> {
    const rows = new Map<Table, readonly RowOf<Table>[]>();
    for (const table of TABLE_NAMES) {
      const all: RowOf<Table>[] = [];
      for await (const batch of reader.scan(table)) all.push(...batch);
      rows.set(table, all);
    }
    const gone = new Map<EntityId, string>();
    for (const { id } of (rows.get('redirect') ?? []) as RowOf<'redirect'>[]) {
      const last = (await reader.history('entity', id)).at(-1);
      if (last !== undefined) gone.set(id, last.row.name);
    }
    return new Snapshot(rows, gone);
  }

  rows<T extends Table>(table: T): readonly RowOf<T>[] {
    return (this.#rows.get(table) ?? []) as readonly RowOf<T>[];
  }

  source(id: SourceId): string {
    return this.#sources.get(id) ?? `?${id}`;
  }

  /** Source and name, as the source has it. */
  record(id: RecordId): string {
    const record = this.#records.get(id);
    return record === undefined ? `?${id}` : `${this.source(record.source)} ${record.name}`;
  }

  recordName(id: RecordId): string {
    return this.#records.get(id)?.name ?? `?${id}`;
  }

  entityOfRecord(id: RecordId): string {
    const record = this.#records.get(id);
    return record === undefined ? `?${id}` : this.entity(record.entity);
  }

  /** Its name, of a redirected one the last; a name of several live entities with the sources of its records: 东湖区@news. */
  entity(id: EntityId): string {
    return this.#entities.get(id) ?? `?${id}`;
  }

  statement(id: StatementId): RowOf<'statement'> | undefined {
    return this.#statements.get(id);
  }

  recordsOf(entity: EntityId): readonly RowOf<'record'>[] {
    return this.rows('record').filter((record) => record.entity === entity);
  }

  #labels(): ReadonlyMap<EntityId, string> {
    const labels = new Map<EntityId, string>();
    const named = new Map<string, number>();
    for (const { name } of this.rows('entity')) named.set(name, (named.get(name) ?? 0) + 1);
    for (const { id, name } of this.rows('entity')) {
      const sources = sortedUnique(this.recordsOf(id).map((record) => this.source(record.source)));
      labels.set(id, named.get(name) === 1 ? name : `${name}@${sources.join('+')}`);
    }
    return labels;
  }
}
