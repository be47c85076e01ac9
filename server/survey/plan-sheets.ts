import { compareText } from '#graph-model/text.ts';
import { areasInsideEach, type Inside } from '#ingest/survey/areas.ts';
import { subjectKey, type Subject } from '#ingest/survey/form.ts';
import { columnsOf } from '#server/analysis/board/columns.ts';
import { requestsOf } from '#server/analysis/board/requests.ts';
import type { SliceFact } from '#server/analysis/board/slice.ts';
import type { SurveyOffice, SurveyRow } from '#server/analysis/survey/survey.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { citationsOf } from '#server/graphql/citations.ts';
import { readSurvey, type ReadSurvey } from '#server/graphql/survey/read-survey.ts';
import { responsibleFor } from '#server/graphql/survey/responsible.ts';
import { BEFORE_ALL, versionDate } from '#server/graphql/version-date.ts';
import type { View } from '#server/graphql/view.ts';

/** One sheet, in words: everything that is printed on it. */
export type SheetPlan = {
  readonly office: { readonly id: string; readonly name: string; readonly isPark: boolean };
  /** Whose workbook the sheet goes into: the city that signs for it, else itself. */
  readonly book: { readonly id: string; readonly name: string };
  readonly version: number;
  readonly date: string;
  readonly rows: readonly PlannedRow[];
  /** Agencies that a source names as responsible for one of the chains: each once, by name. */
  readonly addressees: readonly string[];
  /** What a firm can be put under: segments that are asked for, and all of a chain that is asked for as a whole. */
  readonly options: readonly (Subject & { readonly label: string })[];
  /** Parks of the office, to choose from. */
  readonly parks: readonly string[];
};

export type PlannedRow = Subject & {
  readonly label: string;
  readonly chainName: string;
  /** By whose word: 文件要求, 报道等说到规划, 建议. */
  readonly request: string;
  readonly sources: string;
};

/** Passages that are printed; the rest is counted. */
const MOST_PASSAGES = 3;

export type SheetsAsked = {
  /** All where not said. */
  readonly chains: readonly RowOf<'entity'>[] | undefined;
  /** All but the zones that no city signs for, where not said. */
  readonly offices: readonly string[] | undefined;
  /** All that these cities sign for; beside the offices. */
  readonly cities?: readonly string[] | undefined;
};

export type PlannedSheets = {
  readonly sheets: readonly SheetPlan[];
  /** Zones over several cities that nobody named: they have rows and got no sheet. */
  readonly spanning: readonly string[];
  readonly survey: ReadSurvey;
  readonly date: string;
};

/** All rows: nobody pages through a workbook. */
const ALL = Number.MAX_SAFE_INTEGER;

/** The sheets of a data version, as known on its own date. */
export async function sheetsOf(at: View, { chains, offices, cities }: SheetsAsked): Promise<PlannedSheets> {
  const date = (await versionDate(at)) ?? BEFORE_ALL;
  const survey = await readSurvey(at, { chains, region: undefined, offices: undefined, date, limit: ALL });
  const asked = survey.offices.filter(({ open }) => open.length > 0);
  const isAll = offices === undefined && cities === undefined;
  const isWanted = ({ office, city, spans }: SurveyOffice) =>
    isAll ? spans.length === 0 : offices?.includes(office) === true || (city !== undefined && cities?.includes(city));
  const wanted = asked.filter(isWanted);
  const inside = await areasInsideEach(
    at.reader,
    wanted.map(({ office }) => office),
  );
  const sheets = await Promise.all(wanted.map((one) => planSheet(at, one, inside.get(one.office), date)));
  const left = isAll ? asked.filter((one) => !isWanted(one)).map(({ office }) => office) : [];
  return { sheets, spanning: (await at.load.rows('entity', left)).map(({ name }) => name), survey, date };
}

async function planSheet(
  at: View,
  { office, city, open }: SurveyOffice,
  inside: Inside | undefined,
  date: string,
): Promise<SheetPlan> {
  const row = await at.load.row('entity', office);
  const book = city === undefined ? row : await at.load.row('entity', city);
  const parks = [...(inside?.values() ?? [])].filter(({ id, kind }) => kind === 'Park' && id !== office);
  const options = optionsOf(open);
  const labels = new Map(options.map((one) => [subjectKey(one), one.label]));
  return {
    office: { id: office, name: row?.name ?? '', isPark: row?.kind === 'Park' },
    book: { id: city ?? office, name: book?.name ?? '' },
    version: at.version,
    date,
    options,
    addressees: await addresseesOf(at, open, date),
    parks: parks.map(({ name }) => name).sort(compareText),
    rows: await Promise.all(
      open.map(async (one): Promise<PlannedRow> => {
        const subject = { chain: one.slice.chain.id, segment: one.segment };
        return {
          ...subject,
          label: labels.get(subjectKey(subject)) ?? '',
          chainName: one.slice.chain.name,
          request: requestText(one),
          sources: await passagesOf(at, [...one.planned, ...one.proposed]),
        };
      }),
    ),
  };
}

/** In the words of the board: only a policy's own plan is asked for by a document. */
function requestText(row: SurveyRow): string {
  const requests = requestsOf(row.slice, row);
  const words = [
    requests.some((one) => one.class === 'policy' && one.planned.length > 0) ? '文件要求' : [],
    requests.some((one) => one.class !== 'policy' && one.planned.length > 0) ? '报道等说到规划' : [],
    row.proposed.length > 0 ? '建议' : [],
  ];
  return words.flat().join('、');
}

/** By name; each once. */
async function addresseesOf(at: View, open: readonly SurveyRow[], date: string): Promise<readonly string[]> {
  const chains = [...new Set(open.map(({ slice }) => slice.chain.id))];
  const relations = (await Promise.all(chains.map((chain) => responsibleFor(at, chain, date)))).flat();
  const rows = await at.load.rows('relationship', new Set(relations));
  const agencies = await at.load.rows('entity', new Set(rows.map(({ from }) => from)));
  return [...new Set(agencies.map(({ name }) => name))].sort(compareText);
}

/** In order of the rows, then of the board; a name that two chains share is told apart by the chain. */
function optionsOf(open: readonly SurveyRow[]): SheetPlan['options'] {
  const named: (Subject & { name: string; chainName: string })[] = [];
  const add = (subject: Subject, name: string, chainName: string) => {
    if (!named.some((one) => subjectKey(one) === subjectKey(subject))) named.push({ ...subject, name, chainName });
  };
  for (const { slice, segment } of open) {
    const { id: chain, name: chainName } = slice.chain;
    const all = columnsOf(slice).flatMap(({ segments }) => segments);
    if (segment === undefined) {
      add({ chain, segment: undefined }, `${chainName}（不分环节）`, chainName);
      for (const one of all) add({ chain, segment: one.id }, one.name, chainName);
    } else add({ chain, segment }, all.find(({ id }) => id === segment)?.name ?? '', chainName);
  }
  const times = (name: string) => named.filter((one) => one.name === name).length;
  return named.map(({ chain, segment, name, chainName }) => ({
    chain,
    segment,
    label: times(name) > 1 ? `${name}（${chainName}）` : name,
  }));
}

/** Where it is asked for, as citations. */
async function passagesOf(at: View, facts: readonly SliceFact[]): Promise<string> {
  const all = await citationsOf(
    at,
    facts.map(({ id }) => id),
    'zh',
  );
  const more = all.length - MOST_PASSAGES;
  return [...all.slice(0, MOST_PASSAGES), ...(more > 0 ? [`另有 ${more} 处`] : [])].join('；');
}
