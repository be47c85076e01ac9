import { coreOf, otherForms } from '#graph-model/legal-forms.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { NameSearch } from '#graph-model/store/port.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import { judgeName, type FoundName, type Judged, type KnownOf } from '#server/analysis/reconcile/judge-name.ts';
import { readNames, type Listed } from '#server/analysis/reconcile/name-list.ts';
import { halvesOf, isOneEdit, otherNumerals, soundOf, soundsAlike } from '#server/analysis/reconcile/near-names.ts';
import type { Rule } from '#server/analysis/reconcile/rules.ts';
import { isShortFor, textsOfWhole } from '#server/analysis/reconcile/shortened.ts';
import type { View } from '../view.ts';

type NameRow = RowOf<'name'>;

/** Names looked through for each text that is looked for. */
const LOOKED = 50;

export type Reconciled = {
  readonly listed: Listed;
  readonly judged: Judged;
  /** More names hold what was looked for than were looked through. */
  readonly truncated: boolean;
  /** Entities of other kinds than asked for that bear the very name. */
  readonly otherKinds: number;
};

/**
 * Every entry of a list with what it may stand for. Read in steps, each for the whole list: the very names, then names
 * that differ in a known way, then what holds the rest or sounds like it, then the entities and their readings.
 */
export async function reconcileNames(
  at: View,
  names: readonly string[],
  kinds: readonly Kind[] | undefined,
): Promise<readonly Reconciled[]> {
  const list = readNames(names);
  const asked = list.filter(({ folded, sameAs }) => folded !== '' && sameAs === undefined).map(({ folded }) => folded);
  const byFolded = grouped(await at.reader.find('name', 'folded', [...asked, ...asked.flatMap(variantsOf)]));
  const kindOf = await kindsOf(at, [...byFolded.values()].flat());
  const isAsked = ({ entity }: NameRow) => kinds === undefined || isOneOf(kinds, kindOf.get(entity));
  const exactOf = (folded: string) => byFolded.get(folded) ?? [];
  const open = asked.filter((folded) => !exactOf(folded).some(isAsked));
  const similar = await similarNames(at, open);
  const others = [...similar.values()].flatMap(({ found }) => found.map(({ row }) => row));
  for (const [id, kind] of await kindsOf(at, others)) kindOf.set(id, kind);
  const found = new Map(
    asked.map((folded) => {
      const exact = exactOf(folded).map((row): FoundName => ({ row, rule: 'EXACT' }));
      const held = similar.get(folded);
      const near = held === undefined ? [] : [...nearOf(folded, byFolded), ...held.found];
      return [folded, [...exact, ...near].filter(({ row }) => isAsked(row))] as const;
    }),
  );
  const known = await knownOf(at, [...found.values()].flat());
  return list.map((listed) => {
    const { folded, sameAs } = listed;
    if (folded === '') return { listed, judged: nothing('EMPTY'), truncated: false, otherKinds: 0 };
    if (sameAs !== undefined) return { listed, judged: nothing('DUPLICATE'), truncated: false, otherKinds: 0 };
    return {
      listed,
      judged: judgeName(found.get(folded) ?? [], known),
      truncated: similar.get(folded)?.truncated ?? false,
      otherKinds: new Set(exactOf(folded).flatMap((row) => (isAsked(row) ? [] : [row.entity]))).size,
    };
  });
}

function isOneOf(kinds: readonly Kind[], kind: Kind | undefined): boolean {
  return kind !== undefined && kinds.includes(kind);
}

function nothing(outcome: 'EMPTY' | 'DUPLICATE'): Judged {
  return { outcome, candidates: [] };
}

function variantsOf(folded: string): readonly string[] {
  return [...otherNumerals(folded), ...otherForms(folded)];
}

function nearOf(folded: string, byFolded: ReadonlyMap<string, readonly NameRow[]>): FoundName[] {
  const of = (variants: readonly string[], rule: Rule) =>
    variants.flatMap((name) => (byFolded.get(name) ?? []).map((row): FoundName => ({ row, rule })));
  return [...of(otherNumerals(folded), 'NUMERALS'), ...of(otherForms(folded), 'LEGAL_FORM')];
}

type Similar = { readonly found: readonly FoundName[]; readonly truncated: boolean };

/** What holds a name, or its core, what it may be short for, what sounds the same, or differs in a character; looked for all at once. */
async function similarNames(at: View, open: readonly string[]): Promise<ReadonlyMap<string, Similar>> {
  const wanted = new Map(open.map((folded) => [folded, textsOf(folded)]));
  const texts = sortedUnique([...wanted.values()].flatMap((of) => Object.values(of).flat()));
  const searches = await at.reader.searchNamesOfEach(texts, LOOKED + 1);
  const byText = new Map(texts.map((text, i) => [text, searches[i] ?? { matches: [], truncated: false }]));
  return new Map(
    [...wanted].map(([folded, of]) => {
      const looked = (list: readonly string[]) =>
        list.map((text) => byText.get(text) ?? { matches: [], truncated: false });
      const rows = (list: readonly string[]) =>
        looked(list).flatMap(({ matches }) => matches.slice(0, LOOKED).map(({ row }) => row));
      const bare = coreOf(folded) ?? folded;
      const found: FoundName[] = [
        ...looked(of.whole).flatMap(({ matches }) =>
          matches
            .slice(0, LOOKED)
            .flatMap(({ row, match }): FoundName[] => (match === 'EXACT' ? [] : [{ row, rule: match }])),
        ),
        ...rows([...of.wholes, ...of.halves])
          .filter((row) => isShortFor(folded, row.folded) || isShortFor(bare, coreOf(row.folded) ?? row.folded))
          .map((row): FoundName => ({ row, rule: 'SHORTENED' })),
        ...rows(of.core).map((row): FoundName => ({ row, rule: 'CORE' })),
        ...rows(of.sound)
          .filter((row) => soundsAlike(row.folded, folded))
          .map((row): FoundName => ({ row, rule: 'SAME_SOUND' })),
        ...rows(of.halves)
          .filter((row) => isOneEdit(row.folded, folded))
          .map((row): FoundName => ({ row, rule: 'ONE_CHARACTER' })),
      ];
      return [folded, { found, truncated: looked(Object.values(of).flat()).some(isCut) }] as const;
    }),
  );
}

/** What is searched for a name that stands nowhere as it is. */
function textsOf(folded: string) {
  const core = coreOf(folded);
  const sound = soundOf(folded);
  return {
    whole: [folded],
    core: core === undefined ? [] : [core],
    wholes: textsOfWhole(core ?? folded),
    sound: sound === undefined ? [] : [sound],
    halves: halvesOf(core ?? folded),
  };
}

function isCut({ matches, truncated }: NameSearch): boolean {
  return truncated || matches.length > LOOKED;
}

function grouped(rows: readonly NameRow[]): Map<string, NameRow[]> {
  const groups = new Map<string, NameRow[]>();
  for (const row of rows) {
    const group = groups.get(row.folded);
    if (group === undefined) groups.set(row.folded, [row]);
    else group.push(row);
  }
  return groups;
}

async function kindsOf(at: View, rows: readonly NameRow[]): Promise<Map<string, Kind>> {
  const entities = await at.load.rows('entity', sortedUnique(rows.map(({ entity }) => entity)));
  return new Map(entities.map(({ id, kind }) => [id, kind]));
}

async function knownOf(at: View, found: readonly FoundName[]): Promise<KnownOf> {
  const exact = found.filter(({ rule }) => rule === 'EXACT').map(({ row }) => row.entity);
  const readings = await at.reader.find('reading', 'from', exact);
  const named = [...found.map(({ row }) => row.entity), ...readings.map(({ to }) => to)];
  const entities = new Map((await at.load.rows('entity', sortedUnique(named))).map((row) => [row.id, row]));
  return {
    entity: (id) => entities.get(id),
    readingsFrom: (id) =>
      readings
        .filter(({ from, to }) => from === id && to !== id)
        .sort((a, b) => a.rank - b.rank || compareText(a.id, b.id)),
  };
}
