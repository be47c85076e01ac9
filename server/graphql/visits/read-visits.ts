import { latest, type PartialDate } from '#graph-model/dates.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import { inSilenceOrder, SILENCES, LEFT_OUT } from '#server/analysis/candidates/words.ts';
import { INTRODUCTIONS } from '#server/analysis/candidates/introduction.ts';
import { LEDGERS } from '#server/analysis/candidates/ledger-state.ts';
import { UNLISTED, UNLISTED_NAMES } from '#server/analysis/candidates/partners/ground.ts';
import { contactsOf, type Contact, type Contacts } from '#server/analysis/ledger/contacts.ts';
import type { VisitLanguage, VisitList, VisitRow } from '#server/visits/visit-row.ts';
import type { AskedFor } from '../candidates/asked-for.ts';
import { readIntroduction } from '../candidates/introduction.ts';
import { readDoubtful } from '../candidates/read-doubtful.ts';
import { citationsOf } from '../citations.ts';
import { contactLabel } from '../ledger/ledger-types.ts';
import { isLedgerLoaded } from '../ledger/read-ledger.ts';
import { nameLabel } from '../name.ts';
import { relationSentence } from '../relation.ts';
import type { View } from '../view.ts';
import { allCandidates, type AllCandidates, type Grounds, type Weighed } from './candidates-of.ts';
import { nearReasons, nearRelations } from './near-grounds.ts';
import { partnerReasons } from './partner-reasons.ts';
import { partnerRelations } from './partner-relations.ts';
import { VISIT_WORDS } from './visit-words.ts';

/** Names of those left out that are printed; all are counted. */
const MOST_NAMES = 10;

/** What tells that a firm expands or moves: what it builds, or what is planned of it. */
const SIGNALS: { readonly types: readonly RelationshipType[]; readonly modalities: readonly Modality[] } = {
  types: ['ACTIVE_IN', 'PRODUCES', 'LOCATED_IN'],
  modalities: ['building', 'planned'],
};

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
    question: say(await questionOf(at, asked)),
    version: at.version,
    asOf: date,
    coverage: say(VISIT_WORDS.coverage(sources, newestSource, relations)),
    unsaid: [
      say(VISIT_WORDS.onlyWritten),
      ...(await rateOf(all, asked.body?.row.id, firms)).map(say),
      ...(loaded ? [] : [say(LEDGERS.not_loaded)]),
    ],
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
  const cited = [
    ...grounds.relations,
    ...grounds.alongside,
    ...rests,
    ...nearby,
    ...contactIds.map(({ relation }) => relation),
  ];
  return {
    firm: (await nameLabel(at, id))[language],
    seat: await names(await seatOf(at, id, date)),
    products: await names(sortedUnique([...grounds.products, ...(near?.products ?? [])])),
    segments: await segmentsOf(writer, grounds),
    reasons: await reasonsOf(writer, grounds),
    signals: await signalsOf(writer, id),
    introduction: [await introductionOf(writer, id)],
    contact: await contactLines(writer, held),
    parks: await names(all.parks),
    sources: await citationsOf(at, cited, language, date),
  };
}

/** What it does near the segment is told from what it does there. */
async function segmentsOf({ at, language }: Writer, { segments, near }: Grounds): Promise<readonly string[]> {
  const nearby = new Set(near?.segments);
  const own = await Promise.all(segments.filter((id) => !nearby.has(id)).map((id) => nameLabel(at, id)));
  const others = await Promise.all([...nearby].map((id) => nameLabel(at, id)));
  return [...own, ...others.map(VISIT_WORDS.nearSegment)].map((name) => name[language]);
}

/** Places of which a source says that it is there, in order of id. */
async function seatOf(at: View, id: string, date: PartialDate): Promise<readonly string[]> {
  const rows = (await at.load.by('relationship', 'from', id)).filter(
    (row) => row.type === 'LOCATED_IN' && row.modality === 'operating' && holds(row, date),
  );
  return sortedUnique(rows.map(({ to }) => to as string));
}

function holds({ ended, validTo }: RowOf<'relationship'>, date: PartialDate): boolean {
  return ended !== true && (validTo === undefined || latest(validTo) >= latest(date));
}

async function reasonsOf({ at, language, body }: Writer, grounds: Grounds): Promise<readonly string[]> {
  const told = (ids: readonly string[]) =>
    Promise.all(
      ids.map(async (id) => {
        const row = await at.load.row('relationship', id);
        return row === undefined ? { zh: '', en: '' } : relationSentence(at, row);
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

/** What it builds or what is planned of it, each with the day of the newest source that says so; the newest first. */
async function signalsOf({ at, date, language }: Writer, id: string): Promise<readonly string[]> {
  const rows = (await at.load.by('relationship', 'from', id)).filter(
    (row) => SIGNALS.types.includes(row.type) && SIGNALS.modalities.includes(row.modality) && holds(row, date),
  );
  const dated = await Promise.all(
    rows.map(async (row) => {
      const day = await newestOf(at, row.id, date);
      if (day === undefined) return [];
      return [{ day, text: VISIT_WORDS.signal(await relationSentence(at, row), day)[language] }];
    }),
  );
  return dated
    .flat()
    .sort((a, b) => compareText(latest(b.day), latest(a.day)) || compareText(a.text, b.text))
    .map(({ text }) => text);
}

/** Of the sources of that day or before that support it. */
async function newestOf(at: View, fact: string, date: PartialDate): Promise<PartialDate | undefined> {
  const statements = await at.load.by('statement', 'fact', fact);
  const evidence = (await Promise.all(statements.map(({ id }) => at.load.by('evidence', 'statement', id)))).flat();
  const supports = evidence.filter(({ stance }) => stance === 'supports').map(({ source }) => source);
  const sources = await at.load.rows('source', new Set(supports));
  const days = sources.map((source) => source.date).filter((day) => day <= latest(date));
  return days.sort((a, b) => compareText(latest(b), latest(a)))[0];
}

async function introductionOf({ at, language, all }: Writer, id: string): Promise<string> {
  const { path, state } = await readIntroduction(at, id, all.from);
  if (path === undefined) return INTRODUCTIONS[state][language];
  const names = await Promise.all(path.entities.map(async (one) => (await nameLabel(at, one))[language]));
  const weak = await Promise.all(
    path.weak.map(async ({ entity }) => VISIT_WORDS.weak(await nameLabel(at, entity))[language]),
  );
  const brackets = weak.length === 0 ? '' : language === 'zh' ? `（${weak.join('；')}）` : ` (${weak.join('; ')})`;
  return `${names.join(' → ')}${brackets}`;
}

async function contactLines({ at, language, loaded }: Writer, held: Contacts | undefined): Promise<readonly string[]> {
  if (held === undefined) return [(loaded ? VISIT_WORDS.notInLedger : LEDGERS.not_loaded)[language]];
  const line = async (contact: Contact) =>
    VISIT_WORDS.contact(contactLabel(contact), await nameLabel(at, contact.by), contact.from);
  const own = await Promise.all(held.contacts.map(line));
  const others = held.mayBe.map(async ({ entity, contacts }) => {
    const name = await nameLabel(at, entity);
    return (await Promise.all(contacts.map(line))).map((said) => VISIT_WORDS.mayBe(name, said));
  });
  return [...own, ...(await Promise.all(others)).flat()].map((label) => label[language]);
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
