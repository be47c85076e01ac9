import type { Label } from '#graph-model/ontology/label.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { NAME_TYPES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import { compareText } from '#graph-model/text.ts';
import { connectionType } from './connection.ts';
import { NameTypeEnum } from './enums.ts';
import { found } from './found.ts';
import { nameProvenance } from './provenance.ts';
import { NameRef, ProvenanceRef } from './refs.ts';
import type { View } from './view.ts';

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

/** What an entity is called in English, of several the first by text; undefined where no source says. */
export function englishName(at: View, entity: string): string | undefined | Promise<string | undefined> {
  const known = at.load.hand.english(entity);
  return known === undefined ? readEnglish(at, entity) : (known ?? undefined);
}

async function readEnglish(at: View, entity: string): Promise<string | undefined> {
  const names = await at.load.by('name', 'entity', entity);
  const name = inNameOrder(names.filter(({ type }) => type === 'english'))[0]?.value;
  at.load.hand.hasReadEnglish(entity, name ?? null);
  return name;
}

/** The name of an entity as each language shows it. */
export function nameLabel(at: View, id: string): Label | Promise<Label> {
  const { hand } = at.load;
  const [row, english] = [hand.row('entity', id), hand.english(id)];
  return row === undefined || english === undefined ? readLabel(at, id) : labelOf(row, english);
}

async function readLabel(at: View, id: string): Promise<Label> {
  const [{ row }, english] = await Promise.all([found(at, 'entity', id), englishName(at, id)]);
  return labelOf(row, english);
}

function labelOf({ name }: RowOf<'entity'>, english: string | null | undefined): Label {
  return { zh: name, en: english ?? name };
}

/** By type (order of the table), then text, then id. */
export function inNameOrder(rows: readonly RowOf<'name'>[]): RowOf<'name'>[] {
  return [...rows].sort(
    (a, b) => TYPES.indexOf(a.type) - TYPES.indexOf(b.type) || compareText(a.value, b.value) || compareText(a.id, b.id),
  );
}
