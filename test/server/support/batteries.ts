import { folderOf } from '#test/support/folder.ts';

/** By which a register of firms and products covers the segment 电解液 in the province. */
export const REGISTER = '    coverage:\n      - { segment: 电解液, place: 陇省, date: 2025, extent: register }\n';

const SPEC = (coverage: string) => `id: batteries
title: { zh: 电池, en: batteries }
asOf: 2025-06
sources:
  - { id: news, title: 陇报, class: official_news, publisher: 陇社, date: 2025-02 }
  - { id: wish, title: 陇省提案, class: proposal, publisher: 陇省政协, date: 2023 }
  - id: reg
    title: 电解液企业与产品名录
    class: register
    publisher: 行业协会
    date: 2025
${coverage}  - { id: ledger, title: 白市招商台账, class: project_note, publisher: 白市招商局, date: 2025-05, visibility: internal }
tables:
  - file: things.csv
    source: news
    passage: { is: "¶1" }
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
  - file: ties.csv
    source: { column: source }
    passage: { column: passage }
    confidence: { is: "0.9" }
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states:
      - relationship: { column: type }
        from: from
        to: to
        modality: { column: modality }
        qualifiers: { stage: { column: stage }, engagement: { column: engagement }, topic: { column: topic } }
`;

const THINGS = `Place,陇省
Place,白市
Place,金市
Place,沪市
Park,白高新区
Chain,电池
Segment,电解液
Segment,隔膜
Segment,正极
Segment,电芯
Product,甲电解液
Product,乙电解液
Product,丙电解液
Product,丁电解液
Product,甲隔膜
Product,甲正极
Product,甲电芯
Company,白液有限公司
Company,白正有限公司
Company,白芯有限公司
Company,宁时有限公司
Company,沪液有限公司
Company,沪膜有限公司
Company,沪光有限公司
Company,金液有限公司
Company,远液有限公司
Consortium,陇省电解液创新联合体
Institute,陇省化学研究所
University,陇省大学
University,金市大学`;

const TIES = `PART_OF,白市,陇省
PART_OF,金市,陇省
LOCATED_IN,白高新区,白市
SEGMENT_OF,电解液,电池
SEGMENT_OF,隔膜,电池
SEGMENT_OF,正极,电池
SEGMENT_OF,电芯,电池
FEEDS,电解液,电芯
FEEDS,隔膜,电芯
FEEDS,正极,电芯
IN_SEGMENT,甲电解液,电解液
IN_SEGMENT,乙电解液,电解液
IN_SEGMENT,丙电解液,电解液
IN_SEGMENT,丁电解液,电解液
IN_SEGMENT,甲隔膜,隔膜
IN_SEGMENT,甲正极,正极
IN_SEGMENT,甲电芯,电芯
LOCATED_IN,白液有限公司,白市
PRODUCES,白液有限公司,甲电解液
LOCATED_IN,白芯有限公司,白高新区
PRODUCES,白芯有限公司,甲电芯
LOCATED_IN,白正有限公司,白市
PRODUCES,白正有限公司,甲正极,planned
TARGETS,陇省,宁时有限公司,proposed,wish,¶7
ACTIVE_IN,金市,电池,proposed,wish,¶7
LOCATED_IN,沪液有限公司,沪市
PRODUCES,沪液有限公司,甲电解液,operating,reg,¶3,mass
PRODUCES,沪液有限公司,甲电解液,building,news,¶4
COLLABORATES_WITH,沪液有限公司,白高新区,operating,news,¶4
LOCATED_IN,沪膜有限公司,沪市
PRODUCES,沪膜有限公司,甲隔膜
COLLABORATES_WITH,沪膜有限公司,白市
LOCATED_IN,沪光有限公司,沪市
COLLABORATES_WITH,沪光有限公司,白市
LOCATED_IN,金液有限公司,金市
PRODUCES,金液有限公司,乙电解液,operating,reg,¶4
LOCATED_IN,远液有限公司,沪市
PRODUCES,远液有限公司,乙电解液,operating,reg,¶5,registered
LEADS,白液有限公司,陇省电解液创新联合体
MEMBER_OF,远液有限公司,陇省电解液创新联合体
MEMBER_OF,陇省大学,陇省电解液创新联合体
LOCATED_IN,陇省化学研究所,金市
DEVELOPS,陇省化学研究所,丙电解液,operating,wish,¶8,research
DEVELOPS,陇省化学研究所,甲隔膜,operating,wish,¶8
LOCATED_IN,陇省大学,金市
DEVELOPS,金市大学,丁电解液,planned,wish,¶8`;

/** In contact with 沪液有限公司, by the office's own ledger. */
export const SIGNED = 'ENGAGED_WITH,白市,沪液有限公司,operating,ledger,¶1,,signed';
export const TALKING = 'ENGAGED_WITH,白市,沪液有限公司,operating,ledger,¶1,,talking';

/**
 * A chain of four segments, asked about in 白市 of 陇省, as a folder.
 * @param more further lines of ties.csv: `TYPE,from,to,modality,source,passage,stage,engagement,topic`, what follows may be left out
 * @param things further lines of things.csv: `Kind,name`
 */
export function batteries(
  coverage: string,
  more: readonly string[] = [],
  order = (lines: string[]) => lines,
  things: readonly string[] = [],
): string {
  const line = (text: string) => {
    const [type, from, to, modality = 'operating', source = 'news', passage = '¶2', ...rest] = text.split(',');
    const [stage = '', engagement = '', topic = ''] = rest;
    return [type, from, to, modality, source, passage, stage, engagement, topic].join(',');
  };
  const ties = order([...TIES.split('\n'), ...more].map(line));
  return folderOf({
    'dataset.yml': SPEC(coverage),
    'things.csv': ['kind,name', ...order([...THINGS.split('\n'), ...things])].join('\n') + '\n',
    'ties.csv': ['type,from,to,modality,source,passage,stage,engagement,topic', ...ties].join('\n') + '\n',
  });
}
