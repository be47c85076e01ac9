import { CLASSES, FACES, LENSES, type Face, type Lens, type SourceClass } from './board-words.ts';
import { GROUPS, type ChangeGroup } from './change-words.ts';
import { readOps, writeOps, type Op } from './ops.ts';

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
  /** Planned and proposed relationships too. */
  readonly planned: boolean;
  /** Paths may pass through places and policies. */
  readonly places: boolean;
  /** Direct neighbours of paths and seeds are drawn. */
  readonly ring: boolean;
  /** Regions side by side on the board, in that order. */
  readonly regions: readonly string[];
  /** The board as known on that day, as precise as wanted; null is the date of the data version. */
  readonly date: string | null;
  /** What the cells of the board show; null is 出处, the marks. */
  readonly lens: Lens | null;
  /** Classes of source whose facts the board shows; none is all. */
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

/** One segment in one region. */
export type CellKey = { readonly segment: string; readonly region: string };
export type Lang = 'zh' | 'en';
export type Theme = 'light' | 'dark';

/** A part of a link that could not be read: its key and what stood there. The rest of the link still holds. */
export type Fault = { readonly field: string; readonly value: string };

export const MAX_HOPS = 8;
/** More regions side by side would be a table of its own. */
export const MAX_REGIONS = 6;
/** Chains of one survey list; beyond that it is easier to see them all. */
export const MAX_CHAINS = 12;

export const EMPTY_VIEW: View = {
  seeds: [],
  ops: [],
  a: null,
  b: null,
  path: 0,
  hops: 4,
  planned: false,
  places: false,
  ring: true,
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

type Draft = { -readonly [K in keyof View]: View[K] };
type Field = {
  readonly key: string;
  /** Puts the value into the draft; false when the text is no value of this field. */
  readonly read: (text: string, draft: Draft) => boolean;
  readonly write: (view: View) => string | null;
};

const ID = /^[A-Za-z0-9_-]{1,64}$/;
export const MAX_SEEDS = 100;

const FIELDS: readonly Field[] = [
  idsField('seed', 'seeds', MAX_SEEDS),
  idField('a', 'a'),
  idField('b', 'b'),
  wholeField('i', 'path', 0, 49),
  wholeField('hops', 'hops', 1, MAX_HOPS),
  flagField('plan', 'planned'),
  flagField('places', 'places'),
  flagField('ring', 'ring'),
  {
    key: 'ops',
    read(text, draft) {
      const ops = readOps(text);
      if (ops) draft.ops = ops;
      return ops !== null;
    },
    write: (view) => (view.ops.length > 0 ? writeOps(view.ops) : null),
  },
  idsField('region', 'regions', MAX_REGIONS),
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
  {
    key: 'cell',
    read(text, draft) {
      const [segment, region, ...more] = text.split('.');
      if (segment === undefined || region === undefined || more.length > 0) return false;
      if (!ID.test(segment) || !ID.test(region)) return false;
      draft.cell = { segment, region };
      return true;
    },
    write: (view) => (view.cell === null ? null : `${view.cell.segment}.${view.cell.region}`),
  },
  idField('src', 'plan'),
  idField('row', 'industry'),
  idField('office', 'office'),
  idsField('chain', 'chains', MAX_CHAINS),
  wordField('what', 'group', GROUPS),
  flagField('seen', 'seen'),
  idField('sel', 'selection'),
  wordField('lang', 'lang', ['zh', 'en']),
  wordField('theme', 'theme', ['light', 'dark']),
  wholeField('dv', 'version', 0, Number.MAX_SAFE_INTEGER),
];

/** A year, a month or a day that the calendar has. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? '1'), Number(match[3] ?? '1')];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function idsField(key: string, name: 'seeds' | 'regions' | 'chains', most: number): Field {
  return {
    key,
    read(text, draft) {
      const ids = text.split(',');
      if (ids.length > most || !ids.every((id) => ID.test(id))) return false;
      draft[name] = [...new Set(ids)];
      return true;
    },
    write: (view) => (view[name].length > 0 ? view[name].join(',') : null),
  };
}

function idField(key: string, name: 'a' | 'b' | 'plan' | 'industry' | 'office' | 'selection'): Field {
  return {
    key,
    read(text, draft) {
      if (ID.test(text)) draft[name] = text;
      return ID.test(text);
    },
    write: (view) => view[name],
  };
}

function wholeField(key: string, name: 'path' | 'hops' | 'since' | 'version', least: number, most: number): Field {
  return {
    key,
    read(text, draft) {
      const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
      const fits = value >= least && value <= most;
      if (fits) draft[name] = value;
      return fits;
    },
    write: (view) => (view[name] === EMPTY_VIEW[name] ? null : String(view[name])),
  };
}

function flagField(key: string, name: 'planned' | 'places' | 'ring' | 'seen'): Field {
  return {
    key,
    read(text, draft) {
      if (text === '0' || text === '1') draft[name] = text === '1';
      return text === '0' || text === '1';
    },
    write: (view) => (view[name] === EMPTY_VIEW[name] ? null : view[name] ? '1' : '0'),
  };
}

/** Some words of a list, in its order. */
function wordsField<Name extends 'classes' | 'faces'>(
  key: string,
  name: Name,
  words: readonly View[Name][number][],
): Field {
  return {
    key,
    read(text, draft) {
      const asked = text.split(',');
      const known = words.filter((word) => asked.includes(word));
      const fits = known.length === asked.length;
      if (fits) draft[name] = known as unknown as View[Name];
      return fits;
    },
    write: (view) => (view[name].length > 0 ? view[name].join(',') : null),
  };
}

function wordField<Name extends 'lang' | 'theme' | 'lens' | 'group'>(
  key: string,
  name: Name,
  words: readonly NonNullable<View[Name]>[],
): Field {
  return {
    key,
    read(text, draft) {
      const word = words.find((candidate) => candidate === text);
      if (word) draft[name] = word;
      return word !== undefined;
    },
    write: (view) => view[name],
  };
}
