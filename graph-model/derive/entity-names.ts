import type { Record } from '../facts/record.ts';
import { type EntityId, nameId } from '../ids.ts';
import { foldName, guessNameType } from '../names.ts';
import type { Kind } from '../ontology/kinds.ts';
import { NAME_TYPES, type NameType } from '../ontology/vocabulary.ts';
import type { RowOf } from '../rows.ts';
import { compareText } from '../text.ts';

type NameRow = RowOf<'name'>;

/** Which type of name a thing is shown by, best first. */
const SHOWN_BY: readonly NameType[] = ['legal', 'short', 'weak', 'english', 'former'];

/**
 * The names of one entity, one row a spelling: what its records are called and what sources say it is called.
 * A source's word on the type or language of a name goes before our guess; of several words the first in the order
 * of the vocabulary holds.
 */
export function entityNames(
  entity: EntityId,
  records: readonly Pick<Record, 'name' | 'kind'>[],
  attributes: readonly RowOf<'attribute'>[],
): NameRow[] {
  const rows = new Map<string, NameRow>();
  for (const { name, kind } of records) {
    rows.set(name, nameRow(entity, name, guessNameType(name, kind), guessLang(name)));
  }
  const stated = attributes.filter(({ name }) => name === 'name');
  stated.sort((a, b) => typeRank(a) - typeRank(b) || compareText(a.id, b.id));
  const seen = new Set<string>();
  for (const attribute of stated) {
    if (seen.has(attribute.value)) continue;
    seen.add(attribute.value);
    const guessed = rows.get(attribute.value);
    const kind = records[0]?.kind as Kind;
    const type = typeOf(attribute) ?? guessed?.type ?? guessNameType(attribute.value, kind);
    const lang = attribute.details['lang'] ?? guessLang(attribute.value);
    rows.set(attribute.value, { ...nameRow(entity, attribute.value, type, lang), attribute: attribute.id });
  }
  return [...rows.values()].sort((a, b) => compareText(a.id, b.id));
}

/** The entity's row: shown by its best name, the longer of equals, then by code point. */
export function entityRow(id: EntityId, kind: Kind, names: readonly NameRow[]): RowOf<'entity'> {
  const best = [...names].sort(
    (a, b) =>
      SHOWN_BY.indexOf(a.type) - SHOWN_BY.indexOf(b.type) ||
      [...b.value].length - [...a.value].length ||
      compareText(a.value, b.value),
  )[0] as NameRow;
  return { id, kind, name: best.value };
}

function nameRow(entity: EntityId, value: string, type: NameType, lang: string): NameRow {
  return { id: nameId(entity, value), entity, value, folded: foldName(value), type, lang };
}

function typeOf(attribute: RowOf<'attribute'>): NameType | undefined {
  const said = attribute.details['type'];
  return said !== undefined && Object.hasOwn(NAME_TYPES, said) ? (said as NameType) : undefined;
}

function typeRank(attribute: RowOf<'attribute'>): number {
  const type = typeOf(attribute);
  return type === undefined ? Object.keys(NAME_TYPES).length : Object.keys(NAME_TYPES).indexOf(type);
}

function guessLang(name: string): string {
  return /\p{Script=Han}/u.test(name) ? 'zh' : 'en';
}
