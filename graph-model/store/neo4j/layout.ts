import { TABLES, TABLE_NAMES, type RowOf, type Table } from '../../rows.ts';

/** Raised with every change of what is written here, or of a row that older databases cannot hold. */
export const FORMAT = 4;

/** The one node that says whose database this is: store id, format, visibility, version and lease. */
export const META = 'Longlian';

/** Nodes that writers under one lease lock, each its own, so that so many transactions may write at once. */
export const LANE = 'Lane';
export const LANES = 2;

/** One node a published run. */
export const RUN = 'Run';

/**
 * A content that a later one superseded. It stays as it is; what hangs on it is moved to the newest content before the
 * version moves.
 */
export const PAST = 'Past';

/** The search indexes over the character pairs and the pinyin keys of names, which no tokenizer may touch. */
export const NAME_INDEX = { name: 'longlian_name_grams', property: 'grams', analyzer: 'whitespace' } as const;
export const PINYIN_INDEX = { name: 'longlian_name_pinyin', property: 'pinyin', analyzer: 'whitespace' } as const;

/** A row kind's label: `entity` → `Entity`. */
export function labelOf(table: Table): string {
  return table.charAt(0).toUpperCase() + table.slice(1);
}

/** The labels of a row's node, an entity's kind among them. `of` is how the statement names a field of the row. */
export function labelsOf(table: Table, of: (field: string) => string): string {
  return table === 'entity' ? `:Entity:$(${of('kind')})` : `:${labelOf(table)}`;
}

/**
 * What of a row stands as properties of its node, beside `id`, `since`, `first` (the version that first showed the id),
 * `until`, `closedFor` (why it was closed; a reading has a `reason` of its own) and the whole row as JSON in `body`: its
 * keys, and what a person wants to see in a browser.
 */
const SHOWN: { readonly [T in Table]: readonly (keyof RowOf<T> & string)[] } = {
  source: ['key', 'title', 'class', 'publisher', 'date'],
  scope: ['zh', 'en'],
  passage: ['source', 'locator'],
  record: ['name', 'kind'],
  entity: ['name', 'kind'],
  redirect: [],
  anchor: [],
  name: ['value', 'type', 'lang'],
  statement: [],
  evidence: ['passage', 'stance', 'confidence'],
  coverage: ['subject', 'place', 'extent'],
  decision: [],
  relationship: ['type', 'modality', 'confidence'],
  attribute: ['name', 'value', 'confidence'],
  indicator: ['measure', 'value', 'unit', 'period', 'figure', 'scope'],
  reading: ['rank', 'reason'],
};

const COLUMNS = new Map(
  TABLE_NAMES.map((table): [Table, readonly string[]] => [
    table,
    [...new Set([...TABLES[table].keys, ...SHOWN[table]])],
  ]),
);

/** The names of the row fields that are properties of a row's node. */
export function columnsOf(table: Table): readonly string[] {
  return COLUMNS.get(table) ?? [];
}

/**
 * The properties of the index by which rows are looked up. Those of relationships hold the id too, so that a page of a
 * hub is read in order, and costs no more than the page.
 */
export function keyIndex(table: Table, key: string): readonly string[] {
  return table === 'relationship' ? [key, 'id'] : [key];
}

/** Of an index or a constraint: how it is made, and what `SHOW INDEXES` must say of it afterwards. */
export type IndexSpec = {
  readonly name: string;
  readonly type: 'RANGE' | 'FULLTEXT';
  readonly label: string;
  readonly properties: readonly string[];
  readonly analyzer?: string;
  readonly create: string;
};

/**
 * Every index and constraint of a store. That an id stands once at a time is kept by the lease, not by a constraint: one
 * over `(id, since)` costs a load a seventh of its time.
 */
export const INDEXES: readonly IndexSpec[] = [
  unique('longlian_one', META, ['one']),
  unique('longlian_lane', LANE, ['n']),
  unique('longlian_run', RUN, ['version']),
  ...TABLE_NAMES.flatMap(indexesOf),
  fullText(NAME_INDEX),
  fullText(PINYIN_INDEX),
];

function indexesOf(table: Table): IndexSpec[] {
  const label = labelOf(table);
  return [
    range(`longlian_${table}_id`, label, ['id']),
    range(`longlian_${table}_since`, label, ['since']),
    range(`longlian_${table}_until`, label, ['until']),
    ...TABLES[table].keys.map((key) => range(`longlian_${table}_${key}`, label, keyIndex(table, key))),
  ];
}

function unique(name: string, label: string, properties: readonly string[]): IndexSpec {
  const of = properties.map((property) => `n.${property}`).join(', ');
  const create = `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE (${of}) IS UNIQUE`;
  return { name, type: 'RANGE', label, properties, create };
}

function fullText({ name, property, analyzer }: typeof NAME_INDEX | typeof PINYIN_INDEX): IndexSpec {
  const label = labelOf('name');
  const create = `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON EACH [n.${property}]
    OPTIONS { indexConfig: { \`fulltext.analyzer\`: '${analyzer}' } }`;
  return { name, type: 'FULLTEXT', label, properties: [property], analyzer, create };
}

function range(name: string, label: string, properties: readonly string[]): IndexSpec {
  const of = properties.map((property) => `n.\`${property}\``).join(', ');
  return {
    name,
    type: 'RANGE',
    label,
    properties,
    create: `CREATE RANGE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (${of})`,
  };
}
