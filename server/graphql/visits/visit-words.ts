import type { Label } from '#graph-model/ontology/label.ts';
import type { Measured } from '#server/analysis/candidates/measure/measure.ts';
import { MEASURES, PLAIN_LABELS, UNMEASURED } from '#server/analysis/candidates/measure/words.ts';

/** What the rankings are called that name somebody beside the lists. */
export const RANKINGS = {
  partners: { zh: '合作对象排序', en: 'Ranking of partners' },
  nearby: { zh: '相近环节排序', en: 'Ranking by nearness' },
  ranked: { zh: '候选排序', en: 'Ranking' },
} as const satisfies Record<string, Label>;

/** Of whom nothing but a ranking speaks. */
export const WORKED_OUT: Label = { zh: '推算，资料没有写', en: 'worked out, not written' };

/** The sentences of a visiting list, in both languages. */
export const VISIT_WORDS = {
  ofRegion: (what: Label, where: Label): Label => ({
    zh: `${what.zh}，${where.zh}：可以和谁谈`,
    en: `${what.en} in ${where.en}: whom to talk to`,
  }),
  ofBody: (body: Label): Label => ({ zh: `${body.zh}：可以和谁合作`, en: `${body.en}: with whom it could work` }),
  coverage: (sources: number, newest: string | undefined, relations: number): Label => ({
    zh: `${sources} 份资料${newest === undefined ? '' : `，最新 ${newest}`}，${relations} 条关系`,
    en: `${sources} sources${newest === undefined ? '' : `, the newest of ${newest}`}, ${relations} relationships`,
  }),
  onlyWritten: {
    zh: '只写资料说到的：没有写到的是不知道，不是没有',
    en: 'Only what sources say: what is not written is unknown, not absent',
  },
  silences: (said: readonly Label[]): Label => ({
    zh: `没有说的：${said.map(({ zh }) => zh).join('；')}`,
    en: `Not said: ${said.map(({ en }) => en).join('; ')}`,
  }),
  alongside: ({ zh, en }: Label): Label => ({ zh: `同一段：${zh}`, en: `In the same passage: ${en}` }),
  signal: (nature: Label, type: Label, of: Label, date: string): Label => ({
    zh: `${nature.zh}，${type.zh}：${of.zh}（${date}）`,
    en: `${nature.en}, ${type.en}: ${of.en} (${date})`,
  }),
  nature: (nature: Label, classes: readonly Label[]): Label => ({
    zh: `${nature.zh}（${classes.map(({ zh }) => zh).join('、')}）`,
    en: `${nature.en} (${classes.map(({ en }) => en).join(', ')})`,
  }),
  noted: (said: Label, notes: readonly string[]): Label => ({
    zh: notes.length === 0 ? said.zh : `${said.zh}（备注：${notes.join('；')}）`,
    en: notes.length === 0 ? said.en : `${said.en} (Note: ${notes.join('; ')})`,
  }),
  official: ({ zh, en }: Label): Label => ({
    zh: `点到政府部门：${zh}`,
    en: `Names a government body: ${en}`,
  }),
  knownCut: (count: number): Label => ({ zh: `另有 ${count} 条没有列出`, en: `${count} more not listed` }),
  knownBeside: {
    zh: '资料里点到政府部门，见“已知认定、事件”',
    en: 'sources name a government body: see “Known events”',
  },
  intended: ({ zh, en }: Label): Label => ({
    zh: `${zh}（还没有发生，不算引荐）`,
    en: `${en} (has not taken place: no introduction)`,
  }),
  through: ({ zh, en }: Label, what: Label | undefined, others: readonly Label[]): Label => ({
    zh: `${zh}${what === undefined ? '' : `（${what.zh}）`}${others.length === 0 ? '' : `：${others.map((one) => one.zh).join('、')}`}`,
    en: `${en}${what === undefined ? '' : ` (${what.en})`}${others.length === 0 ? '' : `: ${others.map((one) => one.en).join(', ')}`}`,
  }),
  cited: (columns: readonly Label[], citation: string): Label => ({
    zh: `${columns.map(({ zh }) => zh).join('、')}：${citation}`,
    en: `${columns.map(({ en }) => en).join(', ')}: ${citation}`,
  }),
  weak: ({ zh, en }: Label): Label => ({ zh: `只是共有：${zh}`, en: `merely shared: ${en}` }),
  notInLedger: { zh: '台账里没有', en: 'not in the ledger' },
  contact: (label: Label, by: Label, from: string | undefined): Label => ({
    zh: [from ?? '日期没有写', label.zh, by.zh].join('，'),
    en: [from ?? 'no date', label.en, by.en].join(', '),
  }),
  mayBe: (name: Label, said: Label): Label => ({
    zh: `或指“${name.zh}”：${said.zh}`,
    en: `may be “${name.en}”: ${said.en}`,
  }),
  partner: (body: Label, score: number): Label => ({
    zh: `推算，不是资料说的：按以往联合体和项目的组成，同${body.zh}一起参加的可能是一般单位的 ${decimal(score)} 倍${score < CHANCE ? '，不比随便一个高' : ''}`,
    en: `Worked out, not said by any source: by how past consortia and projects were made up, ${decimal(score)} times as likely as an average body to take part with ${body.en}${score < CHANCE ? ', no likelier than any body' : ''}`,
  }),
  term: (reason: Label, value: number, rests: readonly Label[]): Label => ({
    zh: `${reason.zh}${rests.length > 0 ? `：${rests.map(({ zh }) => zh).join('、')}` : ''}（${decimal(value)}）`,
    en: `${reason.en}${rests.length > 0 ? `: ${rests.map(({ en }) => en).join(', ')}` : ''} (${decimal(value)})`,
  }),
  newcomer: (value: number): Label => ({
    zh: `没有见到它参加的联合体或项目，按新来的算（${decimal(value)}）`,
    en: `No consortium or project of it is seen: counted as a newcomer (${decimal(value)})`,
  }),
  byChance: ({ zh, en }: Label, value: number): Label => ({
    zh: `没有写：${zh}，按一般单位算（${decimal(value)}）`,
    en: `Not written: ${en}, counted as of an average body (${decimal(value)})`,
  }),
  weighed: (count: number): Label => ({
    zh: `合作对象排序算过 ${count} 家，这里只有选中的`,
    en: `${count} bodies were weighed as partners; only the chosen stand here`,
  }),
  unlisted: ({ zh, en }: Label, count: number): Label => ({
    zh: `${zh}，算过而没有列为合作对象：${count} 家`,
    en: `${en}; weighed and not listed as partners: ${count}`,
  }),
  near: (segment: Label, score: number): Label => ({
    zh: `推算，不是资料说的：没有写到它做${segment.zh}，按它做的环节同这个环节的远近排，相近程度 ${decimal(score)}（没有满分）`,
    en: `Worked out, not said by any source: nothing is written of it in ${segment.en}; ranked by how near what it does is: ${decimal(score)}, of no fixed whole`,
  }),
  nearSegment: ({ zh, en }: Label): Label => ({ zh: `相近：${zh}`, en: `near: ${en}` }),
  ranked: (count: number): Label => ({
    zh: `相近环节排序列出 ${count} 家，这里只有选中的`,
    en: `${count} firms are ranked by nearness; only the chosen stand here`,
  }),
  partners: { zh: '合作对象排序', en: 'the ranking of partners' },
  nearby: { zh: '相近环节排序', en: 'the ranking by nearness' },
  unmeasuredLists: {
    zh: `名单和候选排序的${MEASURES.not_measured.zh}`,
    en: `Lists and ranking of candidates: ${MEASURES.not_measured.en}`,
  },
  rate: (ranking: Label, measured: Measured): Label => {
    if (measured.measure !== 'measured') {
      const why = UNMEASURED[measured.reason];
      return {
        zh: `${ranking.zh}的${MEASURES.not_measured.zh}：${why.zh}`,
        en: `Of ${ranking.en} ${MEASURES.not_measured.en}: ${why.en}`,
      };
    }
    const { hit, plain } = measured;
    return {
      zh: `${ranking.zh}的命中率：先隐去一部分已知的再找，前十名里找回 ${percent(hit.value)}（${percent(hit.low)}–${percent(hit.high)}），${PLAIN_LABELS[plain.index].zh}是 ${percent(plain.hit.value)}`,
      en: `Hit rate of ${ranking.en}: of what is known and was hidden, ${percent(hit.value)} (${percent(hit.low)}–${percent(hit.high)}) is among the first ten; ${PLAIN_LABELS[plain.index].en} ${percent(plain.hit.value)}`,
    };
  },
  inDoubt: ({ zh, en }: Label): Label => ({ zh: `${zh}（名称待核）`, en: `${en} (name in doubt)` }),
  notChosen: (count: number): Label => ({
    zh: `另有 ${count} 家候选没有选进这份清单`,
    en: `${count} more candidates were not chosen for this list`,
  }),
  leftOut: (reason: Label, count: number, names: readonly Label[]): Label => {
    const more = count - names.length;
    return {
      zh: `${reason.zh}：${count} 家（${names.map(({ zh }) => zh).join('、')}${more > 0 ? `，另有 ${more} 家` : ''}）`,
      en: `${reason.en}: ${count} (${names.map(({ en }) => en).join(', ')}${more > 0 ? `, and ${more} more` : ''})`,
    };
  },
} as const;

/** Thousandths: as likely as an average body. */
const CHANCE = 1000;

/** Thousandths: `635` → `0.635`. */
function decimal(thousandths: number): string {
  return (thousandths / 1000).toFixed(3);
}

/** Thousandths: `727` → `72.7 %`. */
function percent(thousandths: number): string {
  return `${(thousandths / 10).toFixed(1)} %`;
}
