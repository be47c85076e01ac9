import type { PartialDate } from '#graph-model/dates.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { sortedUnique } from '#graph-model/text.ts';
import { inSilenceOrder, SILENCES, LEFT_OUT } from '#server/analysis/candidates/words.ts';
import type { KnownOfBody } from '#server/analysis/candidates/known.ts';
import { LEDGERS } from '#server/analysis/candidates/ledger-state.ts';
import { UNLISTED, UNLISTED_NAMES } from '#server/analysis/candidates/partners/ground.ts';
import { contactsOf, type Contact, type Contacts } from '#server/analysis/ledger/contacts.ts';
import type { VisitLanguage, VisitList, VisitRow } from '#server/visits/visit-row.ts';
import type { AskedFor } from '../candidates/asked-for.ts';
import { readDoubtful } from '../candidates/read-doubtful.ts';
import { knownLabel, readKnown } from '../candidates/read-known.ts';
import { contactLabel } from '../ledger/ledger-types.ts';
import { isLedgerLoaded } from '../ledger/read-ledger.ts';
import { nameLabel } from '../name.ts';
import { relationSentence } from '../relation.ts';
import type { View } from '../view.ts';
import { allCandidates, type AllCandidates, type Grounds, type Weighed } from './candidates-of.ts';
import { nearReasons, nearRelations } from './near-grounds.ts';
import { partnerReasons } from './partner-reasons.ts';
import { partnerRelations } from './partner-relations.ts';
import { naturesOf, notesOf } from './visit-natures.ts';
import { holds, signalsOf } from './visit-signals.ts';
import { sourcesByColumn, type Behind } from './visit-sources.ts';
import { wayOf } from './visit-way.ts';
import { VISIT_WORDS } from './visit-words.ts';

/** Names of those left out that are printed; all are counted. */
const MOST_NAMES = 10;

type VisitsAsked = {
  readonly asked: AskedFor;
  readonly date: PartialDate;
  /** Bodies, in the order in which they are printed. */
  readonly firms: readonly string[];
  readonly language: VisitLanguage;
};

/** The visiting list of the chosen, or the ids of those that are no candidates for what is asked. */
export async function readVisits(
  at: View,
  { asked, date, firms, language }: VisitsAsked,
): Promise<VisitList | { readonly strangers: readonly string[] }> {
  const all = await withDoubts(at, await allCandidates(at, asked, date, firms), firms);
  const strangers = firms.filter((id) => !all.of.has(id));
  if (strangers.length > 0) return { strangers };
  const loaded = await isLedgerLoaded(at);
  const contacts = await contactsOf(at.reader, firms, date);
  const writer = { at, date, language, body: asked.body?.row.id, all, loaded, contacts };
  const { sources, newestSource, relations } = await at.topology.totals();
  const say = ({ [language]: text }: Label) => text;
  return {
    language,
    rows: await Promise.all(firms.map((id) => visitRow(writer, id))),
    onlyFirms: (await at.load.rows('entity', new Set(firms))).every(({ kind }) => kind === 'Company'),
    question: say(await questionOf(at, asked)),
    version: at.version,
    asOf: date,
    coverage: say(VISIT_WORDS.coverage(sources, newestSource, relations)),
    unsaid: [say(VISIT_WORDS.onlyWritten), ...(loaded ? [] : [say(LEDGERS.not_loaded)])],
    about: (await rateOf(all, asked.body?.row.id, firms)).map(say),
    cuts: await cutsOf(writer, all.of.size - new Set(firms).size),
  };
}

/** That a name is in doubt is told of whoever is chosen, were it only by a ranking. */
async function withDoubts(at: View, all: AllCandidates, firms: readonly string[]): Promise<AllCandidates> {
  const doubtful = await readDoubtful(at, firms);
  const of = [...all.of].map(([id, grounds]): [string, Grounds] => {
    if (!doubtful.has(id)) return [id, grounds];
    return [id, { ...grounds, silences: inSilenceOrder([...grounds.silences, 'name_in_doubt']) }];
  });
  return { ...all, of: new Map(of) };
}

type Writer = {
  readonly at: View;
  readonly date: PartialDate;
  readonly language: VisitLanguage;
  /** Undefined: a segment or a chain is asked about. */
  readonly body: string | undefined;
  readonly all: AllCandidates;
  readonly loaded: boolean;
  readonly contacts: ReadonlyMap<string, Contacts>;
};

/** How well what ranked the chosen finds what is known; nothing of a body where its lists alone made the choice. */
async function rateOf({ of, weighed, near }: AllCandidates, body: string | undefined, firms: readonly string[]) {
  const chosen = firms.flatMap((id) => of.get(id) ?? []);
  const rates: Label[] = [];
  if (body === undefined && chosen.some(isListed)) rates.push(VISIT_WORDS.unmeasuredLists);
  if (weighed !== undefined && chosen.some(({ partner }) => partner !== undefined)) {
    rates.push(VISIT_WORDS.rate(VISIT_WORDS.partners, await weighed.measured()));
  }
  if (near !== undefined && chosen.some((one) => one.near !== undefined))
    rates.push(VISIT_WORDS.rate(VISIT_WORDS.nearby, await near.measured()));
  return rates;
}

/** More than nearness makes it a candidate. */
function isListed({ near, relations }: Grounds): boolean {
  return near === undefined || relations.length > 0;
}

async function questionOf(at: View, asked: AskedFor): Promise<Label> {
  if (asked.body !== undefined) return VISIT_WORDS.ofBody(await nameLabel(at, asked.body.row.id));
  const what = await nameLabel(at, (asked.segment ?? asked.chain).row.id);
  return VISIT_WORDS.ofRegion(what, await nameLabel(at, asked.region.row.id));
}

async function visitRow(writer: Writer, id: string): Promise<VisitRow> {
  const { at, date, language, body, all, contacts } = writer;
  const grounds = all.of.get(id) as Grounds;
  const { partner, near } = grounds;
  const rests = body === undefined || partner === undefined ? [] : await partnerRelations(at, body, partner);
  const nearby = near === undefined ? [] : await nearRelations(at, near);
  const names = (ids: readonly string[]) => Promise.all(ids.map(async (one) => (await nameLabel(at, one))[language]));
  const held = contacts.get(id);
  const contactIds = [...(held?.contacts ?? []), ...(held?.mayBe ?? []).flatMap((one) => one.contacts)];
  const seat = await seatOf(at, id, date);
  const signals = await signalsOf(at, id, writer);
  const way = await wayOf(at, id, { from: all.from, ties: all.tiesTo(id), language });
  const known = await readKnown(at, id, date);
  const behind: Behind = {
    seat: seat.map((row) => row.id),
    segments: await belonging(at, grounds),
    reasons: [...grounds.relations, ...grounds.alongside, ...rests, ...nearby],
    signals: signals.map(({ relation }) => relation),
    introduction: way.relations,
    contact: contactIds.map(({ relation }) => relation),
    known: known.known.map(({ attribute }) => attribute),
    parks: all.parkRequests,
  };
  return {
    firm: (await nameLabel(at, id))[language],
    lists: grounds.lists.map((list) => list[language]),
    nature: (await naturesOf(at, grounds.relations, date)).map((label) => label[language]),
    seat: await names(sortedUnique(seat.map(({ to }) => to as string))),
    products: await names(sortedUnique([...grounds.products, ...(near?.products ?? [])])),
    segments: await segmentsOf(writer, grounds),
    reasons: await reasonsOf(writer, grounds),
    signals: signals.map(({ text }) => text),
    introduction: way.lines,
    contact: await contactLines(
      writer,
      held,
      known.known.some(({ official }) => official),
    ),
    known: await knownLines(writer, id, known),
    parks: await names(all.parks),
    sources: await sourcesByColumn(at, behind, language, date),
  };
}

/** To which of its segments its products belong. */
async function belonging(at: View, { products, segments }: Grounds): Promise<readonly string[]> {
  const meant = new Set(segments);
  const rows = (await Promise.all(products.map((id) => at.load.by('relationship', 'from', id)))).flat();
  return rows.flatMap(({ id, type, to }) => (type === 'IN_SEGMENT' && meant.has(to) ? [id as string] : []));
}

/** What it does near the segment is told from what it does there. */
async function segmentsOf({ at, language }: Writer, { segments, near }: Grounds): Promise<readonly string[]> {
  const nearby = new Set(near?.segments);
  const own = await Promise.all(segments.filter((id) => !nearby.has(id)).map((id) => nameLabel(at, id)));
  const others = await Promise.all([...nearby].map((id) => nameLabel(at, id)));
  return [...own, ...others.map(VISIT_WORDS.nearSegment)].map((name) => name[language]);
}

/** That it is at a place, as sources say: in order of id. */
async function seatOf(at: View, id: string, date: PartialDate): Promise<readonly RowOf<'relationship'>[]> {
  return (await at.load.by('relationship', 'from', id)).filter(
    (row) => row.type === 'LOCATED_IN' && row.modality === 'operating' && holds(row, date),
  );
}

async function reasonsOf({ at, date, language, body }: Writer, grounds: Grounds): Promise<readonly string[]> {
  const told = (ids: readonly string[]) =>
    Promise.all(
      ids.map(async (id) => {
        const row = await at.load.row('relationship', id);
        if (row === undefined) return { zh: '', en: '' };
        return VISIT_WORDS.noted(await relationSentence(at, row), await notesOf(at, id, date));
      }),
    );
  const said = await told(grounds.relations);
  const alongside = (await told(grounds.alongside)).map(VISIT_WORDS.alongside);
  const silent = grounds.silences.map((one) => SILENCES[one]);
  const silences = silent.length === 0 ? [] : [VISIT_WORDS.silences(silent)];
  const { partner, near } = grounds;
  const ranked = body === undefined || partner === undefined ? [] : await partnerReasons(at, body, partner);
  const more = near?.facts.filter((id) => !grounds.relations.includes(id)) ?? [];
  const nearby = near === undefined ? [] : [...(await nearReasons(at, near)), ...(await told(more))];
  return [...said, ...alongside, ...silences, ...ranked, ...nearby].map((label) => label[language]);
}

async function contactLines(
  { at, language, loaded }: Writer,
  held: Contacts | undefined,
  isKnown: boolean,
): Promise<readonly string[]> {
  const beside = isKnown ? [VISIT_WORDS.knownBeside[language]] : [];
  if (held === undefined) return [(loaded ? VISIT_WORDS.notInLedger : LEDGERS.not_loaded)[language], ...beside];
  const line = async (contact: Contact) =>
    VISIT_WORDS.contact(contactLabel(contact), await nameLabel(at, contact.by), contact.from);
  const own = await Promise.all(held.contacts.map(line));
  const others = held.mayBe.map(async ({ entity, contacts }) => {
    const name = await nameLabel(at, entity);
    return (await Promise.all(contacts.map(line))).map((said) => VISIT_WORDS.mayBe(name, said));
  });
  return [...[...own, ...(await Promise.all(others)).flat()].map((label) => label[language]), ...beside];
}

/** What is told of it by itself: of a government body first; what is cut is counted. */
async function knownLines(
  { at, language }: Writer,
  id: string,
  { known, cut }: KnownOfBody,
): Promise<readonly string[]> {
  const lines = known.map(async (one) => {
    const label = await knownLabel(at, id, one);
    return (one.official ? VISIT_WORDS.official(label) : label)[language];
  });
  return [...(await Promise.all(lines)), ...(cut > 0 ? [VISIT_WORDS.knownCut(cut)[language]] : [])];
}

async function cutsOf({ at, language, all }: Writer, notChosen: number): Promise<readonly string[]> {
  const printed = all.leftOut.flatMap(({ bodies }) => bodies.slice(0, MOST_NAMES));
  const doubtful = await readDoubtful(at, printed);
  const nameOf = async (id: string) => {
    const name = await nameLabel(at, id);
    return doubtful.has(id) ? VISIT_WORDS.inDoubt(name) : name;
  };
  const leftOut = await Promise.all(
    all.leftOut.map(async ({ reason, bodies }) => {
      const names = await Promise.all(bodies.slice(0, MOST_NAMES).map(nameOf));
      return VISIT_WORDS.leftOut(LEFT_OUT[reason], bodies.length, names)[language];
    }),
  );
  const weighed = all.weighed === undefined ? [] : weighedLines(all.weighed).map((label) => label[language]);
  const near = all.near === undefined ? [] : [VISIT_WORDS.ranked(all.near.bodies)[language]];
  return [...(notChosen > 0 ? [VISIT_WORDS.notChosen(notChosen)[language]] : []), ...weighed, ...near, ...leftOut];
}

/** How many were weighed as partners, and why some of them can be chosen by nobody. */
function weighedLines({ weighed, unlisted }: Weighed): readonly Label[] {
  const counted = UNLISTED_NAMES.filter((reason) => unlisted[reason] > 0);
  const why = counted.map((reason) => VISIT_WORDS.unlisted(UNLISTED[reason], unlisted[reason]));
  return [VISIT_WORDS.weighed(weighed), ...why];
}
