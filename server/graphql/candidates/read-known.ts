import { latest, type PartialDate } from '#graph-model/dates.ts';
import { ATTRIBUTES } from '#graph-model/ontology/attributes.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import {
  knownFirst,
  KNOWN_BY,
  namesOffice,
  RUNS,
  type Known,
  type KnownOfBody,
} from '#server/analysis/candidates/known.ts';
import { readSupport } from '../board/read-support.ts';
import { attributeValueLabel } from '../label.ts';
import { nameLabel } from '../name.ts';
import type { View } from '../view.ts';

/** Government bodies whose names are looked for in what is told; of more than these in none. */
const MOST_OFFICES = 2_000;

/** What sources of that day or before tell of a body itself, or of a project that it runs or joins. */
export async function readKnown(at: View, body: string, date: PartialDate): Promise<KnownOfBody> {
  const projects = await projectsOf(at, body);
  const rows = (await Promise.all([body, ...projects].map((id) => at.load.by('attribute', 'entity', id))))
    .flat()
    .filter(({ name, ended }) => KNOWN_BY.includes(name) && ended !== true);
  if (rows.length === 0) return { known: [], cut: 0 };
  const [offices, { sourcesOf, sources }] = await Promise.all([
    readOffices(at),
    readSupport(at, new Set(rows.map(({ id }) => id as string)), date),
  ]);
  const all = rows.flatMap((row): Known[] => {
    const behind = sourcesOf.get(row.id) ?? [];
    const days = behind.flatMap((id) => sources.get(id)?.date ?? []);
    const [newest] = days.sort((a, b) => compareText(latest(b), latest(a)));
    if (newest === undefined) return [];
    const { date: said, issuer } = row.details;
    const official = namesOffice([row.value, ...(issuer === undefined ? [] : [issuer])], offices);
    return [{ attribute: row.id, of: row.entity, official, sources: behind, day: said ?? newest }];
  });
  return knownFirst(all);
}

/** As a sentence: of which project, what, by whom and when. Where no day is written it says so. */
export async function knownLabel(at: View, body: string, { of, attribute }: Known): Promise<Label> {
  const row = (await at.load.row('attribute', attribute)) as RowOf<'attribute'>;
  const { issuer, batch, date } = row.details;
  const [name, value] = [await nameLabel(at, of), attributeValueLabel(row.name, row.value)];
  const said = (language: keyof Label) => {
    const stop = language === 'zh' ? '：' : ': ';
    const sort = row.name === 'event' ? '' : `${ATTRIBUTES[row.name][language]}${stop}`;
    const beside = [issuer, batch, date ?? NO_DAY[language]].filter((part) => part !== undefined);
    const brackets = language === 'zh' ? `（${beside.join('，')}）` : ` (${beside.join(', ')})`;
    return `${of === body ? '' : `${name[language]}${stop}`}${sort}${value[language]}${brackets}`;
  };
  return { zh: said('zh'), en: said('en') };
}

const NO_DAY: Label = { zh: '日期没有写', en: 'no date' };

async function projectsOf(at: View, body: string): Promise<readonly string[]> {
  const rows = (await at.load.by('relationship', 'from', body)).filter(
    ({ type, ended }) => RUNS.includes(type) && ended !== true,
  );
  const ends = await at.load.rows('entity', sortedUnique(rows.map(({ to }) => to as string)));
  return ends.flatMap(({ id, kind }) => (kind === 'Project' ? [id as string] : []));
}

/** One reading a request: the rows of a list ask side by side. */
const READING = new WeakMap<View, Promise<readonly string[]>>();

function readOffices(at: View): Promise<readonly string[]> {
  const kept = at.kept?.offices.get(at.version, '');
  if (kept !== undefined) return Promise.resolve(kept);
  const reading = READING.get(at) ?? findOffices(at);
  READING.set(at, reading);
  return reading;
}

async function findOffices(at: View): Promise<readonly string[]> {
  const rows = await at.reader.find('entity', 'kind', ['Agency'], { limit: MOST_OFFICES + 1 });
  const some = rows.length > MOST_OFFICES ? [] : rows;
  const names = (await Promise.all(some.map(({ id }) => at.load.by('name', 'entity', id)))).flat();
  const offices = sortedUnique(names.flatMap(({ folded, type }) => (type === 'weak' ? [] : [folded])));
  at.kept?.offices.set(at.version, '', offices);
  return offices;
}
