import { earliest, latest, type PartialDate } from '#graph-model/dates.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import { compareStages, stageOf, type LedgerStage } from './stages.ts';

/** Whether a contact holds on the day asked about. */
export const CONTACT_STANDINGS = {
  current: { zh: '进行中', en: 'current' },
  over: { zh: '已结束', en: 'over' },
  ahead: { zh: '日期未到', en: 'still to come' },
} as const satisfies Record<string, Label>;

/** One step of an office with a firm, as the ledger has it: a relationship ENGAGED_WITH. */
export type Contact = {
  /** Id of the relationship, with its evidence. */
  readonly relation: string;
  /** The agency, park or place. */
  readonly by: string;
  readonly firm: string;
  /** Undefined: in contact, and no source says how far. */
  readonly stage: LedgerStage | undefined;
  readonly modality: Modality;
  readonly from: PartialDate | undefined;
  readonly to: PartialDate | undefined;
  /** Over: it was broken off, or is of the past. Ahead: its day is still to come. */
  readonly standing: keyof typeof CONTACT_STANDINGS;
  /** Those that support it, in order of id. */
  readonly sources: readonly string[];
  readonly disputed: boolean;
};

/** What is known of the contacts of one entity. */
export type Contacts = {
  /** In order of date; see inOrderOfDate. */
  readonly contacts: readonly Contact[];
  /** Contacts of others that a person has said may be this one, or whose name this one may be. In order of id. */
  readonly mayBe: readonly { readonly entity: string; readonly contacts: readonly Contact[] }[];
};

/** What takes a firm off a list of whom to visit. */
export type Signed = {
  readonly stage: 'signed' | 'landed';
  /** The earliest day that is given for a signature or a landing that stands; undefined: no source gives one. */
  readonly since: PartialDate | undefined;
  /** Who signed, or where it landed, in order of id. */
  readonly by: readonly string[];
  readonly contacts: readonly Contact[];
};

type Reads = Pick<GraphReader, 'find' | 'get'>;

/**
 * The contacts of some entities, as known on a day: what a source of that day or before supports. Read by key, so that
 * it costs what these entities have, and not what the store holds.
 * @param ids of entities
 * @returns only those that have a contact, or may have one
 */
export async function contactsOf(
  reader: Reads,
  ids: Iterable<string>,
  date: PartialDate,
): Promise<ReadonlyMap<string, Contacts>> {
  const asked = sortedUnique(ids);
  const [meaning, meant] = await Promise.all([
    reader.find('reading', 'from', asked),
    reader.find('reading', 'to', asked),
  ]);
  const pairs = [
    ...meaning.map(({ from, to }) => ({ of: from as string, other: to as string })),
    ...meant.map(({ from, to }) => ({ of: to as string, other: from as string })),
  ].filter(({ of, other }) => of !== other);
  const firms = sortedUnique([...asked, ...pairs.map(({ other }) => other)]);
  const into = await reader.find('relationship', 'to', firms);
  const contacts = await contactsIn(reader, into, date);
  const byFirm = new Map<string, Contact[]>();
  for (const one of contacts) byFirm.set(one.firm, [...(byFirm.get(one.firm) ?? []), one]);
  const found = new Map<string, Contacts>();
  for (const id of asked) {
    const others = sortedUnique(pairs.flatMap(({ of, other }) => (of === id ? [other] : [])));
    const mayBe = others.flatMap((entity) => {
      const held = byFirm.get(entity);
      return held === undefined ? [] : [{ entity, contacts: inOrderOfDate(held) }];
    });
    const own = inOrderOfDate(byFirm.get(id) ?? []);
    if (own.length + mayBe.length > 0) found.set(id, { contacts: own, mayBe });
  }
  return found;
}

/** The contacts among some relationships that a source of that day or before supports. In order of id. */
export async function contactsIn(
  reader: Reads,
  relationships: readonly RowOf<'relationship'>[],
  date: PartialDate,
): Promise<readonly Contact[]> {
  const rows = relationships.filter(({ type }) => type === 'ENGAGED_WITH');
  const sourcesOf = await supporting(reader, rows, date);
  const contacts = rows.map((row): Contact => ({
    relation: row.id,
    by: row.from,
    firm: row.to,
    stage: stageOf(row.modality, row.identity.find(({ name }) => name === 'engagement')?.value),
    modality: row.modality,
    from: row.validFrom,
    to: row.validTo,
    standing: standingOf(row, date),
    sources: sourcesOf.get(row.id) ?? [],
    disputed: row.dispute !== undefined,
  }));
  return contacts.filter(({ sources }) => sources.length > 0).sort((a, b) => compareText(a.relation, b.relation));
}

function standingOf({ ended, validFrom, validTo }: RowOf<'relationship'>, date: PartialDate): Contact['standing'] {
  if (ended === true || (validTo !== undefined && latest(validTo) < latest(date))) return 'over';
  return validFrom !== undefined && earliest(validFrom) > latest(date) ? 'ahead' : 'current';
}

/** By relationship, the sources of that day or before that support it. */
async function supporting(
  reader: Reads,
  rows: readonly RowOf<'relationship'>[],
  date: PartialDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const statements = await reader.find('statement', 'fact', sortedUnique(rows.map(({ id }) => id)));
  const factOf = new Map(statements.map(({ id, fact }) => [id, fact]));
  const evidence = await reader.find('evidence', 'statement', [...factOf.keys()]);
  const supports = evidence.filter(({ stance }) => stance === 'supports');
  const sources = await reader.get('source', sortedUnique(supports.map(({ source }) => source)));
  const found = new Map<string, Set<string>>();
  for (const { statement, source } of supports) {
    const [fact, said] = [factOf.get(statement), sources.get(source)];
    if (fact === undefined || said === undefined || said.date > latest(date)) continue;
    found.set(fact, (found.get(fact) ?? new Set()).add(source));
  }
  return new Map([...found].map(([fact, ids]) => [fact, [...ids].sort(compareText)]));
}

/**
 * From the oldest to the newest: by the first day it can have been; those without a day before all others, for nothing
 * says that they are newer. Of one day the less far first, then by id.
 */
export function inOrderOfDate(contacts: readonly Contact[]): readonly Contact[] {
  const day = ({ from }: Contact) => (from === undefined ? '' : earliest(from));
  return contacts.toSorted(
    (a, b) => compareText(day(a), day(b)) || compareStages(a.stage, b.stage) || compareText(a.relation, b.relation),
  );
}

/**
 * Whether a firm is signed with, or has landed: then it is none to visit anew. What is over or still to come does not
 * count, nor what only may be of this firm.
 */
export function signedOf(contacts: readonly Contact[]): Signed | undefined {
  const standing = contacts.filter(
    ({ stage, standing: now }) => now === 'current' && (stage === 'signed' || stage === 'landed'),
  );
  if (standing.length === 0) return undefined;
  const days = standing.flatMap(({ from }) => from ?? []);
  days.sort((a, b) => compareText(earliest(a), earliest(b)) || b.length - a.length);
  return {
    stage: standing.some(({ stage }) => stage === 'landed') ? 'landed' : 'signed',
    since: days[0],
    by: sortedUnique(standing.map(({ by }) => by)),
    contacts: inOrderOfDate(standing),
  };
}
