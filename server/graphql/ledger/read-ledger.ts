import type { PartialDate } from '#graph-model/dates.ts';
import { latest } from '#graph-model/dates.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { sortedUnique } from '#graph-model/text.ts';
import { contactsOf, type Contacts } from '#server/analysis/ledger/contacts.ts';
import { allAround, placeOf, readAround } from '#server/analysis/place-of.ts';
import { kindAt, type AnyProjection } from '#server/analysis/projection.ts';
import type { View } from '../view.ts';

type LedgerQuestion = {
  /** Only these; undefined: whoever is in the ledger. */
  readonly firms: readonly string[] | undefined;
  /** Only what an office in this place or park did, itself too. */
  readonly region: string | undefined;
  /** Only firms of this chain or segment. */
  readonly subject: RowOf<'entity'> | undefined;
  readonly date: PartialDate;
};

export type ReadLedger = {
  readonly contacts: ReadonlyMap<string, Contacts>;
  /** Firms left out because no source says where their offices are. In order of id. */
  readonly unplaced: readonly string[];
  /** Firms left out because no source says of which chain they are. In order of id. */
  readonly unsorted: readonly string[];
};

const OFFICES = ['Agency', 'Park', 'Place'] as const;
const MADE = ['PRODUCES', 'DEVELOPS'];
const OF_CHAIN = ['ACTIVE_IN', 'SUPPORTS'];

/** Does the version hold any contact? A ledger that is loaded and empty holds none either. */
export async function isLedgerLoaded(at: View): Promise<boolean> {
  return ((await at.topology.typeCounts()).get('ENGAGED_WITH') ?? 0) > 0;
}

/** The contacts that are asked for, as known on a day. */
export async function readLedger(at: View, { firms, region, subject, date }: LedgerQuestion): Promise<ReadLedger> {
  let contacts = await contactsOf(at.reader, firms ?? (await everyFirm(at)), date);
  let unplaced: readonly string[] = [];
  let unsorted: readonly string[] = [];
  if (region !== undefined) {
    const where = await whereabouts(at, region, contacts);
    unplaced = idsThat(contacts, (one) => isSome(one, where.open) && !isSome(one, where.local));
    contacts = only(contacts, (one) => isSome(one, where.local));
  }
  if (subject !== undefined) {
    const chains = await chainsOf(at, subject, [...contacts.keys()], date);
    unsorted = idsThat(contacts, (_, firm) => !chains.ofAny.has(firm));
    contacts = only(contacts, (_, firm) => chains.inIt.has(firm));
  }
  return { contacts, unplaced, unsorted };
}

/** Whoever has a contact: by the offices, of which there are fewer than of firms. */
async function everyFirm(at: View): Promise<readonly string[]> {
  const offices = await at.reader.find('entity', 'kind', OFFICES);
  const rows = await at.reader.find(
    'relationship',
    'from',
    offices.map(({ id }) => id),
  );
  return sortedUnique(rows.filter(({ type }) => type === 'ENGAGED_WITH').map(({ to }) => to));
}

/** Offices in the region; and those of which no source says where they are. */
async function whereabouts(at: View, region: string, contacts: ReadonlyMap<string, Contacts>) {
  const offices = sortedUnique([...contacts.values()].flatMap(officesOf));
  return at.topology.analyse([region, ...offices], (projection) => {
    const indexes = offices.map((id) => projection.entities.indexOf(id)).filter((entity) => entity >= 0);
    readAround(projection, indexes);
    const local = new Set<string>();
    const open = new Set<string>();
    for (const entity of indexes) {
      const id = projection.entities.at(entity);
      const place = areaAt(projection, entity);
      if (place === undefined) open.add(id);
      else if ([place, ...allAround(projection, place)].some((area) => projection.entities.at(area) === region)) {
        local.add(id);
      }
    }
    return { local, open };
  });
}

function areaAt(projection: AnyProjection, office: number): number | undefined {
  return kindAt(projection, office) === 'Agency' ? placeOf(projection, office) : office;
}

function officesOf({ contacts, mayBe }: Contacts): readonly string[] {
  return [...contacts, ...mayBe.flatMap((one) => one.contacts)].map(({ by }) => by);
}

function isSome(contacts: Contacts, offices: ReadonlySet<string>): boolean {
  return officesOf(contacts).some((office) => offices.has(office));
}

type Test = (contacts: Contacts, firm: string) => boolean;

function only(contacts: ReadonlyMap<string, Contacts>, test: Test): ReadonlyMap<string, Contacts> {
  return new Map([...contacts].filter(([firm, held]) => test(held, firm)));
}

function idsThat(contacts: ReadonlyMap<string, Contacts>, test: Test): readonly string[] {
  return [...only(contacts, test).keys()].sort();
}

/** Firms of the subject, by a chain or segment that a source names or a product that belongs there; and of any chain. */
async function chainsOf(at: View, subject: RowOf<'entity'>, firms: readonly string[], date: PartialDate) {
  const holds = ({ ended, validTo }: RowOf<'relationship'>) =>
    ended !== true && (validTo === undefined || latest(validTo) >= latest(date));
  const said = (await at.reader.find('relationship', 'from', firms)).filter(holds);
  const made = said.filter(({ type }) => MADE.includes(type));
  const products = sortedUnique(made.map(({ to }) => to));
  const placed = (await at.reader.find('relationship', 'from', products)).filter(
    (row) => row.type === 'IN_SEGMENT' && holds(row),
  );
  const segmentsOf = new Map<string, string[]>();
  for (const { from, to } of placed) segmentsOf.set(from, [...(segmentsOf.get(from) ?? []), to]);
  const within = await segmentsIn(at, subject, holds);
  const ofAny = new Set<string>();
  const inIt = new Set<string>();
  for (const { type, from, to } of said) {
    const of = MADE.includes(type) ? (segmentsOf.get(to) ?? []) : OF_CHAIN.includes(type) ? [to as string] : [];
    for (const one of of) {
      ofAny.add(from);
      if (within.has(one)) inIt.add(from);
    }
  }
  return { ofAny, inIt };
}

/** The chain or segment itself, and all that is a segment or a part of it. */
async function segmentsIn(
  at: View,
  subject: RowOf<'entity'>,
  holds: (row: RowOf<'relationship'>) => boolean,
): Promise<ReadonlySet<string>> {
  const within = new Set<string>([subject.id]);
  for (let open: readonly string[] = [subject.id]; open.length > 0;) {
    const rows = (await at.reader.find('relationship', 'to', open)).filter(holds);
    open = rows.flatMap(({ type, from }) =>
      (type === 'SEGMENT_OF' || type === 'PART_OF') && !within.has(from) ? [from] : [],
    );
    for (const id of open) within.add(id);
  }
  return within;
}
