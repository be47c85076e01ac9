import type { Label } from '#graph-model/ontology/label.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { DecisionRef } from '../refs.ts';

type Verdict = RowOf<'decision'>['decision']['verdict'];

/** What a decision says. */
export const VERDICTS: Readonly<Record<Verdict, Label>> = {
  same: { zh: '是同一个', en: 'are the same' },
  different: { zh: '不是同一个', en: 'are different' },
  unsure: { zh: '可能是同一个', en: 'may be the same' },
  undecided: { zh: '交还给规则', en: 'are left to the rule' },
  accept: { zh: '采信', en: 'is accepted' },
  reject: { zh: '不采信', en: 'is rejected' },
};

DecisionRef.implement({
  description: "A person's word on two records or on a statement.",
  fields: (t) => ({
    id: t.id({ resolve: ({ row }) => row.id }),
    verdict: t.string({
      description: 'same, different, unsure or undecided of two records; accept or reject of a statement.',
      resolve: ({ row }) => row.decision.verdict,
    }),
    label: t.field({ type: LabelRef, resolve: ({ row }) => labelOnly(VERDICTS[row.decision.verdict]) }),
    reason: t.string({ resolve: ({ row }) => row.decision.reason }),
    decidedBy: t.string({ resolve: ({ row }) => row.decision.who }),
    decidedAt: t.string({ resolve: ({ row }) => row.decision.at }),
  }),
});
