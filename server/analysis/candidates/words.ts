import type { Label } from '#graph-model/ontology/label.ts';

/** How far what is written of a body meets what is asked for, the closest first. No likeness of words counts. */
export const FITS = {
  product: { zh: '写明产品属于这个环节', en: 'a named product belongs there' },
  segment: { zh: '写明从事这个环节', en: 'said to be active in it' },
  wider: { zh: '只写到更大的环节', en: 'only a wider segment is written' },
  chain: { zh: '只写到产业链', en: 'only the chain is written' },
  paragraph: { zh: '同一段写到这条链', en: 'the same passage speaks of the chain' },
  other: { zh: '写的是这条链的别的环节', en: 'another segment of the chain is written' },
} as const satisfies Record<string, Label>;
export type Fit = keyof typeof FITS;

/** What the sources of a row leave open, in the order in which a visitor would ask. A closed set. */
export const SILENCES = {
  name_in_doubt: { zh: '名称待核，可能指别的机构', en: 'the name is in doubt and may mean another' },
  chain_by_passage: {
    zh: '没有写它做这条链，只在同一段提到',
    en: 'not said of it: the same passage speaks of the chain',
  },
  segment_not_written: { zh: '没有写到环节', en: 'no segment is written' },
  other_segment: { zh: '写的是别的环节，不算契合', en: 'another segment is written: no fit' },
  product_not_written: { zh: '没有写产品', en: 'no product is written' },
  stage_not_written: { zh: '没有写做到哪一步', en: 'how far it is is not written' },
  production_not_written: { zh: '没有写投产', en: 'production is not written' },
  place_not_written: { zh: '没有写它在哪里', en: 'where it is based is not written' },
  wider_place: { zh: '只写到更大的地区', en: 'only a wider area is written' },
  only_proposal: { zh: '只有建言提到', en: 'only a proposal tells of it' },
  own_word: { zh: '只有企业自己的说法', en: 'only the firm’s own word' },
  disputed: { zh: '说法不一', en: 'sources differ' },
} as const satisfies Record<string, Label>;
export type Silence = keyof typeof SILENCES;
const SILENCE_ORDER = Object.keys(SILENCES) as readonly Silence[];

/** What ties a body to the region or the body asked about. */
export const TIES = {
  here: { zh: '就在本地', en: 'it is here' },
  meant: { zh: '规划或建议来本地', en: 'planned or proposed to come here' },
  direct: { zh: '直接往来', en: 'a tie of its own' },
  project: { zh: '同一项目', en: 'the same project' },
  consortium: { zh: '同一创新联合体', en: 'the same consortium' },
  facility: { zh: '设施在本地', en: 'a facility here' },
} as const satisfies Record<string, Label>;
export type TieKind = keyof typeof TIES;

/** Why somebody who might be looked for is in none of the lists. */
export const LEFT_OUT = {
  present: { zh: '本地已见在产，不算引进对象', en: 'already seen to operate here' },
  signed: { zh: '台账里已签约或落地', en: 'signed or landed in the ledger' },
  other_chain: { zh: '与本地有往来，没有写到这条链', en: 'tied to the region, nothing of this chain is written' },
  other_segment: { zh: '成果属于这条链的别的环节', en: 'results of other segments of the chain' },
  in_ledger: {
    zh: '台账里有，资料没有写到它在这里或有别的往来',
    en: 'in the ledger; no source says that it is here or of another tie',
  },
  no_tie: { zh: '在别处从事，没有写到同本地的往来', en: 'active elsewhere, no tie to the region is written' },
  place_unknown: { zh: '没有写到这里，也没有写到往来', en: 'neither that it is here nor a tie is written' },
  no_result_yet: { zh: '只是计划研发，还没有成果', en: 'research that is only planned: no result yet' },
} as const satisfies Record<string, Label>;
export type LeftOutReason = keyof typeof LEFT_OUT;

export function inSilenceOrder(silences: Iterable<Silence>): readonly Silence[] {
  const said = new Set(silences);
  return SILENCE_ORDER.filter((one) => said.has(one));
}
