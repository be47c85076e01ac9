import type { Change } from '#server/analysis/board/least-change.ts';
import type { Settlement } from '#server/analysis/board/settlement.ts';
import { builder } from '../builder.ts';
import { vocabulary } from '../enums.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { JudgementRef } from './judgement.ts';

const CHANGES = {
  register: { zh: '有一份覆盖这里的名录，结果同现在所见', en: 'a register covers it and finds what is seen now' },
  register_and_actor: { zh: '名录列出更多在产企业', en: 'a register finds more operating actors' },
  actors: { zh: '再见到在产企业', en: 'more operating actors are seen' },
  recognised: { zh: '在产企业再获认定', en: 'more operating actors are recognised' },
  research: { zh: '再有科研支撑', en: 'more research support' },
  place_actors: { zh: '查明地点不明的企业都不在这里', en: 'the unplaced actors turn out to be elsewhere' },
} as const;
const ChangeEnum = vocabulary('LeastChangeName', CHANGES);

export const LeastChangeRef = builder.objectRef<Change>('LeastChange').implement({
  description: 'What would have to become known for the state to change: computed, the least of its sort.',
  fields: (t) => ({
    change: t.field({ type: ChangeEnum, resolve: ({ change }) => change }),
    label: t.field({ type: LabelRef, resolve: ({ change }) => labelOnly(CHANGES[change]) }),
    count: t.exposeInt('count', { description: 'How many; 0 where it is no number.' }),
    to: t.field({ type: JudgementRef, resolve: ({ to }) => to }),
  }),
});

const SETTLEMENTS = {
  verdict_falls: {
    zh: '说空白或独家的资料被更正、撤下或写明已经过去',
    en: 'the source that says missing or sole is corrected, withdrawn or ended',
  },
  actors_fall: {
    zh: '查明见到的机构不在产、不在建或不在这里',
    en: 'bodies that are seen turn out not to operate or build, or not here',
  },
} as const;
const SettlementEnum = vocabulary('SettlementName', SETTLEMENTS);

export const SettlementRef = builder.objectRef<Settlement>('Settlement').implement({
  description: 'What would have to turn out for what sources say and what is seen to agree.',
  fields: (t) => ({
    settle: t.field({ type: SettlementEnum, resolve: ({ settle }) => settle }),
    label: t.field({ type: LabelRef, resolve: ({ settle }) => labelOnly(SETTLEMENTS[settle]) }),
    count: t.exposeInt('count', { description: 'How many bodies; 0 for the word of the source.' }),
    to: t.field({ type: JudgementRef, resolve: ({ to }) => to }),
  }),
});
