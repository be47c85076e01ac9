import { withoutForm } from '#graph-model/legal-forms.ts';
import { foldName } from '#graph-model/names.ts';
import type { ReturnedFirm } from './returned.ts';
import type { SheetLog, SheetPlace } from './sheet-log.ts';

/** Two firms whose names differ only in their legal form: one or two, which nobody said. */
export type NearFirms = { readonly firm: ReturnedFirm; readonly earlier: ReturnedFirm };

/**
 * Firms of one sheet that may be one, by the first row of each name; each pair once. Two that have two codes are two,
 * and two that have one code are a mistake that is told by itself.
 */
export function nearFirmsOf(firms: readonly ReturnedFirm[]): readonly NearFirms[] {
  const first = new Map<string, ReturnedFirm>();
  for (const firm of firms) {
    const folded = foldName(firm.name);
    const known = first.get(folded);
    // The code may stand in another row of the firm.
    if (known === undefined || (known.code === undefined && firm.code !== undefined)) {
      first.set(folded, known === undefined ? firm : { ...known, code: firm.code });
    }
  }
  const groups = new Map<string, ReturnedFirm[]>();
  const pairs: NearFirms[] = [];
  for (const [folded, firm] of first) {
    const core = withoutForm(folded);
    const group = groups.get(core) ?? [];
    groups.set(core, group);
    for (const earlier of group) {
      if (firm.code === undefined || earlier.code === undefined) pairs.push({ firm, earlier });
    }
    group.push(firm);
  }
  return pairs;
}

/** As the import of a ledger tells them: they are not merged. */
export function reportNearNames(
  firms: readonly ReturnedFirm[],
  column: number | undefined,
  here: SheetPlace,
  log: SheetLog,
): void {
  for (const { firm, earlier } of nearFirmsOf(firms)) {
    const place = { ...here, row: firm.row, ...(column === undefined ? {} : { column }) };
    log.add('FIRM_FORM_DIFFERS', place, firm.name, { other: earlier.name, row: earlier.row + 1 });
  }
}
