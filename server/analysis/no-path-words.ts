import type { Label } from '#graph-model/ontology/label.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { NoPath } from './no-path.ts';
import type { PathFilter } from './path-filters.ts';

/** A near miss as it is said, with the names on it from end to end. */
export type SaidMiss = {
  readonly filters: readonly PathFilter[];
  readonly hops: number;
  /** May-be readings at its ends. */
  readonly readings: number;
  readonly isWeak: boolean;
  /** Of its hops the least real, each by its most real relationship. */
  readonly leastReal: Modality;
  readonly names: readonly Label[];
};

const FILTER_WORDS: Readonly<Record<PathFilter, Label>> = {
  modalities: { zh: '状态', en: 'the modality' },
  ended: { zh: '“已结束的不算”', en: 'leaving out what has ended' },
  places: { zh: '“不经过地区和政策”', en: 'leaving out places and policies' },
  types: { zh: '关系类型', en: 'the relationship types' },
  direction: { zh: '方向', en: 'the direction' },
  exclude: { zh: '排除的实体', en: 'the excluded entities' },
  asOf: { zh: '日期', en: 'the date' },
  kinds: { zh: '经过的种类', en: 'the kinds that it may pass' },
  sourceClasses: { zh: '出处类别', en: 'the source classes' },
  minConfidence: { zh: '把握', en: 'the least confidence' },
  mustPass: { zh: '必须经过的实体', en: 'the entities that it must pass' },
};

const INTENDED_WORDS: Readonly<Partial<Record<Modality, Label>>> = {
  building: { zh: '有的还在建', en: 'in part only being built' },
  planned: { zh: '有的只是规划', en: 'in part only planned' },
  proposed: { zh: '有的只是建议', en: 'in part only proposed' },
};

/**
 * A no in words, all its misses in it.
 * @param lone NO_RELATIONS: the names of the end that has none
 * @param maxHops what was asked for
 */
export function noPathWords(
  none: Pick<NoPath, 'reason' | 'cut'>,
  misses: readonly SaidMiss[],
  lone: readonly Label[],
  maxHops: number,
): Label {
  const head = headWords(none.reason, lone, maxHops);
  const tail: readonly Label[] = none.cut && none.reason !== 'NO_RELATIONS' ? [NOT_ALL_TRIED] : [];
  const all = [head, ...misses.map(missWords), ...tail];
  return { zh: all.map(({ zh }) => zh).join(''), en: all.map(({ en }) => en).join(' ') };
}

const NOT_ALL_TRIED: Label = {
  zh: '没有查完，也可能还有别的条件挡住。',
  en: 'Not everything was tried: other filters may stand in the way too.',
};

function headWords(reason: NoPath['reason'], lone: readonly Label[], maxHops: number): Label {
  switch (reason) {
    case 'NO_RELATIONS':
      return {
        zh: `现有资料没有记载${lone.map(({ zh }) => zh).join('、')}的任何关系。`,
        en: `The data at hand document no relationship of ${lone.map(({ en }) => en).join(', ')}.`,
      };
    case 'FILTERED':
      return { zh: '按这些条件没有路径。', en: 'No path under these filters.' };
    case 'TOO_FAR':
      return { zh: `${maxHops} 步以内没有路径。`, en: `No path within ${hopsInEnglish(maxHops)}.` };
    case 'NOT_CONNECTED':
      return {
        zh: '现有资料里两端没有任何路径相连，放宽条件也没有。',
        en: 'In the data at hand no path connects the two, whatever the filters.',
      };
  }
}

/** One near miss as a sentence: what to lift, how far it then is, and what speaks against it. */
export function missWords({ filters, hops, readings, isWeak, leastReal, names }: SaidMiss): Label {
  const lifted = filters.map((filter) => FILTER_WORDS[filter]);
  const but = [
    ...[INTENDED_WORDS[leastReal] ?? []].flat(),
    ...(isWeak ? [{ zh: '是弱联系', en: 'a weak tie' }] : []),
    ...(readings > 0 ? [{ zh: '名称待核', en: 'a name in doubt' }] : []),
  ];
  const [way, inEnglish] = [names.map(({ zh }) => zh).join(' → '), names.map(({ en }) => en).join(' → ')];
  const zh = [`最近的一条有 ${hops} 步`, ...but.map((one) => one.zh)].join('，');
  const en = [`the nearest has ${hopsInEnglish(hops)}`, ...but.map((one) => one.en)].join(', ');
  if (lifted.length === 0) return { zh: `${zh}：${way}。`, en: `${en.replace('the', 'The')}: ${inEnglish}.` };
  return {
    zh: `不限${lifted.map((one) => one.zh).join('、')}时，${zh}：${way}。`,
    en: `Without ${lifted.map((one) => one.en).join(', ')} ${en}: ${inEnglish}.`,
  };
}

function hopsInEnglish(hops: number): string {
  return hops === 1 ? '1 hop' : `${hops} hops`;
}
