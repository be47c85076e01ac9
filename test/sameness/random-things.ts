import { KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import { MOST_CANDIDATES } from '#graph-model/store/port.ts';
import type { Draw } from './draw.ts';

export type Thing = { readonly kind: Kind; readonly name: string };

/** How many of a thousand things are of each kind. */
const SHARES: Readonly<Record<Kind, number>> = {
  Company: 600,
  University: 15,
  Institute: 40,
  Hospital: 15,
  Laboratory: 40,
  Consortium: 20,
  Agency: 15,
  Fund: 10,
  Association: 15,
  Park: 20,
  Place: 20,
  Facility: 20,
  Product: 100,
  Chain: 5,
  Segment: 25,
  Project: 30,
  Policy: 10,
};

/** However small the world, a few of each kind. */
const LEAST = 12;

const TOWNS = [...'云岭河源石泉松江临海'].map((c, i, all) => `${c}${all[(i + 3) % all.length]}`);
const FIRST = [...'青白赤玄朱翠金银铜铁星辰日月风雷山川湖海松柏梅兰'];
const SECOND = [...'石岩峰谷溪泉林原野洲湾港桥塔城门台阁亭轩堂苑池井'];
const TRADES = ['光电', '激光', '钛材', '电池', '泵业', '阀门', '医药', '种业', '软件', '装备', '材料', '检测'];

const ENDS: Readonly<Record<Kind, string>> = {
  Company: '有限公司',
  University: '大学',
  Institute: '研究院',
  Hospital: '医院',
  Laboratory: '重点实验室',
  Consortium: '创新联合体',
  Agency: '管理局',
  Fund: '引导基金',
  Association: '行业协会',
  Park: '高新区',
  Place: '县',
  Facility: '中试平台',
  Product: '组件',
  Chain: '产业链',
  Segment: '环节',
  Project: '产业化项目',
  Policy: '若干措施',
};

/** One character stands in exactly as many names as search looks at, the other in one more. */
const AT_THE_CAP = [
  { mark: '隆', names: MOST_CANDIDATES },
  { mark: '鑫', names: MOST_CANDIDATES + 1 },
] as const;

/** Made-up things with names unlike each other, by kind in the order of the ontology. */
export function randomThings(count: number, draw: Draw): readonly Thing[] {
  const names = newNames(draw);
  return KIND_NAMES.flatMap((kind) => {
    const many = Math.max(LEAST, Math.round((count * SHARES[kind]) / 1_000));
    return Array.from({ length: many }, (_, i) => names(kind, i));
  });
}

/** Names that were never given before. `at`: the how many-th of its kind it is, from 0. */
export function newNames(draw: Draw): (kind: Kind, at?: number) => Thing {
  const given = new Set<string>();
  return (kind, at) => {
    const marks = at === undefined || kind !== 'Company' ? [] : AT_THE_CAP.filter(({ names }) => at < names);
    for (;;) {
      const brand = draw.pick(FIRST) + draw.pick(SECOND);
      const name = `${draw.pick(TOWNS)}${brand}${draw.pick(TRADES)}${marks.map(({ mark }) => mark).join('')}${ENDS[kind]}`;
      if (given.has(name)) continue;
      given.add(name);
      return { kind, name };
    }
  };
}

/** The same name as another source prints it: folded they are equal. A marked one is printed alike, or it would count twice. */
export function printedOtherwise({ name }: Thing, draw: Draw): string {
  if (AT_THE_CAP.some(({ mark }) => name.includes(mark))) return name;
  const forms = [
    name,
    name.replace('电', '電').replace('业', '業').replace('医', '醫').replace('检', '檢').replace('软', '軟'),
    `${name.slice(0, 2)}·${name.slice(2)}`,
    ` ${name}`.replace('有限公司', '（有限）公司'),
  ];
  return draw.pick(forms);
}

/** What else a thing is called: short, former, in English, or with whatever breaks a careless query. */
export function furtherName(thing: Thing, at: number, draw: Draw): { readonly value: string; readonly type: string } {
  const brand = thing.name.slice(2, 4);
  const forms = [
    { value: `${brand}${thing.name.slice(4, 6)}${at % 7}号`, type: 'short' },
    { value: `原${thing.name.slice(0, 6)}厂`, type: 'former' },
    { value: `Yunling ${thing.kind} No. ${at} Co., Ltd.`, type: 'english' },
    { value: brand, type: 'weak' },
    { value: `${brand} "A" OR 'B' AND *%_~?+-=(${at})\\ {x} [y] ^2 && || !`, type: 'short' },
    { value: `Ｔｉ－${at}${brand}𠮷`, type: 'short' },
  ];
  return draw.pick(forms);
}
