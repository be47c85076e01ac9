import type { Label } from './label.ts';
import { NAME_TYPES } from './vocabulary.ts';

type AttributeValue =
  | { readonly type: 'text' }
  | { readonly type: 'date' }
  | { readonly type: 'amount' }
  | { readonly type: 'word'; readonly words: Record<string, Label> };

export type AttributeSpec = Label & {
  readonly value: AttributeValue;
  /** One value at a time: two with overlapping validity, neither refining the other, are a conflict. */
  readonly functional: boolean;
  /** Further columns an attribute of this sort may carry; all of them are part of its identity. */
  readonly details: readonly string[];
};

/** Where a project stands, in the order it goes through. */
export const PROJECT_STAGES = {
  conceived: { zh: '谋划', en: 'conceived' },
  signed: { zh: '签约', en: 'signed' },
  filed: { zh: '备案', en: 'filed' },
  started: { zh: '开工', en: 'started' },
  producing: { zh: '投产', en: 'producing' },
} as const satisfies Record<string, Label>;

/** Is a list of members whole? A list that ends in 等 is open. */
export const LIST_STATES = {
  open: { zh: '未列全', en: 'open' },
  complete: { zh: '列全', en: 'complete' },
} as const satisfies Record<string, Label>;

/** What may be said of a thing by itself. */
export const ATTRIBUTES = {
  name: { zh: '名称', en: 'name', value: { type: 'text' }, functional: false, details: ['type', 'lang'] },
  identifier: { zh: '标识', en: 'identifier', value: { type: 'text' }, functional: false, details: ['scheme'] },
  founded: { zh: '成立', en: 'founded', value: { type: 'date' }, functional: true, details: [] },
  recognition: {
    zh: '认定',
    en: 'recognition',
    value: { type: 'text' },
    functional: false,
    details: ['issuer', 'batch', 'date', 'revoked'],
  },
  project_stage: {
    zh: '项目阶段',
    en: 'project stage',
    value: { type: 'word', words: PROJECT_STAGES },
    functional: true,
    details: [],
  },
  investment: { zh: '总投资', en: 'investment', value: { type: 'amount' }, functional: true, details: [] },
  paid_in: { zh: '到位资金', en: 'paid in', value: { type: 'amount' }, functional: true, details: [] },
  member_list: {
    zh: '名单',
    en: 'member list',
    value: { type: 'word', words: LIST_STATES },
    functional: true,
    details: [],
  },
  event: { zh: '事件', en: 'event', value: { type: 'text' }, functional: false, details: ['date'] },
  description: { zh: '说明', en: 'description', value: { type: 'text' }, functional: false, details: [] },
} as const satisfies Record<string, AttributeSpec>;

export type AttributeName = keyof typeof ATTRIBUTES;

export const ATTRIBUTE_NAMES = Object.keys(ATTRIBUTES) as [AttributeName, ...AttributeName[]];

/** The words a name attribute may give as its type; the rule table of names.ts sets it where nobody did. */
export const NAME_TYPE_WORDS = Object.keys(NAME_TYPES) as [keyof typeof NAME_TYPES, ...(keyof typeof NAME_TYPES)[]];
