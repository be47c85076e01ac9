import type { Label } from '#graph-model/ontology/label.ts';
import { DISPUTES, MODALITIES, NAME_TYPES, SOURCE_CLASSES } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { Told } from '#server/analysis/changes/told.ts';
import type { AspectName } from '#server/analysis/changes/words.ts';
import { attributeValueLabel, labelOnly, valueLabel } from '../label.ts';

const NONE: Label = { zh: '没有写', en: 'not said' };

/** What of one row a change is about, in words; `undefined` for a change without that row. */
export function aspectWords(told: Told, aspect: AspectName, side: 'before' | 'after'): Label {
  const row = told[side];
  if (row === undefined) return NONE;
  if (told.table === 'source') return sourceWords(row as RowOf<'source'>, aspect);
  if (told.table === 'entity') return alike((row as RowOf<'entity'>).name);
  if (told.table === 'name') return labelOnly(NAME_TYPES[(row as RowOf<'name'>).type]);
  if (told.table === 'coverage' || told.table === 'decision') return NONE;
  const fact = row as RowOf<'relationship'> | RowOf<'attribute'> | RowOf<'indicator'>;
  switch (aspect) {
    case 'modality':
      return labelOnly(MODALITIES[(fact as RowOf<'relationship'>).modality]);
    case 'value':
      return valueWords(told.table, fact);
    case 'ended':
      if (fact.ended === undefined) return NONE;
      return fact.ended ? { zh: '已结束', en: 'ended' } : { zh: '没有结束', en: 'not ended' };
    case 'validity':
      if (fact.validFrom === undefined && fact.validTo === undefined) return NONE;
      return alike(`${fact.validFrom ?? ''}–${fact.validTo ?? ''}`);
    case 'dispute':
      return fact.dispute === undefined ? { zh: '没有不一', en: 'none' } : labelOnly(DISPUTES[fact.dispute]);
    case 'details':
      return detailWords((fact as RowOf<'relationship'>).details);
    case 'sources':
      return alike(String(fact.sources));
    case 'publishers':
      return alike(String(fact.publishers));
    case 'confidence':
      return alike(`${fact.confidence / 1000}`);
    default:
      return NONE;
  }
}

function sourceWords(source: RowOf<'source'>, aspect: AspectName): Label {
  switch (aspect) {
    case 'class':
      return labelOnly(SOURCE_CLASSES[source.class]);
    case 'publisher':
      return source.publisher === undefined ? NONE : alike(source.publisher);
    case 'date':
      return alike(source.date);
    default:
      return { zh: source.title, en: source.titleEn ?? source.title };
  }
}

function valueWords(table: 'relationship' | 'attribute' | 'indicator', row: object): Label {
  if (table === 'attribute') {
    const { name, value } = row as RowOf<'attribute'>;
    return attributeValueLabel(name, value);
  }
  const { value, unit } = row as RowOf<'indicator'>;
  return { zh: `${value}${unit}`, en: `${value} ${unit}` };
}

function detailWords(details: RowOf<'relationship'>['details']): Label {
  if (details.length === 0) return NONE;
  const words = details.map(({ name, value }) => valueLabel(name, value));
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}

function alike(text: string): Label {
  return { zh: text, en: text };
}
