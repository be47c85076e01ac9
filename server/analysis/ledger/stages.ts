import type { Label } from '#graph-model/ontology/label.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';

/**
 * How far an office has come with a firm, the least first. A lead is a firm that somebody proposes to speak to, one to
 * approach a firm that the office means to speak to: in the graph a contact that is proposed, or planned.
 */
export const LEDGER_STAGES = {
  lead: { zh: '招商线索', en: 'lead' },
  intended: { zh: '拟对接', en: 'to be approached' },
  talking: { zh: '在谈', en: 'talking' },
  signed: { zh: '签约', en: 'signed' },
  landed: { zh: '落地', en: 'landed' },
} as const satisfies Record<string, Label>;
export type LedgerStage = keyof typeof LEDGER_STAGES;

const ORDER = Object.keys(LEDGER_STAGES);

export function compareStages(a: LedgerStage | undefined, b: LedgerStage | undefined): number {
  return rankOf(a) - rankOf(b);
}

/** A contact of which nobody says how far it has come is no less than a lead, and no more. */
function rankOf(stage: LedgerStage | undefined): number {
  return stage === undefined ? -1 : ORDER.indexOf(stage);
}

/** What is only proposed or planned is never more than a lead or an intention, whatever it is to become. */
export function stageOf(modality: Modality, engagement: string | undefined): LedgerStage | undefined {
  if (modality === 'proposed') return 'lead';
  if (modality === 'planned') return 'intended';
  return engagement === 'talking' || engagement === 'signed' || engagement === 'landed' ? engagement : undefined;
}
