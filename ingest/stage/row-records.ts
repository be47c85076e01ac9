import { type Record, identifyRecord } from '#graph-model/facts/record.ts';
import type { SourceId } from '#graph-model/ids.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RecordSpec } from '#ingest/dataset/table-spec.ts';
import { WORD_LISTS } from '#ingest/dataset/word-lists.ts';
import { type Declaration, reportUnresolved } from './declarations.ts';
import type { References } from './references.ts';
import { BAD, type Bad, type RowReader } from './row-reader.ts';

type Known = { readonly record: Record | undefined | Bad; readonly taken: readonly number[] };

/** The records of one row, each read when a statement first names it. */
export class RowRecords {
  readonly #reader: RowReader;
  readonly #source: SourceId;
  readonly #references: References;
  readonly #known = new Map<string, Known>();

  constructor(reader: RowReader, source: SourceId, references: References) {
    this.#reader = reader;
    this.#source = source;
    this.#references = references;
  }

  /** undefined when the row names nothing there. */
  get(name: string): Record | undefined | Bad {
    let known = this.#known.get(name);
    if (!known) {
      const before = this.#reader.taken();
      const record = this.#read(name);
      known = { record, taken: this.#reader.taken() };
      this.#known.set(name, known);
      this.#reader.take(before);
    }
    this.#reader.take(known.taken);
    return known.record;
  }

  /** @param name as a statement names it; a row without it is an issue */
  required(name: string, what: { zh: string; en: string }): Record | Bad {
    const record = this.get(name);
    if (record !== undefined) return record;
    const spec = this.#reader.plan.table.records[name];
    const value = spec && ('ref' in spec ? spec.ref : spec.name);
    const place = value ? this.#reader.place(value) : { file: this.#reader.plan.table.file, line: this.#reader.line };
    this.#reader.log.add('VALUE_MISSING', place, { what: { zh: `${what.zh} ${name}`, en: `${what.en} ${name}` } });
    return BAD;
  }

  #read(name: string): Record | undefined | Bad {
    const spec = this.#reader.plan.table.records[name];
    if (!spec) return BAD;
    if (!('ref' in spec)) {
      const declared = readDeclaration(spec, this.#reader);
      if (declared === undefined || declared === BAD) return declared;
      return identifyRecord({ source: this.#source, ...declared });
    }
    const word = this.#reader.text(spec.ref);
    if (word === undefined || word === BAD) return word;
    const kind = this.#reader.word(spec.kind, WORD_LISTS.kind, true);
    if (kind === BAD) return BAD;
    const record = this.#references.find(word, this.#source, kind);
    if (record !== undefined) return record;
    const { declarations } = this.#references;
    const resolution = declarations.resolve(word, this.#source, kind === undefined ? undefined : [kind]);
    reportUnresolved(resolution, declarations, word, this.#reader.place(spec.ref), this.#reader.log);
    return BAD;
  }
}

/** undefined when the row has no name there. */
export function readDeclaration(
  spec: Extract<RecordSpec, { name: unknown }>,
  reader: RowReader,
): Pick<Declaration, 'kind' | 'key' | 'name'> | undefined | Bad {
  const name = reader.text(spec.name);
  if (name === undefined || name === BAD) return name;
  const kind: Kind | Bad = reader.word(spec.kind, WORD_LISTS.kind);
  const key = reader.text(spec.key);
  if (kind === BAD || key === BAD) return BAD;
  return { kind, key: key ?? name, name };
}
