import type { Kind } from './kinds.ts';
import type { Label } from './label.ts';
import { CHAIN_STAGES, ENGAGEMENTS, PRODUCT_STAGES, VERDICTS } from './vocabulary.ts';

type QualifierValue =
  | { readonly type: 'text' }
  | { readonly type: 'word'; readonly words: Record<string, Label> }
  | { readonly type: 'year' }
  | { readonly type: 'percent' }
  | { readonly type: 'amount' }
  | { readonly type: 'order' }
  | { readonly type: 'record'; readonly kinds: readonly Kind[] };

type QualifierSpec = Label & { readonly value: QualifierValue; readonly functional?: true };

/**
 * What a statement may say beside its ends. `functional`: two values at one time are a conflict.
 * A relationship lists which of these are part of its identity and which it only carries.
 */
export const QUALIFIERS = {
  at: { zh: '地点', en: 'at', value: { type: 'record', kinds: ['Park', 'Place', 'Facility'] } },
  product: { zh: '产品', en: 'product', value: { type: 'record', kinds: ['Product'] } },
  stage: { zh: '阶段', en: 'stage', value: { type: 'word', words: PRODUCT_STAGES } },
  position: { zh: '位置', en: 'position', value: { type: 'word', words: CHAIN_STAGES }, functional: true },
  order: { zh: '次序', en: 'order', value: { type: 'order' }, functional: true },
  engagement: { zh: '进展', en: 'engagement', value: { type: 'word', words: ENGAGEMENTS } },
  verdict: { zh: '判断', en: 'verdict', value: { type: 'word', words: VERDICTS } },
  topic: { zh: '主题', en: 'topic', value: { type: 'text' } },
  year: { zh: '年份', en: 'year', value: { type: 'year' } },
  role: { zh: '角色', en: 'role', value: { type: 'text' } },
  term: { zh: '任期', en: 'term', value: { type: 'text' } },
  share: { zh: '持股', en: 'share', value: { type: 'percent' }, functional: true },
  amount: { zh: '金额', en: 'amount', value: { type: 'amount' }, functional: true },
  capacity: { zh: '产能', en: 'capacity', value: { type: 'amount' }, functional: true },
  address: { zh: '地址', en: 'address', value: { type: 'text' } },
  flow: { zh: '流', en: 'flow', value: { type: 'text' } },
  note: { zh: '说明', en: 'note', value: { type: 'text' } },
} as const satisfies Record<string, QualifierSpec>;

export type Qualifier = keyof typeof QUALIFIERS;

export const QUALIFIER_NAMES = Object.keys(QUALIFIERS) as [Qualifier, ...Qualifier[]];
