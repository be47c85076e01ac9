import { compareText, sortedUnique } from '#graph-model/text.ts';
import { inOrderOfDate, signedOf, type Contact, type Contacts, type Signed } from './contacts.ts';
import { compareStages, LEDGER_STAGES, type LedgerStage } from './stages.ts';

/** A firm and what offices have done about it. */
export type LedgerFirm = Contacts & {
  readonly firm: string;
  /** How far it has come in what is current; undefined: nothing is current, or nobody says how far. */
  readonly stage: LedgerStage | undefined;
  /** The last of what is current. */
  readonly newest: Contact | undefined;
  readonly signed: Signed | undefined;
};

export type Ledger = {
  /** The further ones first, then the newer, then by name and id. */
  readonly firms: readonly LedgerFirm[];
  /** All of them, before the limit. */
  readonly total: number;
  readonly cut: number;
  /** Firms by how far they have come, each once. */
  readonly counts: readonly { readonly stage: LedgerStage; readonly firms: number }[];
  /** In contact, and no source says how far. */
  readonly unstated: number;
  /** Every contact is over, or still to come. */
  readonly notCurrent: number;
  /** Asked for by name, and without any contact. In order of id. */
  readonly without: readonly string[];
};

/** @param most firms that are given */
export function ledgerOf(
  contacts: ReadonlyMap<string, Contacts>,
  names: ReadonlyMap<string, string>,
  asked: Iterable<string>,
  most: number,
): Ledger {
  const firms = [...contacts].map(([firm, held]) => ledgerFirm(firm, held));
  const day = ({ newest }: LedgerFirm) => newest?.from ?? '';
  firms.sort(
    (a, b) =>
      compareStages(b.stage, a.stage) ||
      Number(a.newest === undefined) - Number(b.newest === undefined) ||
      compareText(day(b), day(a)) ||
      compareText(names.get(a.firm) ?? '', names.get(b.firm) ?? '') ||
      compareText(a.firm, b.firm),
  );
  const own = firms.filter(({ contacts: held }) => held.length > 0);
  const current = own.filter(({ newest }) => newest !== undefined);
  return {
    firms: firms.slice(0, most),
    total: firms.length,
    cut: Math.max(0, firms.length - most),
    counts: (Object.keys(LEDGER_STAGES) as LedgerStage[]).map((stage) => ({
      stage,
      firms: own.filter((one) => one.stage === stage).length,
    })),
    unstated: current.filter(({ stage }) => stage === undefined).length,
    notCurrent: own.length - current.length,
    without: sortedUnique(asked).filter((id) => !contacts.has(id)),
  };
}

function ledgerFirm(firm: string, held: Contacts): LedgerFirm {
  const current = inOrderOfDate(held.contacts.filter(({ standing }) => standing === 'current'));
  const furthest = current.toSorted((a, b) => compareStages(b.stage, a.stage));
  return {
    ...held,
    firm,
    stage: furthest[0]?.stage,
    newest: current.at(-1),
    signed: signedOf(held.contacts),
  };
}
