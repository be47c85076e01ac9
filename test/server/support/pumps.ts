import { folderOf } from '#test/support/folder.ts';

/** The lines of `dataset.yml` by which the register covers the chain in 甲市. */
export const REGISTER = '    coverage:\n      - { chain: 泵业, place: 甲市, date: 2025, extent: register }\n';

const SPEC = (coverage: string) => `id: pumps
title: { zh: 泵业, en: pumps }
asOf: 2025-06
sources:
  - { id: news, title: 甲报, class: official_news, publisher: 甲社, date: 2025-02 }
  - { id: more, title: 乙报, class: official_news, publisher: 乙社, date: 2025-03 }
  - id: reg
    title: 甲市泵业企业名录
    class: register
    publisher: 甲市工信局
    date: 2025
${coverage}  - { id: wish, title: 甲市提案, class: proposal, publisher: 甲市政协, date: 2025-01 }
tables:
  - file: things.csv
    source: news
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states:
      - { attribute: name, of: thing, value: { column: name } }
      - { attribute: recognition, of: thing, value: { column: honour }, when: { column: honour, filled: true } }
  - file: ties.csv
    source: { column: source }
    confidence: { is: "0.9" }
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states:
      - relationship: { column: type }
        from: from
        to: to
        modality: { column: modality }
        validFrom: { column: start }
        qualifiers: { position: { column: position }, order: { column: order }, flow: { column: flow }, verdict: { column: verdict } }
`;

/** Of ties.csv. */
const TIE_COLUMNS = 10;

const SEGMENTS = ['原料', '泵体', '整机', '应用', '运维'];
const POSITIONS = ['upstream', 'midstream', 'midstream', 'downstream', 'service'];
/** How many firms operate in each segment, in 甲市 and 乙市. */
const FIRMS = [
  [1, 1],
  [2, 0],
  [5, 0],
  [0, 0],
  [3, 2],
] as const;

/**
 * A chain of five segments in two cities of a province, as a folder.
 * @param more further lines of things.csv (`Kind,name,honour`) or ties.csv (`TYPE,from,to,modality,position,order,flow,source,verdict,start`, what follows may be left out)
 * @param without beginnings of lines that are left out
 */
export function pumps(coverage: string, more: readonly string[] = [], without: readonly string[] = []): string {
  const things = [
    'kind,name,honour',
    'Place,丙省,',
    'Place,甲市,',
    'Place,乙市,',
    'Chain,泵业,',
    'Laboratory,泵业重点实验室,',
    ...SEGMENTS.map((name) => `Segment,${name},`),
  ];
  const ties = ['type,from,to,modality,position,order,flow,source,verdict,start'];
  const say = (type: string, from: string, to: string, modality = 'operating', source = 'news', rest = ',,') =>
    ties.push([type, from, to, modality, rest, source, '', ''].join(','));
  say('PART_OF', '甲市', '丙省');
  say('PART_OF', '乙市', '丙省');
  say('LOCATED_IN', '泵业重点实验室', '甲市');
  say('SUPPORTS', '泵业重点实验室', '整机');
  say('FEEDS', '原料', '整机', 'operating', 'news', ',,材料');
  SEGMENTS.forEach((segment, i) => {
    say('SEGMENT_OF', segment, '泵业', 'operating', 'news', `${POSITIONS[i]},${i + 1},`);
    for (const [at, city] of ['甲市', '乙市'].entries()) {
      for (let n = 1; n <= (FIRMS[i]?.[at] ?? 0); n++) {
        const firm = `${city}${segment}第${n}有限公司`;
        things.push(`Company,${firm},${segment === '整机' && n === 1 ? '专精特新企业' : ''}`);
        say('LOCATED_IN', firm, city);
        say('ACTIVE_IN', firm, segment, 'operating', n % 2 === 1 ? 'news' : 'more');
      }
    }
  });
  say('ACTIVE_IN', '甲市', '应用', 'planned');
  say('ACTIVE_IN', '乙市', '应用', 'proposed');
  for (const line of more) {
    if (/^(Company|Segment|Place|Park|Agency|Chain|Product),/.test(line)) things.push(line);
    else ties.push([...line.split(','), '', ''].slice(0, TIE_COLUMNS).join(','));
  }
  const kept = (lines: readonly string[]) => lines.filter((line) => !without.some((start) => line.startsWith(start)));
  return folderOf({
    'dataset.yml': SPEC(coverage),
    'things.csv': kept(things).join('\n') + '\n',
    'ties.csv': kept(ties).join('\n') + '\n',
  });
}
