import { hash } from 'node:crypto';
import type { Label } from '#graph-model/ontology/label.ts';
import type { Modality, Visibility } from '#graph-model/ontology/vocabulary.ts';

/** The words of a survey sheet that both ends know: what is printed on it, and what is understood when it returns. */

/** What the printed columns are, in order. `words` are other heads that mean the same. */
export const FIRM_COLUMNS = {
  segment: { zh: '环节', words: ['产业环节', '所属环节'], width: 18 },
  name: { zh: '企业全称', words: ['企业', '企业名称', '单位名称', '公司名称'], width: 32 },
  code: { zh: '统一社会信用代码', words: ['信用代码', '社会信用代码'], width: 22 },
  park: { zh: '园区', words: ['所在园区'], width: 18 },
  product: { zh: '主导产品', words: ['产品', '主要产品'], width: 18 },
  capacity: { zh: '年产能', words: ['产能', '年产能数字带单位'], width: 14 },
  status: { zh: '状态', words: ['生产状态', '企业状态'], width: 14 },
} as const;
export type FirmColumn = keyof typeof FIRM_COLUMNS;
export const FIRM_COLUMN_NAMES = Object.keys(FIRM_COLUMNS) as readonly FirmColumn[];

/** The one column of the table of segments that is filled. */
export const ANSWER_COLUMN = { key: 'answer', zh: '名录是否齐全', words: ['是否齐全', '齐全'] } as const;

/** What an office may say of its list: all there are, some, or none at all. */
export const ANSWERS = {
  register: { zh: '齐全', en: 'complete' },
  list: { zh: '不齐全', en: 'not complete' },
  none: { zh: '确认没有这类企业', en: 'confirmed: there is no such firm' },
} as const satisfies Record<string, Label>;
export type Answer = keyof typeof ANSWERS;

/** The words for how far a firm is, the printed one first. Others are refused by name: a firm that stopped is no actor. */
export const STATUSES = {
  operating: ['在产', '已投产', '投产', '生产', '正常生产', '在营', '在业', '运营', 'operating'],
  building: ['在建', '建设中', '建设', 'building'],
  planned: ['规划', '拟建', '筹建', '计划', 'planned'],
} as const satisfies { readonly [M in Modality]?: readonly string[] };
export type Status = keyof typeof STATUSES;

/** Who may see what a sheet says. A list of firms with their capacities is public only where its office writes so. */
export const VISIBILITY_FIELD = {
  zh: '公开范围（公开、内部；空着按内部）',
  words: { internal: '内部', public: '公开' },
} as const satisfies { readonly zh: string; readonly words: Record<Visibility, string> };

/** What is written on a sheet for those who hand it on: by whom it is sent, until when, the seal. Ignored by name. */
export const ASIDES = {
  issuer: '发表单位',
  addressee: '送达部门',
  due: '交回期限',
  seal: '填报单位盖章',
} as const;
export type Aside = keyof typeof ASIDES;

/** How a sheet is filled in, as it is printed. */
export const FILLING_RULES: readonly string[] = [
  '一、填白格：填报单位（名录由它负责）、截至日期、公开范围、每个环节是否齐全、企业。没有把握的环节留空，不影响别的。',
  '公开范围空着按内部：只进内部的库，不在公开的导出里；同意公开的写公开。',
  `二、${ANSWERS.register.zh}：这个地区这一环节的企业都列出了。${ANSWERS.list.zh}：只列出一部分。${ANSWERS.none.zh}：查过，一家也没有，下面就不要填这个环节的企业。`,
  `三、一家企业的一种产品一行，行不够就插入。状态选 ${STATUSES.operating[0]}、${STATUSES.building[0]}、${STATUSES.planned[0]}；停产、注销的企业不列。信用代码写 18 位，没有就留空。`,
  '四、不要删隐藏的行和列，收回时靠它们认表。电话、联系人不用填，填了也不读。',
  '五、发表单位、送达部门、交回期限、盖章留给往来用，收回时不读；盖章的纸表另存，交回的是这份表格文件。',
];

/** Where a segment of a chain is meant; without one, the chain as a whole. */
export type Subject = { readonly chain: string; readonly segment: string | undefined };

/**
 * What a hidden cell says of its row, so that a sheet finds its cells again whatever was moved or renamed. Of a
 * `columns` row every other cell names the column that it stands in.
 */
export type Mark =
  | { readonly what: 'sheet'; readonly office: string; readonly version: number }
  | { readonly what: 'publisher' }
  | { readonly what: 'date' }
  | { readonly what: 'visibility' }
  | { readonly what: 'aside'; readonly field: Aside }
  | { readonly what: 'columns'; readonly table: 'segments' | 'firms' }
  | ({ readonly what: 'option' } & Subject)
  | ({ readonly what: 'cell' } & Subject);

/** The first word of every mark; another number is another form. */
const FORM = 'longlian:1';

export function markText(mark: Mark): string {
  switch (mark.what) {
    case 'sheet':
      return [FORM, mark.what, mark.office, mark.version].join(' ');
    case 'aside':
      return [FORM, mark.what, mark.field].join(' ');
    case 'columns':
      return [FORM, mark.what, mark.table].join(' ');
    case 'option':
    case 'cell':
      return [FORM, mark.what, mark.chain, mark.segment ?? '-'].join(' ');
    default:
      return [FORM, mark.what].join(' ');
  }
}

/** The mark that a cell holds; undefined for what is none of this form. */
export function markOf(text: string): Mark | undefined {
  const [form, what, first, second] = text.trim().split(/\s+/);
  if (form !== FORM) return undefined;
  if (what === 'publisher' || what === 'date' || what === 'visibility') return { what };
  if (what === 'aside' && first !== undefined && Object.hasOwn(ASIDES, first)) return { what, field: first as Aside };
  if (what === 'columns' && (first === 'segments' || first === 'firms')) return { what, table: first };
  if (first === undefined || second === undefined) return undefined;
  if (what === 'sheet' && /^\d{1,9}$/.test(second)) return { what, office: first, version: Number(second) };
  if (what !== 'option' && what !== 'cell') return undefined;
  return { what, chain: first, segment: second === '-' ? undefined : second };
}

export function subjectKey({ chain, segment }: Subject): string {
  return `${chain} ${segment ?? '-'}`;
}

/**
 * The content by which a sheet is known: who is asked for what. A sheet that is sent again, and returned again at
 * another date, is the same source, so what it names keeps its ids; whatever was printed or filled in.
 * @returns SHA-256 in hex
 */
export function sheetHash(office: string, asked: readonly Subject[]): string {
  return hash('sha256', JSON.stringify([FORM, office, asked.map(subjectKey).sort()]));
}

/** The number that is printed on a sheet, and in the name of its data set. */
export function sheetKey(sha256: string): string {
  return sha256.slice(0, 12);
}
