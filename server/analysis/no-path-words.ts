import type { Label } from '#graph-model/ontology/label.ts';
import type { NoPath, PathFilter } from './no-path.ts';

/** What of a no is said, whether it speaks in ids or in indexes. */
type Said = Pick<NoPath, 'reason' | 'filters'> & { readonly nearest?: { readonly hops: number } };

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

/**
 * A no in words. `names`: those of the nearest miss, end to end; for NO_RELATIONS those of the end that has none.
 * `maxHops`: what was asked for.
 */
export function noPathWords(none: Said, names: readonly Label[], maxHops: number): Label {
  const hops = none.nearest?.hops ?? 0;
  const [zh, en] = [names.map((name) => name.zh), names.map((name) => name.en)];
  switch (none.reason) {
    case 'NO_RELATIONS':
      return {
        zh: `现有资料没有记载${zh.join('、')}的任何关系。`,
        en: `The data at hand document no relationship of ${en.join(', ')}.`,
      };
    case 'FILTERED': {
      const filters = none.filters.map((filter) => FILTER_WORDS[filter]);
      return {
        zh: `按这些条件没有路径。不限${filters.map((one) => one.zh).join('、')}时，最近的一条有 ${hops} 步：${zh.join(' → ')}。`,
        en: `No path under these filters. Without ${filters.map((one) => one.en).join(', ')} the nearest has ${hopsInEnglish(hops)}: ${en.join(' → ')}.`,
      };
    }
    case 'TOO_FAR':
      return {
        zh: `${maxHops} 步以内没有路径，最近的一条有 ${hops} 步：${zh.join(' → ')}。`,
        en: `No path within ${hopsInEnglish(maxHops)}; the nearest has ${hops}: ${en.join(' → ')}.`,
      };
    case 'NOT_CONNECTED':
      return {
        zh: '现有资料里两端没有任何路径相连，放宽条件也没有。',
        en: 'In the data at hand no path connects the two, whatever the filters.',
      };
  }
}

function hopsInEnglish(hops: number): string {
  return hops === 1 ? '1 hop' : `${hops} hops`;
}
