import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality, SourceClass } from '#graph-model/ontology/vocabulary.ts';
import type { KeyOf, RowOf, Table } from '#graph-model/rows.ts';
import type { GraphReader, Page } from '#graph-model/store/port.ts';
import { compareText } from '#graph-model/text.ts';
import { buildProjection } from '#server/analysis/build-projection.ts';
import type { Projection } from '#server/analysis/projection.ts';

/** One relationship between two letters. */
export type Tie = {
  readonly from: string;
  readonly to: string;
  readonly type?: RelationshipType;
  readonly modality?: Modality;
  readonly confidence?: number;
  readonly classes?: readonly SourceClass[];
  readonly ended?: boolean;
  readonly validFrom?: string;
  readonly validTo?: string;
};

export type SmallGraph = {
  /** Letters, or a letter and its kind; companies unless said. */
  readonly entities: Readonly<Record<string, Kind>>;
  readonly ties: readonly Tie[];
  readonly readings?: readonly (readonly [from: string, to: string])[];
};

/** A letter (or more, of a to z) as an entity id: ids sort as the letters do. */
export function idOf(name: string): string {
  return `e${name.padEnd(20, 'a')}`;
}

/** A graph of letters in memory. Index i of an entity is the rank of its letter. */
export async function projectionOf(graph: SmallGraph): Promise<Projection> {
  return buildProjection(readerOf(graph));
}

export function nameAt(projection: Projection, index: number): string {
  return projection.entities.at(index).slice(1).replace(/a+$/, '') || 'a';
}

/** Only what a projection, or a part of one, reads: rows in order of id. */
export function readerOf(graph: SmallGraph): GraphReader {
  const rows: { readonly [T in Table]?: readonly { readonly id: string }[] } = {
    entity: Object.entries(graph.entities).map(([name, kind]) => ({ id: idOf(name), kind, name })),
    relationship: graph.ties.map((tie, i) => ({
      id: numbered('l', i),
      type: tie.type ?? 'SUPPLIES',
      from: idOf(tie.from),
      to: idOf(tie.to),
      modality: tie.modality ?? 'operating',
      classes: tie.classes ?? ['policy'],
      confidence: tie.confidence ?? 900,
      ended: tie.ended,
      validFrom: tie.validFrom,
      validTo: tie.validTo,
    })),
    reading: (graph.readings ?? []).map(([from, to], i) => ({ id: numbered('m', i), from: idOf(from), to: idOf(to) })),
  };
  const sorted = (table: Table) => [...(rows[table] ?? [])].sort((a, b) => compareText(a.id, b.id));
  const reader: Pick<GraphReader, 'version' | 'scan' | 'count' | 'get' | 'find'> = {
    version: 1,
    async get<T extends Table>(table: T, ids: Iterable<string>) {
      const wanted = new Set(ids);
      const found = (sorted(table) as unknown as readonly RowOf<T>[]).filter(({ id }) => wanted.has(id));
      return new Map(found.map((row) => [row.id, row]));
    },
    async find<T extends Table>(table: T, key: KeyOf<T>, values: Iterable<string>, page?: Page) {
      const wanted = new Set<unknown>(values);
      const found = (sorted(table) as unknown as readonly RowOf<T>[]).filter(
        (row) => wanted.has(Reflect.get(row, key)) && row.id > (page?.after ?? ''),
      );
      return found.slice(0, page?.limit);
    },
    count: async (table) => rows[table]?.length ?? 0,
    async *scan<T extends Table>(table: T) {
      yield sorted(table) as unknown as readonly RowOf<T>[];
    },
  };
  return reader as GraphReader;
}

/** Companies of these letters. */
export function companies(letters: string): Record<string, Kind> {
  return Object.fromEntries(letters.split('').map((letter) => [letter, 'Company']));
}

function numbered(letter: string, index: number): string {
  const digits = index.toString(25).padStart(20, '0');
  return letter + [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 25))).join('');
}
