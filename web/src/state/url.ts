import type { Kind, Modality } from '../api/fragments.ts';
import { KINDS } from '../canvas/shapes.ts';
import { CLASSES, FACES, LENSES, type Face, type Lens, type SourceClass } from './board-words.ts';
import { GROUPS, type ChangeGroup } from './change-words.ts';
import { cellField, type CellKey } from './cell-field.ts';
import { isDate } from './is-date.ts';
import { OUTCOMES, type Outcome } from './outcomes.ts';
import { LIST_STATES, type ListState } from './list-states.ts';
import { modalityField, REAL } from './modalities.ts';
import { readOps, writeOps, type Op } from './ops.ts';
import { fieldsOf, type Field } from './url-fields.ts';
import { readWeights, TERMS, writeWeights, type Term, type Weights } from './weights.ts';

/** Everything that makes a view what it is. Positions are absent: they follow from the rest. */
export type View = {
  /** Entities put on the canvas by hand, in the order they came; on the screen of changes those it is about. */
  readonly seeds: readonly string[];
  readonly ops: readonly Op[];
  readonly a: string | null;
  readonly b: string | null;
  /** Which path is current, from 0. */
  readonly path: number;
  /** Longest path, in hops. */
  readonly hops: number;
  /** How real what is walked and drawn may be: one at least, in the order of MODALITIES. */
  readonly modalities: readonly Modality[];
  /** Relationships too that their sources say are over. */
  readonly ended: boolean;
  /** Paths may pass through places and policies. */
  readonly places: boolean;
  /** Direct neighbours of paths and seeds are drawn. */
  readonly ring: boolean;
  /** Paths by cost: what is evidenced, real and not merely shared or through a hub first; else by hops. */
  readonly solidFirst: boolean;
  /** Only paths that share nothing but their ends. */
  readonly apart: boolean;
  /** Least confidence of what is drawn and walked; null is any. */
  readonly sure: Sure | null;
  /** Kinds that a path may pass; none is all. */
  readonly via: readonly Kind[];
  /** What every path must pass. */
  readonly must: readonly string[];
  /** What no path may pass. */
  readonly banned: readonly string[];
  /** Kinds that are drawn beside the path, or that changes are about; none is all. */
  readonly shownKinds: readonly Kind[];
  /** Types of relationship that are drawn, or whose changes are shown; none is all. */
  readonly shownTypes: readonly string[];
  /** Nodes of one kind with the same ties are drawn as one. */
  readonly folded: boolean;
  /** Regions side by side on the board, in that order. */
  readonly regions: readonly string[];
  /** The board as known on that day, paths that can have held on it; as precise as wanted. Null: of the data version, any. */
  readonly date: string | null;
  /** What the cells of the board show; null is 出处, the marks. */
  readonly lens: Lens | null;
  /** Classes of source whose facts are shown and walked; none is all. */
  readonly classes: readonly SourceClass[];
  /** States that the board shows; none is all. */
  readonly faces: readonly Face[];
  /** An earlier data version that is compared with; 0 is before anything was published. */
  readonly since: number | null;
  /** The cell of the board that is open. */
  readonly cell: CellKey | null;
  /** The source whose layout is shown; null is the first. */
  readonly plan: string | null;
  /** The industry whose row of the layout is explained. */
  readonly industry: string | null;
  /** The office whose survey sheet is shown; null is the first. */
  readonly office: string | null;
  /** Chains that the survey list is of; none is all. */
  readonly chains: readonly string[];
  /** What sort of change is shown; null is all. */
  readonly group: ChangeGroup | null;
  /** Names that are held against the data, where the list is short enough for a link. */
  readonly names: readonly string[];
  /** What came of the names that are shown; null is all. */
  readonly outcome: Outcome | null;
  /** The consortium that is shown; null is the first of the list. */
  readonly consortium: string | null;
  /** Only consortia whose list is in this state; null is all. */
  readonly listState: ListState | null;
  /** The segment that candidates are for; null is the chain as a whole. */
  readonly segment: string | null;
  /** The body that candidates are to be partners of. */
  readonly body: string | null;
  /** The candidate whose way of introduction is shown; null is the first. */
  readonly candidate: string | null;
  /** Who is on the visiting list, in the order they came. */
  readonly visits: readonly string[];
  /** Candidates side by side. */
  readonly compared: readonly string[];
  /** Weights of a ranking that the reader has set. */
  readonly weights: Weights;
  /** Terms without which nobody is ranked. */
  readonly required: readonly Term[];
  /** The layout with the bodies that are seen. */
  readonly seen: boolean;
  /** An entity, relationship or reading whose sources are open. */
  readonly selection: string | null;
  readonly lang: Lang | null;
  readonly theme: Theme | null;
  /** Data version; null is the newest. */
  readonly version: number | null;
  /** Keys of the link that this release does not know, kept as they came. */
  readonly unknown: readonly (readonly [string, string])[];
};

export type Lang = 'zh' | 'en';
export type Theme = 'light' | 'dark';
export type Sure = 'middle' | 'high';

/** A part of a link that could not be read: its key and what stood there. The rest of the link still holds. */
export type Fault = { readonly field: string; readonly value: string };

export const MAX_HOPS = 8;
/** More regions side by side would be a table of its own. */
export const MAX_REGIONS = 6;
/** As many as the service takes. */
export const MAX_MUST = 3;
export const MAX_BANNED = 100;
export const MAX_NAMES = 500;
/** As many as one visiting list takes. */
export const MAX_VISITS = 50;
/** More side by side are not read. */
export const MAX_COMPARED = 4;
/** Chains of one survey list; beyond that it is easier to see them all. */
export const MAX_CHAINS = 12;

export const EMPTY_VIEW: View = {
  seeds: [],
  ops: [],
  a: null,
  b: null,
  path: 0,
  hops: 4,
  modalities: REAL,
  ended: false,
  places: false,
  ring: true,
  solidFirst: true,
  apart: false,
  sure: null,
  via: [],
  must: [],
  banned: [],
  shownKinds: [],
  shownTypes: [],
  folded: false,
  regions: [],
  date: null,
  lens: null,
  classes: [],
  faces: [],
  since: null,
  cell: null,
  plan: null,
  industry: null,
  office: null,
  chains: [],
  group: null,
  names: [],
  outcome: null,
  consortium: null,
  listState: null,
  segment: null,
  body: null,
  candidate: null,
  visits: [],
  compared: [],
  weights: {},
  required: [],
  seen: false,
  selection: null,
  lang: null,
  theme: null,
  version: null,
  unknown: [],
};

/** Reads a query string. Never throws: an unreadable field is named and falls back to its default. */
export function decodeView(search: string): { readonly view: View; readonly faults: readonly Fault[] } {
  const unknown: [string, string][] = [];
  const faults: Fault[] = [];
  const view: { -readonly [K in keyof View]: View[K] } = { ...EMPTY_VIEW };
  const seen = new Set<string>();
  for (const [key, text] of new URLSearchParams(search)) {
    const field = FIELDS.find((candidate) => candidate.key === key);
    if (!field) unknown.push([key, text]);
    else if (seen.has(key) || !field.read(text, view)) faults.push({ field: key, value: text });
    seen.add(key);
  }
  return { view: { ...view, unknown }, faults };
}

/** The query string of a view, keys in a fixed order and defaults left out; '' when nothing differs from the default. */
export function encodeView(view: View): string {
  const parts: [string, string][] = [];
  for (const field of FIELDS) {
    const text = field.write(view);
    if (text !== null) parts.push([field.key, text]);
  }
  // Commas and dots separate ids and operations; they are legal in a query, and a link stays readable with them.
  return [...parts, ...view.unknown]
    .map(([key, text]) => `${encodeURIComponent(key)}=${encodeURIComponent(text).replaceAll('%2C', ',')}`)
    .join('&');
}

export const MAX_SEEDS = 100;
const MAX_TYPES = 60;
const { idField, listField, wholeField, flagField, wordsField, wordField } = fieldsOf(EMPTY_VIEW);

const FIELDS: readonly Field<View>[] = [
  listField('seed', 'seeds', MAX_SEEDS),
  idField('a', 'a'),
  idField('b', 'b'),
  wholeField('i', 'path', 0, 49),
  wholeField('hops', 'hops', 1, MAX_HOPS),
  modalityField,
  flagField('ended', 'ended'),
  flagField('places', 'places'),
  flagField('ring', 'ring'),
  flagField('hub', 'solidFirst'),
  flagField('apart', 'apart'),
  wordField('sure', 'sure', ['middle', 'high']),
  wordsField('via', 'via', KINDS),
  listField('must', 'must', MAX_MUST),
  listField('not', 'banned', MAX_BANNED),
  wordsField('kind', 'shownKinds', KINDS),
  listField('rel', 'shownTypes', MAX_TYPES, /^[A-Z_]{1,40}$/),
  flagField('fold', 'folded'),
  {
    key: 'ops',
    read(text, draft) {
      const ops = readOps(text);
      if (ops) draft.ops = ops;
      return ops !== null;
    },
    write: (view) => (view.ops.length > 0 ? writeOps(view.ops) : null),
  },
  listField('region', 'regions', MAX_REGIONS),
  {
    key: 'date',
    read(text, draft) {
      if (isDate(text)) draft.date = text;
      return isDate(text);
    },
    write: (view) => view.date,
  },
  wordField('lens', 'lens', LENSES),
  wordsField('cls', 'classes', CLASSES),
  wordsField('only', 'faces', FACES),
  wholeField('vs', 'since', 0, Number.MAX_SAFE_INTEGER),
  cellField,
  idField('src', 'plan'),
  idField('row', 'industry'),
  idField('office', 'office'),
  listField('chain', 'chains', MAX_CHAINS),
  wordField('what', 'group', GROUPS),
  {
    key: 'names',
    read(text, draft) {
      const names = text.split('\n');
      if (names.length > MAX_NAMES || text === '') return false;
      draft.names = names;
      return true;
    },
    write: (view) => (view.names.length > 0 ? view.names.join('\n') : null),
  },
  wordField('came', 'outcome', OUTCOMES),
  idField('con', 'consortium'),
  wordField('list', 'listState', LIST_STATES),
  idField('seg', 'segment'),
  idField('body', 'body'),
  idField('who', 'candidate'),
  listField('visit', 'visits', MAX_VISITS),
  listField('cmp', 'compared', MAX_COMPARED),
  {
    key: 'w',
    read(text, draft) {
      const weights = readWeights(text);
      if (weights) draft.weights = weights;
      return weights !== null;
    },
    write: ({ weights }) => writeWeights(weights),
  },
  wordsField('need', 'required', TERMS),
  flagField('seen', 'seen'),
  idField('sel', 'selection'),
  wordField('lang', 'lang', ['zh', 'en']),
  wordField('theme', 'theme', ['light', 'dark']),
  wholeField('dv', 'version', 0, Number.MAX_SAFE_INTEGER),
];
