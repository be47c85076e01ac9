import { entityId, nameId, runId } from '#graph-model/ids.ts';
import { identifyRecord } from '#graph-model/facts/record.ts';
import { identifySource } from '#graph-model/facts/source.ts';
import { foldName } from '#graph-model/names.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { Change } from '#graph-model/rows.ts';
import { seeded } from '#graph-model/seeded.ts';

/** Words that names of firms and institutes are made of, each drawn with a lean to the first, as in a region's register. */
const PLACES = [
  '甘肃',
  '兰州',
  '白银',
  '天水',
  '酒泉',
  '张掖',
  '武威',
  '金昌',
  '定西',
  '平凉',
  '庆阳',
  '陇南',
  '临夏',
  '甘南',
  '嘉峪关',
];
const MARKS = Array.from(
  '华信中天金盛宏达恒泰瑞丰源兴海龙新德利诚通顺昌隆祥安远东方正大光明永康佳友联创科博凯腾飞翔宇星辰陇原玉门祁连敦煌黄河雪莲绿洲蓝天白云红柳青松',
);
const TRADES = [
  '科技',
  '新材料科技',
  '建筑工程',
  '农业科技',
  '生物科技',
  '商贸',
  '机械制造',
  '新能源',
  '环保科技',
  '医药',
  '化工',
  '信息技术',
  '电力设备',
  '食品',
  '物流',
  '石化装备',
  '光伏材料',
  '仪器仪表',
  '航空部件',
  '同位素应用',
];
const FORMS = ['有限公司', '有限责任公司', '股份有限公司', '集团有限公司', '公司'];
const FIELDS = [
  '近代物理',
  '化学物理',
  '草地农业',
  '沙漠治理',
  '冻土工程',
  '中兽医',
  '自动化',
  '镍钴',
  '建筑材料',
  '水利水电',
];

export type NamedThing = { readonly id: string; readonly kind: Kind; readonly name: string };
export type NameWorld = { readonly changes: readonly Change[]; readonly things: readonly NamedThing[] };

/** So many entities, each with one name of its own: nineteen in twenty firms, the rest institutes. */
export function nameWorld(entities: number, seed: number): NameWorld {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[], lean = 1): T => list[Math.floor(random() ** lean * list.length)] as T;
  const source = identifySource({
    key: 'register',
    title: '名录',
    class: 'register',
    date: '2025',
    visibility: 'public',
  });
  const changes: Change[] = [{ table: 'source', open: { ...source, listedBy: ['data/bench'] } }];
  const things: NamedThing[] = [];
  const names = new Set<string>();
  while (names.size < entities) {
    const isFirm = random() < 0.95;
    const marks = Array.from({ length: random() < 0.7 ? 2 : 3 }, () => pick(MARKS)).join('');
    const name = isFirm
      ? `${pick(PLACES, 2)}${marks}${pick(TRADES, 2)}${pick(FORMS, 2)}`
      : `${pick(PLACES, 2)}${marks}${pick(FIELDS)}研究所`;
    if (names.has(name)) continue;
    names.add(name);
    const kind = isFirm ? 'Company' : 'Institute';
    const record = identifyRecord({ source: source.id, kind, key: name, name });
    const id = entityId(record.id);
    const folded = foldName(name);
    things.push({ id, kind, name });
    changes.push(
      { table: 'record', open: { ...record, entity: id, block: `${kind} ${folded}`, mentions: 1 } },
      { table: 'entity', open: { id, kind, name } },
      { table: 'name', open: { id: nameId(id, name), entity: id, value: name, folded, type: 'legal', lang: 'zh' } },
    );
  }
  return { changes, things };
}

/**
 * A list as an office has it, in equal shares: names as they are, with another legal form, without the place, shortened
 * as people do, with one character another, and of firms that nobody knows.
 */
export function officeList(things: readonly NamedThing[], count: number, seed: number): readonly string[] {
  const random = seeded(seed);
  const ways: readonly ((name: string) => string)[] = [
    (name) => name,
    (name) => name.replace(/(有限|股份|集团|责任)*公司$/, '集团股份有限公司'),
    (name) => name.replace(/^(嘉峪关|..)/, ''),
    (name) =>
      name
        .replace('研究所', '所')
        .replace(/(科技|工程|技术|制造|应用|设备|材料)?((有限|股份|集团|责任)*公司)$/, '公司'),
    (name) => name.slice(0, 3) + '某' + name.slice(4),
    (name) => name.replace(/^(嘉峪关|..)../, '上海某某'),
  ];
  return Array.from({ length: count }, (_, at) => {
    const { name } = things[Math.floor(random() * things.length)] as NamedThing;
    return (ways[at % ways.length] as (name: string) => string)(name);
  });
}
export const RUN = { id: runId({ title: 'names' }), owner: 'data/bench', title: 'names', asOf: '2025' };
