import type { Label } from '#graph-model/ontology/label.ts';
import type { VisitList, VisitRow } from './visit-row.ts';

/** The columns in order; `width` in characters. What is `blank` is filled in by hand. */
export const VISIT_COLUMNS = {
  firm: { zh: '企业', en: 'Firm', width: 28 },
  lists: { zh: '名单', en: 'List', width: 14 },
  nature: { zh: '现有、规划或建议', en: 'How real', width: 20 },
  seat: { zh: '总部或所在地', en: 'Head office or place', width: 14 },
  products: { zh: '产品', en: 'Products', width: 20 },
  segments: { zh: '对应环节', en: 'Segments', width: 18 },
  reasons: { zh: '理由', en: 'Reasons', width: 44 },
  signals: { zh: '信号（日期）', en: 'Signals (date)', width: 30 },
  introduction: { zh: '引荐渠道', en: 'Introduction', width: 26 },
  contact: { zh: '接触状态', en: 'Contact', width: 24 },
  known: { zh: '已知认定、事件', en: 'Known events', width: 32 },
  parks: { zh: '承接园区', en: 'Park', width: 20 },
  sources: { zh: '出处', en: 'Sources', width: 44 },
  owner: { zh: '责任人', en: 'Responsible', width: 12, blank: true },
  visit: { zh: '拜访时间', en: 'Time of visit', width: 14, blank: true },
} as const satisfies { readonly [K in keyof VisitRow]: object } & Record<
  string,
  Label & { readonly width: number; readonly blank?: true }
>;

const BODY: Label = { zh: '单位', en: 'Body' };

/** What stands below the rows, and in what is told of the list itself: in order. */
const NOTES = {
  question: { zh: '问题', en: 'Question' },
  asOf: { zh: '截至', en: 'As of' },
  unsaid: { zh: '没有说的', en: 'Not said' },
  cuts: { zh: '没有列的', en: 'Left out' },
  version: { zh: '数据版本', en: 'Data version' },
  coverage: { zh: '查了什么', en: 'Looked through' },
  measured: { zh: '准不准', en: 'How well it does' },
} as const satisfies Record<string, Label>;

/** Characters that a cell of a workbook holds at most. */
const LONGEST = 32_000;

type Note = readonly [word: string, text: string];

/** The list as lines of cells, the same for every format. */
type VisitLines = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** A word and what it says; below the rows. */
  readonly notes: readonly Note[];
  /** What is told of the list itself: in a workbook on a sheet of its own. */
  readonly about: readonly Note[];
};

export function visitLines(list: VisitList): VisitLines {
  const { language, question, version, asOf, coverage, unsaid, cuts, about, onlyFirms } = list;
  const note = (word: keyof typeof NOTES, text: string): Note => [NOTES[word][language], oneLine(text, language)];
  return {
    head: Object.entries(VISIT_COLUMNS).map(([key, column]) =>
      key === 'firm' && !onlyFirms ? BODY[language] : column[language],
    ),
    rows: list.rows.map((row) =>
      Object.keys(VISIT_COLUMNS).map((key) => (key in row ? cellOf(row[key as keyof VisitRow], language) : '')),
    ),
    notes: [
      note('question', question),
      note('asOf', asOf),
      ...unsaid.map((text) => note('unsaid', text)),
      ...cuts.map((text) => note('cuts', text)),
    ],
    about: [
      note('version', String(version)),
      note('coverage', coverage),
      ...about.map((text) => note('measured', text)),
    ],
  };
}

function cellOf(said: string | readonly string[], language: VisitList['language']): string {
  const entries = (typeof said === 'string' ? [said] : said).map((text) => clean(text)).filter((text) => text !== '');
  return cut(entries.join('\n'), language);
}

function oneLine(text: string, language: VisitList['language']): string {
  return cut(clean(text), language);
}

/** One line of printable text: a workbook with other characters in it does not open. */
function clean(text: string): string {
  return text
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll(/[\s\p{Cc}\u200B\u2060\uFEFF\uFFFE\uFFFF]+/gu, ' ')
    .trim();
}

/** Not in the middle of a character, and never in silence. */
function cut(text: string, language: VisitList['language']): string {
  if (text.length <= LONGEST) return text;
  const characters = Array.from(text);
  let kept = '';
  let count = 0;
  for (; kept.length + (characters[count]?.length ?? 0) <= LONGEST; count++) kept += characters[count] ?? '';
  const more = characters.length - count;
  return `${kept}${language === 'zh' ? `…（还有 ${more} 字）` : `… (${more} characters more)`}`;
}
