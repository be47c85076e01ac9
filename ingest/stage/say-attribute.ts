import { ATTRIBUTES, type AttributeSpec as AttributeRule, NAME_TYPE_WORDS } from '#graph-model/ontology/attributes.ts';
import type { AttributeSpec, Detail, Value } from '#ingest/dataset/table-spec.ts';
import { WORD_LISTS } from '#ingest/dataset/word-lists.ts';
import { BAD, type Bad, type RowReader } from './row-reader.ts';
import type { RowRecords } from './row-records.ts';
import type { Said } from './say-relationship.ts';

/** What a row says of one thing. */
export function sayAttribute(spec: AttributeSpec, reader: RowReader, records: RowRecords): Said | Bad {
  const predicate = reader.word(spec.attribute, WORD_LISTS.attribute);
  const subject = records.required(spec.of, { zh: '主体', en: 'the subject' });
  const period = reader.period(spec.validFrom, spec.validTo);
  const ended = reader.word(spec.ended, WORD_LISTS.ended, true);
  if (predicate === BAD) return BAD;
  const rule: AttributeRule = ATTRIBUTES[predicate];
  const value = readValue(spec.value, rule, reader);
  const details = readDetails(predicate, spec.details ?? {}, rule, reader);
  if (subject === BAD || period === BAD || ended === BAD || value === BAD || details === BAD) return BAD;
  return {
    saying: {
      says: 'attribute',
      subject: subject.id,
      predicate,
      value,
      details,
      ...period,
      ...(ended === undefined ? {} : { ended: ended === 'true' }),
    },
    records: [subject],
  };
}

function readValue(spec: Value, rule: AttributeRule, reader: RowReader): string | Bad {
  const what = { zh: rule.zh, en: rule.en };
  if (rule.value.type === 'word') return reader.word(spec, { what, words: Object.keys(rule.value.words) });
  const text = reader.required(spec, what);
  if (text === BAD || rule.value.type === 'text') return text;
  if (rule.value.type === 'amount') return reader.inForm(spec, 'amount', text);
  return reader.date(spec) ?? BAD;
}

function readDetails(
  attribute: string,
  specs: { readonly [D in Detail]?: Value | undefined },
  rule: AttributeRule,
  reader: RowReader,
): Record<string, string> | Bad {
  const details: Record<string, string> = {};
  let bad = false;
  for (const [name, spec] of Object.entries(specs) as [Detail, Value | undefined][]) {
    const text = spec && readDetail(name, spec, attribute, reader);
    if (spec === undefined || text === undefined) continue;
    if (text === BAD) bad = true;
    else if (rule.details.includes(name)) details[name] = text;
    else {
      const words = { attribute, detail: name, known: rule.details.join(' ') || '—' };
      reader.refuse('DETAIL_NOT_ALLOWED', spec, text, words);
      bad = true;
    }
  }
  return bad ? BAD : details;
}

function readDetail(name: Detail, spec: Value, attribute: string, reader: RowReader): string | undefined | Bad {
  if (name === 'date') return reader.date(spec);
  if (name === 'type' && attribute === 'name') {
    return reader.word(spec, { what: { zh: '名称类型', en: 'type of name' }, words: NAME_TYPE_WORDS }, true);
  }
  return reader.text(spec);
}
