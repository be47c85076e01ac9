import { EXPECTED, type ExpectedWord } from '#graph-model/ontology/expected.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { LISTED, type RoleGroup } from './roles.ts';

/** What one asks of a consortium beside what one asks of every thing of its kind. */
const MORE = {
  approver: { zh: '批准部门', en: 'who approved it' },
  batch: { zh: '批准批次', en: 'in which batch' },
  funds: { zh: '经费数额', en: 'how much money' },
  division: { zh: '成员分工', en: 'the division of work' },
  results: { zh: '已有成果', en: 'its results' },
} as const satisfies Record<string, Label>;

type More = keyof typeof MORE;
const BASE = [
  'lead',
  'members',
  'all_members',
  'founded',
  'place',
  'industry',
  'products',
] as const satisfies ExpectedWord[];
export type ConsortiumUnknown = (typeof BASE)[number] | More;

const labelled = BASE.map((word) => [word, { zh: EXPECTED[word].zh, en: EXPECTED[word].en }]);

/** What may be unknown of a consortium: not one of these is ever missing, only not written. */
export const CONSORTIUM_UNKNOWNS = { ...Object.fromEntries(labelled), ...MORE } as Readonly<
  Record<ConsortiumUnknown, Label>
>;

/** An event in free words may tell of it too: better not to ask than to call unwritten what is written. */
const APPROVAL = /批准|认定|备案|批复|approv|recogni[sz]|\bfiled\b/iu;
const BATCH = /第.{1,4}批|\bbatch\b/iu;
const MONEY = /经费|资金|拨款|投入|funding|budget/iu;
/** Figures that count its bodies tell who is in it, not what came out. */
const OF_BODIES = /^(家|户|个单位|个|firms?|companies|bodies|members?)$/iu;
const BEYOND_RESEARCH = ['pilot', 'registered', 'mass'];

type Attribute = Pick<RowOf<'attribute'>, 'name' | 'value' | 'details'>;
type Figure = Pick<RowOf<'indicator'>, 'measure' | 'unit' | 'figure'>;

/**
 * What no source tells of a consortium, in the order of the table.
 * @param unstated what is unstated of it, as it is now, as a thing of its kind
 * @param written what is at least planned of it: of a consortium that is being formed nothing more can be written
 */
export function unknownOf(
  unstated: readonly ExpectedWord[],
  written: { readonly industry: boolean; readonly place: boolean },
  groups: readonly RoleGroup[],
  attributes: readonly Attribute[],
  figures: readonly Figure[],
): readonly ConsortiumUnknown[] {
  const rowsIn = (roles: readonly string[]) => groups.flatMap(({ role, rows }) => (roles.includes(role) ? rows : []));
  const recognitions = attributes.filter(({ name }) => name === 'recognition');
  const events = attributes.flatMap(({ name, value }) => (name === 'event' || name === 'description' ? [value] : []));
  const tells = (words: RegExp) => events.some((text) => words.test(text));
  const made = rowsIn(['direction']).flatMap(({ relations }) => relations);
  const told: Readonly<Record<More, boolean>> = {
    approver: recognitions.some(({ details }) => details['issuer'] !== undefined) || tells(APPROVAL),
    batch: recognitions.some(({ details }) => details['batch'] !== undefined) || tells(BATCH),
    funds:
      rowsIn(['funder']).some(({ relations }) =>
        relations.some(({ details }) => details.some(({ name }) => name === 'amount')),
      ) || figures.some(({ measure }) => MONEY.test(measure)),
    division: rowsIn(LISTED).some(({ division }) => division.length > 0),
    results:
      made.some(
        ({ type, modality, identity }) =>
          modality === 'operating' &&
          (type === 'PRODUCES' ||
            identity.some(({ name, value }) => name === 'stage' && BEYOND_RESEARCH.includes(value))),
      ) || figures.some(({ figure, unit }) => figure === 'actual' && !OF_BODIES.test(unit)),
  };
  const more = (Object.keys(MORE) as More[]).filter((word) => !told[word]);
  const isWritten: Partial<Record<ExpectedWord, boolean>> = {
    ...written,
    lead: rowsIn(['lead']).length > 0,
    members: rowsIn(['member']).length > 0,
    products: made.length > 0,
  };
  return [...BASE.filter((word) => unstated.includes(word) && isWritten[word] !== true), ...more];
}
