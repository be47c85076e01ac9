import type { RowOf } from '#graph-model/rows.ts';
import { NAME_TYPES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import { compareText } from '#graph-model/text.ts';
import { connectionType } from './connection.ts';
import { NameTypeEnum } from './enums.ts';
import { nameProvenance } from './provenance.ts';
import { NameRef, ProvenanceRef } from './refs.ts';

NameRef.implement({
  fields: (t) => ({
    value: t.string({ resolve: ({ row }) => row.value }),
    type: t.field({ type: NameTypeEnum, resolve: ({ row }) => row.type }),
    lang: t.string({ resolve: ({ row }) => row.lang }),
    provenance: t.field({ type: ProvenanceRef, resolve: ({ at, row }) => nameProvenance(at, row) }),
  }),
});

export const NameConnection = connectionType('Name', NameRef);

const TYPES = wordsOf(NAME_TYPES);

/** By type (order of the table), then text, then id. */
export function inNameOrder(rows: readonly RowOf<'name'>[]): RowOf<'name'>[] {
  return [...rows].sort(
    (a, b) => TYPES.indexOf(a.type) - TYPES.indexOf(b.type) || compareText(a.value, b.value) || compareText(a.id, b.id),
  );
}
