import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { CloseReason, RowOf, Table, Versioned } from '#graph-model/rows.ts';
import type { GraphReader, GraphStore } from '#graph-model/store/port.ts';
import { canonicalJson, compareText } from '#graph-model/text.ts';
import { SENTENCES, detailsText, endsOf, pairs } from './sentences.ts';
import { Snapshot } from './snapshot.ts';

/** One data version in names instead of ids: the shape of test/worlds/<world>/expected/v<n>.yml (README beside this). */
export type Described = {
  readonly asOf: string;
  readonly sources: readonly string[];
  readonly entities: readonly { readonly kind: string; readonly name: string; readonly records: readonly string[] }[];
  readonly relationships: readonly object[];
  readonly attributes: readonly object[];
  readonly indicators: readonly object[];
  readonly names: readonly object[];
  readonly readings: readonly object[];
  readonly redirects: readonly object[];
  readonly coverage: readonly object[];
  readonly closed: { readonly [R in CloseReason]?: Tables };
};

type Tables = { readonly [T in Table]?: readonly string[] };

type Carried = RowOf<'relationship'> | RowOf<'attribute'> | RowOf<'indicator'>;

/** What a store says at one version. Closed rows are told by the names of the version before. */
export async function describeVersion(store: GraphStore, version: number): Promise<Described> {
  const reader = await store.reader(version);
  const now = await Snapshot.of(reader);
  const before = await Snapshot.of(await store.reader(version - 1));
  const run = (await store.runs()).find((each) => each.version === version);
  return inOrder({
    asOf: run?.asOf ?? '',
    sources: now.rows('source').map(({ key }) => key),
    entities: now.rows('entity').map(({ id, kind, name }) => ({
      kind,
      name,
      records: now.recordsOf(id).map((record) => now.record(record.id)),
    })),
    relationships: now.rows('relationship').map((row) => {
      const [from, to] = endsOf(row, now);
      const context = row.context === undefined ? {} : { context: now.entity(row.context) };
      const identity = some('identity', pairs(row.identity));
      const details = some('details', pairs(row.details));
      return { type: row.type, from, to, modality: row.modality, ...context, ...identity, ...details, ...carried(row) };
    }),
    attributes: now.rows('attribute').map((row) => {
      const details = some('details', detailsText(row.details));
      return { of: now.entity(row.entity), name: row.name, value: row.value, ...details, ...carried(row) };
    }),
    indicators: now.rows('indicator').map((row) => {
      const { measure, period, figure, scope } = row;
      const value = `${row.value} ${row.unit}`;
      return { of: now.entity(row.entity), measure, value, period, figure, scope, ...carried(row) };
    }),
    names: now.rows('name').map(({ entity, value, type, lang, attribute }) => ({
      of: now.entity(entity),
      name: value,
      ...unless('type', type, 'legal'),
      ...unless('lang', lang, 'zh'),
      ...unless('stated', attribute !== undefined, true),
    })),
    readings: now.rows('reading').map(({ from, to, rank, reason, who, at }) => ({
      from: now.entity(from),
      to: now.entity(to),
      rank,
      reason,
      who,
      at,
    })),
    redirects: now.rows('redirect').map(({ id, to }) => ({ from: now.entity(id), to: now.entity(to) })),
    coverage: now.rows('coverage').map(({ source, subject, place, date, extent }) => ({
      source: now.source(source),
      of: now.entityOfRecord(subject),
      place: now.entityOfRecord(place),
      date,
      extent,
    })),
    closed: await closedRows(reader, before),
  });
}

export function readExpected(file: string): Described {
  return inOrder(parse(readFileSync(file, 'utf8')) as Described);
}

/** What carries a fact; what is most often so is left out, see the README. */
function carried(row: Carried): object {
  const { validFrom, validTo, ended } = row;
  return {
    ...unless('statements', row.statements, 1),
    ...unless('sources', row.sources, 1),
    ...unless('publishers', row.publishers, 1),
    classes: row.classes,
    ...unless('confidence', row.confidence, 900),
    ...unless('validFrom', validFrom, undefined),
    ...unless('validTo', validTo, undefined),
    ...unless('ended', ended, undefined),
    // The frozen world has two words for it.
    ...(row.dispute === 'denied' ? { refuted: true } : {}),
    ...(row.dispute === undefined ? {} : { conflict: true }),
  };
}

async function closedRows(reader: GraphReader, before: Snapshot): Promise<Described['closed']> {
  const closed: { [R in CloseReason]?: { [T in Table]?: string[] } } = {};
  for (const table of Object.keys(SENTENCES) as Table[]) {
    const say = SENTENCES[table] as (row: RowOf<Table>, names: Snapshot) => string;
    for (const { row, reason } of (await reader.changes(table)).closed as readonly Versioned<Table>[]) {
      if (reason === null) throw new Error(`a closed ${table} without a reason: ${JSON.stringify(row)}`);
      ((closed[reason] ??= {})[table] ??= []).push(say(row, before));
    }
  }
  return closed;
}

/** Lists of lines in one order, so that two descriptions compare; the order inside a line is part of what it says. */
function inOrder(world: Described): Described {
  const { asOf, closed, ...lists } = world;
  const entities = world.entities.map((entity) => ({ ...entity, records: byText(entity.records) }));
  const sorted = mapValues({ ...lists, entities }, (lines: readonly unknown[]) => byText(lines));
  const reasons = mapValues(closed, (tables: Tables) => mapValues(tables, (lines: readonly string[]) => byText(lines)));
  return { ...world, ...sorted, asOf, closed: reasons };
}

function byText<T>(lines: readonly T[]): T[] {
  return [...lines].sort((a, b) => compareText(canonicalJson(a), canonicalJson(b)));
}

function mapValues<T>(map: { readonly [key: string]: T }, change: (value: T) => unknown): object {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

function unless<T>(name: string, value: T, usual: T): object {
  return value === usual ? {} : { [name]: value };
}

function some(name: string, values: readonly string[]): object {
  return values.length === 0 ? {} : { [name]: values };
}
