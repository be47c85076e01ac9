import { type Evidence, identifyEvidence } from '#graph-model/facts/evidence.ts';
import { Locator, type Passage, identifyPassage, passageText } from '#graph-model/facts/passage.ts';
import type { Record } from '#graph-model/facts/record.ts';
import { type Statement, identifyStatement } from '#graph-model/facts/statement.ts';
import type { KnownSource } from '#ingest/dataset/load-dataset.ts';
import type { StateSpec, TableSpec, When } from '#ingest/dataset/table-spec.ts';
import { WORD_LISTS } from '#ingest/dataset/word-lists.ts';
import { didYouMean } from '#ingest/report/near.ts';
import { BAD, type Bad, type RowReader } from './row-reader.ts';
import type { References } from './references.ts';
import { RowRecords } from './row-records.ts';
import { sayAttribute } from './say-attribute.ts';
import { sayIndicator } from './say-indicator.ts';
import { type Said, sayRelationship } from './say-relationship.ts';

/** What rows are read against. */
export type RowContext = {
  readonly owner: string;
  readonly sources: ReadonlyMap<string, KnownSource>;
  readonly scopes: readonly string[];
  readonly references: References;
};

/** What one row says, and the columns it was said from. */
export type SaidRow = {
  readonly passage: Passage;
  readonly records: readonly Record[];
  readonly statements: readonly { readonly statement: Statement; readonly evidence: Evidence }[];
  readonly used: ReadonlySet<number>;
};

/** undefined when the row says nothing, or when something in it will not do: the log tells which. */
export function sayRow(reader: RowReader, context: RowContext): SaidRow | undefined {
  const { table } = reader.plan;
  const known = readSource(table, reader, context.sources);
  const place = known === BAD ? BAD : readPassage(table, known, reader);
  const confidence = readConfidence(table, reader);
  const note = reader.text(table.note);
  const behind = reader.taken();
  if (known === BAD) return undefined;

  const source = known.source.id;
  const records = new RowRecords(reader, source, context.references);
  const said: { statement: Statement; evidence: Evidence }[] = [];
  const named = new Map<string, Record>();
  const used = new Set<number>();
  for (const state of table.states) {
    if (state.when && !holds(state.when, reader)) continue;
    const stance = reader.word(state.stance, WORD_LISTS.stance, true);
    const one = say(state, reader, records, context.scopes);
    const columns = reader.taken();
    if (one === BAD || stance === BAD || place === BAD || confidence === BAD || note === BAD) continue;
    const statement = identifyStatement(one.saying);
    const evidence = identifyEvidence({
      statement: statement.id,
      passage: place.id,
      source,
      owner: context.owner,
      confidence,
      stance: stance ?? 'supports',
      ...(note === undefined ? {} : { note }),
    });
    said.push({ statement, evidence });
    for (const record of one.records) named.set(record.id, record);
    for (const column of [...columns, ...behind]) used.add(column);
    if (state.when) used.add(reader.plan.index.get(state.when.column) ?? -1);
  }
  if (place === BAD || said.length === 0) return undefined;
  return { passage: place, records: [...named.values()], statements: said, used };
}

/** The source a row speaks for. */
export function readSource(
  table: TableSpec,
  reader: RowReader,
  sources: ReadonlyMap<string, KnownSource>,
): KnownSource | Bad {
  const word = reader.required(table.source, { zh: '来源', en: 'the source' });
  if (word === BAD) return BAD;
  return (
    sources.get(word) ?? reader.refuse('SOURCE_UNKNOWN', table.source, word, { near: didYouMean(word, sources.keys()) })
  );
}

function say(state: StateSpec, reader: RowReader, records: RowRecords, scopes: readonly string[]): Said | Bad {
  if ('relationship' in state) return sayRelationship(state, reader, records);
  return 'attribute' in state ? sayAttribute(state, reader, records) : sayIndicator(state, reader, records, scopes);
}

function holds(when: When, reader: RowReader): boolean {
  const cell = reader.cell(when.column);
  return 'is' in when ? cell === when.is : cell !== undefined;
}

/** Where the row's source says it; a table without passages is its own source, row by row. */
function readPassage(table: TableSpec, { source, file, text }: KnownSource, reader: RowReader): Passage | Bad {
  if (table.passage === undefined) return identifyPassage(source.id, `${table.file}!${reader.number}` as Locator);
  const written = reader.required(table.passage, { zh: '位置', en: 'the passage' });
  if (written === BAD) return BAD;
  const locator = Locator.safeParse(written);
  const range = /^(\d+)-(\d+)$/.exec(written);
  if (!locator.success || (range && Number(range[1]) >= Number(range[2]))) {
    return reader.refuse('LOCATOR_INVALID', table.passage, written);
  }
  if (text === undefined) return identifyPassage(source.id, locator.data);
  const found = range && Number(range[2]) > text.length ? undefined : passageText(text, locator.data);
  if (found !== undefined) return identifyPassage(source.id, locator.data, found);
  return reader.refuse('PASSAGE_OUTSIDE', table.passage, written, { file: file ?? '' });
}

function readConfidence(table: TableSpec, reader: RowReader): number | Bad {
  const text = reader.required(table.confidence, { zh: '可信度', en: 'the confidence' });
  if (text === BAD || reader.inForm(table.confidence, 'confidence', text) === BAD) return BAD;
  return Math.round(Number(text) * 1000);
}
