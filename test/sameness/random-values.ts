import { ATTRIBUTES, type AttributeName } from '#graph-model/ontology/attributes.ts';
import { kindsOf, type Kind } from '#graph-model/ontology/kinds.ts';
import { QUALIFIERS, type Qualifier } from '#graph-model/ontology/qualifiers.ts';
import type { PartialDate } from '#graph-model/dates.ts';
import type { Draw } from './draw.ts';
import type { Thing } from './random-things.ts';

/** A word for each qualifier; one that names a thing is left to the teller. */
export function qualifierValue(name: Qualifier, draw: Draw): string | undefined {
  const { value } = QUALIFIERS[name];
  switch (value.type) {
    case 'record':
      return undefined;
    case 'word':
      return draw.pick(Object.keys(value.words));
    case 'year':
      return String(2019 + draw.below(6));
    case 'percent':
      return String(draw.pick([51, 67, 100]));
    case 'amount':
      return `${1 + draw.below(9)}亿元`;
    case 'order':
      return String(1 + draw.below(9));
    case 'text':
      return draw.pick(['主体', '骨干', '联合攻关', 'R&D <core>', '"引号" 与 \\ 反斜杠']);
  }
}

/** The kinds of thing that a record-valued qualifier may name. */
export function kindsNamedBy(name: Qualifier): readonly Kind[] {
  const { value } = QUALIFIERS[name];
  return value.type === 'record' ? kindsOf(value.kinds) : [];
}

export function attributeValue(name: AttributeName, draw: Draw): string {
  const { value } = ATTRIBUTES[name];
  switch (value.type) {
    case 'word':
      return draw.pick(Object.keys(value.words));
    case 'date':
      return aDate(draw);
    case 'amount':
      return `${1 + draw.below(99)}.5亿元`;
    case 'text':
      return draw.pick(['高新技术企业', '专精特新', '扩建二期', '9162"0A\\', '主营材料 & 器件']);
  }
}

/** Half of what an attribute of this sort may carry. */
export function attributeDetails(name: AttributeName, draw: Draw): Record<string, string> {
  const words: Readonly<Record<string, string>> = {
    type: 'short',
    lang: 'zh',
    date: aDate(draw),
    revoked: 'true',
    issuer: '云岭省工信厅',
    batch: `第${1 + draw.below(5)}批`,
    scheme: 'USCC',
  };
  const named = ATTRIBUTES[name].details.filter(() => draw.chance(0.5));
  return Object.fromEntries(named.map((detail) => [detail, words[detail] ?? '一']));
}

export function aDate(draw: Draw): PartialDate {
  const year = 2015 + draw.below(10);
  const month = String(1 + draw.below(12)).padStart(2, '0');
  return draw.pick([`${year}`, `${year}-${month}`, `${year}-${month}-15`]);
}

/** Things that many relationships lead to come first: the cube makes hubs. */
export function towardsHubs(things: readonly Thing[], draw: Draw): Thing {
  const share = draw.below(1_000_000) / 1_000_000;
  return things[Math.floor(things.length * share ** 3)] as Thing;
}
