import type { Label } from '#graph-model/ontology/label.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';

/** How far what is written of a body meets what is asked for, the closest first. No likeness of words counts. */
export const FITS = {
  product: { zh: '写明产品属于这个环节', en: 'a named product belongs there' },
  segment: { zh: '写明从事这个环节', en: 'said to be active in it' },
  wider: { zh: '只写到更大的环节', en: 'only a wider segment is written' },
  chain: { zh: '只写到产业链', en: 'only the chain is written' },
  paragraph: {
    zh: '没有写它做，只是同一段提到这条链',
    en: 'nothing is said of it: the same passage speaks of the chain',
  },
  other: { zh: '写的是这条链的别的环节', en: 'said to do another segment of the chain' },
} as const satisfies Record<string, Label>;
export type Fit = keyof typeof FITS;

/**
 * What the sources of a row leave open, in the order in which a visitor would ask. A closed set; each a sentence that
 * can be said to the body itself.
 */
export const SILENCES = {
  name_in_doubt: {
    zh: '名称待核：没有核实同别的名称是不是一家',
    en: 'name to be checked: whether it and another name are one body is not settled',
  },
  chain_by_passage: {
    zh: '没有写它做这条链，只是同一段提到这条链',
    en: 'it is not said to be of this chain: the same passage speaks of the chain',
  },
  segment_not_written: { zh: '没有写它做哪个环节', en: 'it is not said which segment it does' },
  other_segment: {
    zh: '没有写它做这个环节，写的是同一条链的别的环节',
    en: 'it is not said to do this segment but another one of the chain',
  },
  product_not_written: { zh: '没有写它的产品', en: 'no product of it is written' },
  stage_not_written: { zh: '没有写做到哪一步', en: 'it is not said how far this has come' },
  production_not_written: { zh: '没有写它已经投产', en: 'it is not said to be in production' },
  place_not_written: { zh: '没有写它在哪里', en: 'it is not said where it is' },
  wider_place: { zh: '没有写到这里，只写到更大的地区', en: 'this place is not named, only a wider area' },
  only_proposal: { zh: '除了建言，没有别的资料写到', en: 'no source but a proposal tells of it' },
  own_word: { zh: '除了企业自己，没有别人写到', en: 'nobody but the firm itself tells of it' },
  disputed: { zh: '各份资料说法不一', en: 'sources differ' },
} as const satisfies Record<string, Label>;
export type Silence = keyof typeof SILENCES;
const SILENCE_ORDER = Object.keys(SILENCES) as readonly Silence[];

/**
 * What ties a body to the region or the body asked about. An affiliation, of a parent and what belongs to it, is a tie:
 * the one can introduce the other. It is none of the dealings: neither has done anything with the other for it.
 */
export const TIES = {
  here: { zh: '就在本地', en: 'it is here' },
  meant: { zh: '规划或建议来本地', en: 'planned or proposed to come here' },
  direct: { zh: '直接往来', en: 'dealings of its own' },
  affiliation: { zh: '隶属关系', en: 'affiliation' },
  project: { zh: '同一项目', en: 'the same project' },
  consortium: { zh: '同一创新联合体', en: 'the same consortium' },
  facility: { zh: '设施在本地', en: 'a facility here' },
} as const satisfies Record<string, Label>;
export type TieKind = keyof typeof TIES;

/** What is only planned or proposed took place with nobody: it is never called dealings. */
const INTENDED = {
  direct: { zh: '合作', en: 'cooperation' },
  affiliation: { zh: '隶属关系', en: 'affiliation' },
  project: { zh: '项目', en: 'project' },
  consortium: { zh: '创新联合体', en: 'consortium' },
  facility: { zh: '设施', en: 'facility' },
} as const;

/** How a tie is called, by how real it is. */
export function tieLabel(kind: TieKind, modality: Modality): Label {
  if (modality === 'operating' || modality === 'building' || kind === 'here') return TIES[kind];
  const planned = modality === 'planned';
  if (kind === 'meant') {
    return planned
      ? { zh: '规划来本地', en: 'planned to come here' }
      : { zh: '建议来本地', en: 'proposed to come here' };
  }
  const { zh, en } = INTENDED[kind];
  return planned ? { zh: `规划中的${zh}`, en: `a planned ${en}` } : { zh: `建议的${zh}`, en: `a proposed ${en}` };
}

/** Why somebody who might be looked for is in none of the lists. */
export const LEFT_OUT = {
  present: { zh: '本地已见在产，不算引进对象', en: 'already seen to operate here' },
  signed: { zh: '台账里已签约或落地', en: 'signed or landed in the ledger' },
  other_chain: {
    zh: '同本地有往来，没有写它做这条链',
    en: 'in dealings with the region, not said to be of this chain',
  },
  other_segment: { zh: '成果属于这条链的别的环节', en: 'results of other segments of the chain' },
  in_ledger: {
    zh: '台账里有，资料没有写到它在这里或有别的往来',
    en: 'in the ledger; no source says that it is here or of another tie',
  },
  no_tie: {
    zh: '写它在别处，没有写它同本地有往来',
    en: 'said to be elsewhere, and not to have dealings with the region',
  },
  wider_place: {
    zh: '只写它在更大的地区：没有写它在这里或同这里有往来，也没有资料点名要引进它',
    en: 'said to be in a wider area only: neither here nor in dealings with the region, and wanted by no source',
  },
  place_unknown: {
    zh: '没有写它在哪里，也没有写它同本地有往来',
    en: 'neither where it is nor dealings with the region are written',
  },
  no_result_yet: { zh: '只是计划研发，还没有成果', en: 'research that is only planned: no result yet' },
} as const satisfies Record<string, Label>;
export type LeftOutReason = keyof typeof LEFT_OUT;

export function inSilenceOrder(silences: Iterable<Silence>): readonly Silence[] {
  const said = new Set(silences);
  return SILENCE_ORDER.filter((one) => said.has(one));
}
