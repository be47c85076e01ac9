import type { RecordDecision } from '#graph-model/facts/decision.ts';
import { recordId, type RecordId } from '#graph-model/ids.ts';
import { withoutForm } from '#graph-model/legal-forms.ts';
import { foldName } from '#graph-model/names.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import type { Declaration, Declarations } from './declarations.ts';

/** A name of a firm as it is compared, with all that declare it, the first one first. */
export type FirmName = { readonly folded: string; readonly said: readonly [Declaration, ...Declaration[]] };

/** The names of the firms that a folder declares, in the order in which they come. */
export function firmNames(declarations: Declarations): readonly FirmName[] {
  const names = new Map<string, [Declaration, ...Declaration[]]>();
  for (const one of declarations.all()) {
    if (one.kind !== 'Company') continue;
    const folded = foldName(one.name);
    const known = names.get(folded);
    if (known === undefined) names.set(folded, [one]);
    else known.push(one);
  }
  return [...names].map(([folded, said]) => ({ folded, said }));
}

/**
 * Firms whose names differ only in their legal form are told, and stay as they are: which of them are one is for a
 * person to say. Where somebody has, nothing is told.
 */
export function reportNearFirms(declarations: Declarations, decisions: readonly RecordDecision[], log: IssueLog): void {
  const said = decisions.filter(({ verdict }) => verdict !== 'undecided');
  const decided = new Set(said.flatMap(({ left, right }) => [`${left} ${right}`, `${right} ${left}`]));
  const groups = new Map<string, FirmName[]>();
  for (const name of firmNames(declarations)) {
    const core = withoutForm(name.folded);
    const group = groups.get(core) ?? [];
    groups.set(core, group);
    for (const earlier of group) {
      const isDecided = name.said.some((a) => earlier.said.some((b) => decided.has(`${idOf(a)} ${idOf(b)}`)));
      if (isDecided) continue;
      const [{ name: value, file, line }] = name.said;
      const [other] = earlier.said;
      log.add('FIRM_FORM_DIFFERS', { file, line, value }, { other: other.name, where: `${other.file}:${other.line}` });
    }
    group.push(name);
  }
}

function idOf({ source, kind, key }: Declaration): RecordId {
  return recordId(source, kind, key);
}
