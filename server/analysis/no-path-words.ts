import type { Label } from '#graph-model/ontology/label.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { NoPath } from './no-path.ts';
import type { PathFilter } from './path-filters.ts';

/** A near miss as it is said, with the names on it from end to end. */
export type SaidMiss = {
  readonly filters: readonly PathFilter[];
  readonly pastPlaces?: boolean;
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

const INTENDED_STEP: Readonly<Partial<Record<Modality, Label>>> = {
  building: { zh: '这一步还在建', en: 'only being built' },
  planned: { zh: '这一步只是规划', en: 'only planned' },
  proposed: { zh: '这一步只是建议', en: 'only proposed' },
};

const INTENDED_WORDS: Readonly<Partial<Record<Modality, Label>>> = {
  building: { zh: '有的还在建', en: 'in part only being built' },
  planned: { zh: '有的只是规划', en: 'in part only planned' },
  proposed: { zh: '有的只是建议', en: 'in part only proposed' },
};

/** An end without relationships, and what its page has all the same. */
export type Lone = {
  readonly name: Label;
  /** Its names are not among them. */
  readonly attributes: number;
  readonly indicators: number;
};

/** What stands beside a no and is said in it. */
export type BesideNo = {
  /** NO_RELATIONS: all of the end that has none. */
  readonly lone: readonly Lone[];
  /** How unconfirmed readings join the ends, in words. */
  readonly mayBeSame: readonly Label[];
  /** What was asked for. */
  readonly maxHops: number;
};

/** A no in words: what may be the same first, then the no, then all its misses. */
export function noPathWords(
  none: Pick<NoPath, 'reason' | 'cut'>,
  misses: readonly SaidMiss[],
  beside: BesideNo,
): Label {
  const tail: readonly Label[] = none.cut && none.reason !== 'NO_RELATIONS' ? [NOT_ALL_TRIED] : [];
  const all = [...beside.mayBeSame, headWords(none.reason, beside), ...misses.map(missWords), ...tail];
  return { zh: all.map(({ zh }) => zh).join(''), en: all.map(({ en }) => en).join(' ') };
}

const NOT_ALL_TRIED: Label = {
  zh: '没有查完，也可能还有别的条件挡住。',
  en: 'Not everything was tried: other filters may stand in the way too.',
};

function headWords(reason: NoPath['reason'], { lone, mayBeSame, maxHops }: BesideNo): Label {
  switch (reason) {
    case 'NO_RELATIONS':
      return loneWords(lone);
    case 'FILTERED':
      return { zh: '按这些条件没有路径。', en: 'No path under these filters.' };
    case 'TOO_FAR':
      return { zh: `${maxHops} 步以内没有路径。`, en: `No path within ${hopsInEnglish(maxHops)}.` };
    case 'NOT_CONNECTED':
      return mayBeSame.length > 0
        ? { zh: '除此以外，图上没有关系把两端连起来。', en: 'Beside that, no relationships of the graph join the two.' }
        : {
            zh: '图上没有关系把两端连起来，放宽条件也没有。',
            en: 'No relationships of the graph join the two, whatever the filters.',
          };
  }
}

/** Of whom nothing is drawn something may be written all the same, on its page or in the records of others. */
function loneWords(lone: readonly Lone[]): Label {
  const attributes = lone.reduce((sum, one) => sum + one.attributes, 0);
  const indicators = lone.reduce((sum, one) => sum + one.indicators, 0);
  const names = { zh: lone.map(({ name }) => name.zh).join('、'), en: lone.map(({ name }) => name.en).join(', ') };
  const page: readonly (readonly [number, Label])[] = [
    [attributes, { zh: `${attributes} 条记录`, en: attributes === 1 ? '1 record' : `${attributes} records` }],
    [indicators, { zh: `${indicators} 个数字`, en: indicators === 1 ? '1 figure' : `${indicators} figures` }],
  ];
  const held = page.flatMap(([count, words]) => (count > 0 ? [words] : []));
  const own =
    held.length === 0
      ? { zh: '', en: '' }
      : {
          zh: `它的页面上有 ${held.map(({ zh }) => zh).join('、')}，`,
          en: `its own page has ${held.map(({ en }) => en).join(' and ')}, and `,
        };
  return {
    zh: `图上没有${names.zh}的任何关系；${own.zh}别的记录里也可能写到它。`,
    en: `The graph has no relationship of ${names.en}; ${own.en}other records may write of it.`,
  };
}

/** One near miss as a sentence: what to lift, how far it then is, and what speaks against it. */
export function missWords({ filters, pastPlaces, hops, readings, isWeak, leastReal, names }: SaidMiss): Label {
  const lifted = filters.map((filter) => FILTER_WORDS[filter]);
  const but = [
    ...[(hops === 1 ? INTENDED_STEP : INTENDED_WORDS)[leastReal] ?? []].flat(),
    ...(isWeak ? [{ zh: '是弱联系', en: 'a weak tie' }] : []),
    ...(readings > 0 ? [{ zh: '名称待核', en: 'a name in doubt' }] : []),
  ];
  const [way, inEnglish] = [names.map(({ zh }) => zh).join(' → '), names.map(({ en }) => en).join(' → ')];
  const nearest = pastPlaces
    ? { zh: '不经过地区的最近一条', en: 'the nearest through no place' }
    : { zh: '最近的一条', en: 'the nearest' };
  const zh = [`${nearest.zh}有 ${hops} 步`, ...but.map((one) => one.zh)].join('，');
  const en = [`${nearest.en} has ${hopsInEnglish(hops)}`, ...but.map((one) => one.en)].join(', ');
  if (lifted.length === 0) return { zh: `${zh}：${way}。`, en: `${en.replace('the', 'The')}: ${inEnglish}.` };
  return {
    zh: `不限${lifted.map((one) => one.zh).join('、')}时，${zh}：${way}。`,
    en: `Without ${lifted.map((one) => one.en).join(', ')} ${en}: ${inEnglish}.`,
  };
}

function hopsInEnglish(hops: number): string {
  return hops === 1 ? '1 hop' : `${hops} hops`;
}
