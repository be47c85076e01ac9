import type { Record } from '#graph-model/facts/record.ts';
import type { RelationshipStatement, Saying } from '#graph-model/facts/statement.ts';
import { KIND_NAMES, type Kind, kindsOf } from '#graph-model/ontology/kinds.ts';
import { QUALIFIERS, type Qualifier } from '#graph-model/ontology/qualifiers.ts';
import { RELATIONSHIP_TYPES, type RelationshipType, specOf } from '#graph-model/ontology/relationships.ts';
import type { QualifierValue, RecordSpec, RelationshipSpec } from '#ingest/dataset/table-spec.ts';
import { WORD_LISTS } from '#ingest/dataset/word-lists.ts';
import { BAD, type Bad, type RowReader } from './row-reader.ts';
import type { RowRecords } from './row-records.ts';

export type Said = { readonly saying: Saying; readonly records: readonly Record[] };

/** What a row says of two things, or BAD when the ontology has no such thing to say. */
export function sayRelationship(spec: RelationshipSpec, reader: RowReader, records: RowRecords): Said | Bad {
  const predicate = reader.word(spec.relationship, WORD_LISTS.relationship);
  const from = records.required(spec.from, { zh: '起点', en: 'the start' });
  const to = records.required(spec.to, { zh: '终点', en: 'the end' });
  const modality = reader.word(spec.modality, WORD_LISTS.modality);
  const period = reader.period(spec.validFrom, spec.validTo);
  const ended = reader.word(spec.ended, WORD_LISTS.ended, true);
  if (predicate === BAD || from === BAD || to === BAD) return BAD;
  const fits = endsFit(predicate, from, to, spec, reader);
  const qualified = readQualifiers(predicate, spec.qualifiers ?? {}, reader, records);
  if (!fits || qualified === BAD || modality === BAD || period === BAD || ended === BAD) return BAD;
  return {
    saying: {
      says: 'relationship',
      subject: from.id,
      predicate,
      object: to.id,
      modality,
      qualifiers: qualified.qualifiers,
      ...period,
      ...(ended === undefined ? {} : { ended: ended === 'true' }),
    },
    records: [from, to, ...qualified.records],
  };
}

function endsFit(type: RelationshipType, from: Record, to: Record, spec: RelationshipSpec, reader: RowReader): boolean {
  const ends = [
    { end: 'from', record: from, known: kindsOf(specOf(type).from) },
    { end: 'to', record: to, known: endKinds(type, from.kind) },
  ] as const;
  let fit = true;
  for (const { end, record, known } of ends) {
    if (known.includes(record.kind)) continue;
    fit = false;
    reader.log.add('END_KIND', { ...placeOf(spec[end], reader), value: record.name }, () => ({
      type,
      end,
      kind: record.kind,
      known: known.join(' '),
      fits: typesBetween(from.kind, to.kind).join(' ') || '—',
    }));
  }
  if (fit && from.id === to.id) {
    fit = false;
    reader.log.add('ENDS_EQUAL', { ...placeOf(spec.to, reader), value: to.name }, { type });
  }
  return fit;
}

/** Kinds that the end of a type may be, given its start. */
function endKinds(type: RelationshipType, from: Kind): readonly Kind[] {
  const { to, sameKind } = specOf(type);
  const kinds = kindsOf(to);
  return sameKind && kinds.includes(from) ? [from] : kinds;
}

function typesBetween(from: Kind, to: Kind): readonly RelationshipType[] {
  return RELATIONSHIP_TYPES.filter(
    (type) => kindsOf(specOf(type).from).includes(from) && endKinds(type, from).includes(to),
  );
}

function readQualifiers(
  type: RelationshipType,
  specs: { readonly [Q in Qualifier]?: QualifierValue | undefined },
  reader: RowReader,
  records: RowRecords,
): { qualifiers: RelationshipStatement['qualifiers']; records: readonly Record[] } | Bad {
  const { identity, carries } = specOf(type);
  const allowed: readonly string[] = [...identity, ...carries];
  const qualifiers: RelationshipStatement['qualifiers'] = {};
  const named: Record[] = [];
  let bad = false;
  for (const [name, spec] of Object.entries(specs) as [Qualifier, QualifierValue | undefined][]) {
    if (spec === undefined) continue;
    const value = 'record' in spec ? records.get(spec.record) : reader.text(spec);
    if (value === undefined) continue;
    const place = 'record' in spec ? placeOf(spec.record, reader) : reader.place(spec);
    if (value === BAD) bad = true;
    else if (!allowed.includes(name)) {
      const known = allowed.join(' ') || '—';
      reader.log.add('QUALIFIER_NOT_ALLOWED', place, { type, qualifier: name, known });
      bad = true;
    } else if (typeof value === 'object') {
      const rule = QUALIFIERS[name].value;
      const known: readonly Kind[] = rule.type === 'record' ? rule.kinds : KIND_NAMES;
      qualifiers[name] = value.id;
      named.push(value);
      if (known.includes(value.kind)) continue;
      const words = { type, end: name, kind: value.kind, known: known.join(' '), fits: type };
      reader.log.add('END_KIND', { ...place, value: value.name }, words);
      bad = true;
    } else if (!('record' in spec) && isWellFormed(name, spec, value, reader)) qualifiers[name] = value;
    else bad = true;
  }
  return bad ? BAD : { qualifiers, records: named };
}

function isWellFormed(
  name: Qualifier,
  spec: Exclude<QualifierValue, { record: string }>,
  text: string,
  reader: RowReader,
): boolean {
  const rule = QUALIFIERS[name].value;
  if (rule.type === 'word') {
    const { zh, en } = QUALIFIERS[name];
    return reader.word(spec, { what: { zh, en }, words: Object.keys(rule.words) }) !== BAD;
  }
  return rule.type === 'text' || rule.type === 'record' || reader.inForm(spec, rule.type, text) !== BAD;
}

function placeOf(name: string, reader: RowReader) {
  const spec: RecordSpec | undefined = reader.plan.table.records[name];
  return reader.place(spec ? ('ref' in spec ? spec.ref : spec.name) : { is: name });
}
