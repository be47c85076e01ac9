import type { IndicatorSpec } from '#ingest/dataset/table-spec.ts';
import { WORD_LISTS } from '#ingest/dataset/word-lists.ts';
import { didYouMean } from '#ingest/report/near.ts';
import { BAD, type Bad, type RowReader } from './row-reader.ts';
import type { RowRecords } from './row-records.ts';
import type { Said } from './say-relationship.ts';

/** A figure that a row gives. @param scopes ids of dataset.yml */
export function sayIndicator(
  spec: IndicatorSpec,
  reader: RowReader,
  records: RowRecords,
  scopes: readonly string[],
): Said | Bad {
  const of = spec.indicator;
  const subject = records.required(spec.of, { zh: '主体', en: 'the subject' });
  const measure = reader.required(of.measure, { zh: '指标', en: 'the measure' });
  const text = reader.required(of.value, { zh: '数值', en: 'the value' });
  const value = text === BAD ? BAD : reader.inForm(of.value, 'decimal', text);
  const unit = reader.required(of.unit, { zh: '单位', en: 'the unit' });
  const stated = reader.required(of.period, { zh: '时期', en: 'the period' });
  const period = stated === BAD ? BAD : (reader.date(of.period) ?? BAD);
  const figure = reader.word(of.figure, WORD_LISTS.figure);
  const scope = reader.required(of.scope, { zh: '统计范围', en: 'the scope' });
  if (scope !== BAD && !scopes.includes(scope)) {
    return reader.refuse('SCOPE_UNKNOWN', of.scope, scope, { near: didYouMean(scope, scopes) });
  }
  if (subject === BAD || measure === BAD || value === BAD || unit === BAD) return BAD;
  if (period === BAD || figure === BAD || scope === BAD) return BAD;
  return {
    saying: {
      says: 'indicator',
      subject: subject.id,
      predicate: 'indicator',
      measure,
      value,
      unit,
      period,
      figure,
      scope,
    },
    records: [subject],
  };
}
