import type { EntityFull } from '../api/entity.ts';
import type { Lang } from './url.ts';
import type { Words } from '../locale/zh.ts';
import { measured } from './grouped.ts';
import { isUndated } from './targets.ts';

/** Something dated, as precise as the source: what happened, and the relationship whose sources tell it. */
export type Moment = {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  /** Null where it is no relationship. */
  readonly relation: string | null;
};

/**
 * Dated facts and figures of one entity, earliest first; a year stands before its months. Undated ones are not here:
 * nobody knows where they belong. Of one date in the order of the page.
 */
export function timelineOf(
  entity: Pick<EntityFull, 'relations' | 'attributes' | 'indicators'>,
  words: Words,
  lang: Lang,
): readonly Moment[] {
  const moments: Moment[] = [];
  const put = (id: string, date: string | null, text: string, relation: string | null = null) => {
    if (date !== null && /^\d{4}/.test(date)) moments.push({ id: `${id} ${date}`, date, text, relation });
  };
  for (const { node } of entity.relations.edges) {
    const sentence = node.sentence[lang];
    put(node.id, node.validFrom, words.dossier.began(sentence), node.id);
    put(node.id, node.validTo, words.dossier.ended(sentence), node.id);
    for (const detail of node.details) {
      if (detail.name === 'date') put(node.id, detail.valueLabel[lang], sentence, node.id);
    }
  }
  for (const { id, name, value, label, valueLabel, validFrom, validTo, details } of entity.attributes) {
    const text = name === 'founded' ? label[lang] : `${label[lang]} ${valueLabel[lang]}`;
    if (name === 'founded') put(id, value, text);
    put(id, validFrom, words.dossier.began(text));
    put(id, validTo, words.dossier.ended(text));
    for (const detail of details) if (detail.name === 'date') put(id, detail.valueLabel[lang], text);
  }
  for (const indicator of entity.indicators) {
    if (isUndated(indicator)) continue;
    const { id, measure, value, unit, period, figure } = indicator;
    put(id, period, words.dossier.figure(measure, measured(value, unit, lang), words.figures[figure]));
  }
  return moments
    .map((moment, index) => ({ moment, index }))
    .sort((one, other) => byText(one.moment.date, other.moment.date) || one.index - other.index)
    .map(({ moment }) => moment);
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
