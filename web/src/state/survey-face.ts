import type { FactLine } from '../api/fact-lines.ts';
import type { SurveyOffice, SurveyRow } from '../api/survey.ts';
import { requestsOf as requestsOfCell } from './board-face.ts';
import { REQUESTS, type Request } from './board-words.ts';
import type { firstPassage } from './fact-groups.ts';

/**
 * How far an office is, as far as the store can tell: it does not know whether a sheet was sent out. `seen`: somebody
 * is seen to operate wherever it was asked.
 */
export type Stage = 'open' | 'partly' | 'settled' | 'seen';

export function stageOf({ open, cut, settled }: Pick<SurveyOffice, 'open' | 'cut' | 'settled'>): Stage {
  if (open.length + cut === 0) return settled.length > 0 ? 'settled' : 'seen';
  return settled.length > 0 ? 'partly' : 'open';
}

/** Offices that have something to fill, and so a sheet. */
export function withSheet(offices: readonly SurveyOffice[]): readonly SurveyOffice[] {
  return offices.filter(({ open, cut }) => open.length + cut > 0);
}

/** Sheets that go out when nobody names any: a zone over several cities is sent by name, as none of them signs for it. */
export function sentTogether(offices: readonly SurveyOffice[]): readonly SurveyOffice[] {
  return withSheet(offices).filter(({ spans }) => spans.length === 0);
}

/** Sheets of the city that an office is: its own, and those of its parks. Empty where it is no city. */
export function sheetsOfCity(offices: readonly SurveyOffice[], { office }: SurveyOffice): readonly SurveyOffice[] {
  return withSheet(offices).filter(({ city }) => city?.id === office.id);
}

/**
 * Whose sheet is shown when none is chosen: the first that has any; of a segment that a link names, the first that
 * asks for it. Null where none does: another sheet would not have the segment.
 */
export function firstSheet(offices: readonly SurveyOffice[], segment: string | null): string | null {
  const sheets = withSheet(offices);
  const first =
    segment === null
      ? (sheets[0] ?? offices[0])
      : sheets.find(({ open }) => open.some((row) => row.segment?.id === segment));
  return first?.office.id ?? null;
}

/** What a row is known by within its office. */
export function rowKey({ chain, segment }: Pick<SurveyRow, 'chain' | 'segment'>): string {
  return `${chain.id}.${segment?.id ?? '-'}`;
}

/** By whose word a row is asked for, the firmest first: as its cell of the board says it. */
export function requestKinds(row: Pick<SurveyRow, 'requests'>): readonly Request[] {
  const requests = requestsOfCell(row);
  return REQUESTS.filter((kind) => requests[kind].length > 0);
}

/** Areas that stand only as planned, for which another office is asked: each once, in the order of the list. */
export function meantAreas(offices: readonly SurveyOffice[]): readonly SurveyRow['meantFor'][number][] {
  const all = offices.flatMap(({ open, settled }) => [...open, ...settled].flatMap(({ meantFor }) => meantFor));
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** Agencies that a source names as responsible for a chain of these rows: each once, in order of id. */
export function addresseesOf(rows: readonly SurveyRow[]): readonly SurveyRow['responsible'][number]['from'][] {
  const all = rows.flatMap(({ responsible }) => responsible.map(({ from }) => from));
  return [...new Map(all.map((one) => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Every request of a row, plans first. */
export function requestsOf({ requests }: Pick<SurveyRow, 'requests'>): readonly string[] {
  const planned = requests.flatMap((one) => one.planned);
  const proposed = requests.flatMap((one) => one.proposed);
  return [...planned, ...proposed].map(({ id }) => id);
}

/** Every request of a list, each once. */
export function allRequests(offices: readonly SurveyOffice[]): readonly string[] {
  return [...new Set(offices.flatMap(({ open, settled }) => [...open, ...settled].flatMap(requestsOf)))];
}

/** Segments of the list, and chains as a whole, each once. */
export function subjectCount(offices: readonly SurveyOffice[]): number {
  return new Set(offices.flatMap(({ open }) => open.map(({ chain, segment }) => segment?.id ?? chain.id))).size;
}

/** Where the empty sheets are fetched; nothing given is all of it. */
export function sheetsAddress(of: {
  readonly chains: readonly string[];
  readonly offices: readonly string[];
  /** All that this city signs for, its parks too. */
  readonly city?: string;
  readonly version: number;
}): string {
  const query = new URLSearchParams([
    ...of.chains.map((id) => ['chain', id]),
    ...of.offices.map((id) => ['office', id]),
    ...(of.city === undefined ? [] : [['city', of.city]]),
    ['version', String(of.version)],
  ]);
  return `/survey.xlsx?${query}`;
}

/** Passages that a sheet prints for one row; the rest is counted. As the exported sheet does. */
const MOST_PASSAGES = 3;

export type Cited = {
  readonly cls: NonNullable<ReturnType<typeof firstPassage>>['source']['class'];
  readonly title: string;
  readonly date: string;
  readonly locator: string;
};

/** The passages behind a row, each once, and how many are not printed. */
export function citedOf(
  row: SurveyRow,
  facts: ReadonlyMap<string, FactLine>,
): { readonly cited: readonly Cited[]; readonly more: number } {
  const found = new Map<string, Cited>();
  for (const id of requestsOf(row)) {
    const fact = facts.get(id);
    const evidence = fact?.provenance.statements.edges.flatMap(({ node }) => node.evidence) ?? [];
    for (const { stance, passage } of evidence) {
      if (stance !== 'supports') continue;
      const { class: cls, title, date } = passage.source;
      found.set(passage.id, { cls, title, date, locator: passage.locator });
    }
  }
  const all = [...found.values()];
  return { cited: all.slice(0, MOST_PASSAGES), more: Math.max(0, all.length - MOST_PASSAGES) };
}

/** The name under which the service reads what is sent to it. */
const SENT_AS = /^survey\.xlsx(?= |$)/;

/** `白银.xlsx 白银市!C6`: a place in the file as its reader knows it. */
export function placeIn(at: string, file: string): string {
  return at.replace(SENT_AS, () => file);
}

/** What undoes it: the run stands in the line that accepting prints. */
export const ROLLBACK_COMMAND = 'npx longlian rollback RUN';

/** What accepts a returned file, to be run in the folder that holds it. */
export function acceptCommand(file: string): string {
  const isPlain = /^[\p{L}\p{N}_.][\p{L}\p{N}_.-]*$/u.test(file);
  return `npx longlian survey import ${isPlain ? file : `'./${file.replaceAll("'", String.raw`'\''`)}'`} --accept`;
}
