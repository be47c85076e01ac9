import type { PartialDate } from '#graph-model/dates.ts';
import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import type { Visibility } from '#graph-model/ontology/vocabulary.ts';
import type { Change, RowOf } from '#graph-model/rows.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import { sheetKey, type Answer, type Status } from '#ingest/survey/form.ts';
import type { ResolvedSheet } from '#ingest/survey/resolve.ts';
import type { ReturnedCounts } from '#ingest/survey/returned.ts';
import { cellChanges, type CellChange, type Moment } from './cell-states.ts';
import type { Doubt } from './same-firms.ts';

/** What accepting one returned sheet would do, in names; lists in code point order. */
export type SheetDifference = {
  readonly file: string;
  readonly sheet: string;
  readonly key: string;
  readonly office: string;
  readonly publisher: string;
  readonly date: PartialDate;
  readonly visibility: Visibility;
  readonly counts: ReturnedCounts;
  readonly answers: readonly { readonly label: string; readonly answer: Answer }[];
  readonly firms: {
    /** The store has no such body yet. */
    readonly fresh: readonly string[];
    /** Known, and something new is said of it, or no longer said. */
    readonly changed: readonly string[];
    readonly unchanged: readonly string[];
    /** An earlier return of this sheet listed it; this one does not. */
    readonly gone: readonly string[];
    /** Pairs that stand as two firms, and may be one. */
    readonly maybeOne: readonly (readonly [string, string])[];
  };
  /** The rows of firms that are used, as they were read, in the order of the sheet. */
  readonly rows: readonly RowRead[];
  readonly cells: readonly CellChange[];
};

/** A row of firms in the words that were read; what was left empty is null. */
export type RowRead = {
  /** As a spreadsheet counts: from 1. */
  readonly row: number;
  readonly segment: string;
  readonly name: string;
  readonly code: string | null;
  /** The park that is written, else the office. */
  readonly area: string;
  readonly products: readonly string[];
  readonly capacity: string | null;
  readonly status: Status;
};

export type StagedSheet = {
  /** The records of the sheet, with the entities that they would be part of. */
  readonly staged: readonly RowOf<'record'>[];
  readonly changes: readonly Change[];
  readonly doubts: readonly Doubt[];
};

export async function differenceOf(
  { sheet, office, subjects }: ResolvedSheet,
  { staged, changes, doubts }: StagedSheet,
  before: Moment,
  after: Moment,
): Promise<SheetDifference> {
  const chains = new Set([...sheet.answers, ...sheet.firms].map(({ chain }) => chain));
  const cells: CellChange[] = [];
  for (const id of chains) {
    const chain = (await before.at.load.entity(id))?.row;
    if (chain === undefined) continue;
    const answered = sheet.answers.filter((one) => one.chain === id);
    const whole = answered.some(({ segment }) => segment === undefined);
    const of = new Set(answered.map((one) => subjects.get(`${one.chain} ${one.segment ?? '-'}`)?.id as string));
    const isAnswered = (segment: string) => whole || of.has(segment);
    cells.push(...(await cellChanges(before, after, chain, office, { isAnswered, doubts })));
  }
  return {
    file: sheet.file,
    sheet: sheet.sheet,
    key: sheetKey(sheet.sha256),
    office: office.name,
    publisher: sheet.publisher,
    date: sheet.date,
    visibility: sheet.visibility,
    counts: sheet.counts,
    answers: sheet.answers.map(({ label, answer }) => ({ label, answer })),
    firms: { ...(await firmsOf(staged, changes, before)), maybeOne: doubts.map(({ names }) => names) },
    rows: sheet.firms.map(({ row, label, name, code, park, products, capacity, status }) => ({
      row: row + 1,
      segment: label,
      name,
      code: code ?? null,
      area: park ?? office.name,
      products,
      capacity: capacity ?? null,
      status,
    })),
    cells,
  };
}

const BODIES: readonly Kind[] = KIND_SETS.body;

async function firmsOf(
  staged: readonly RowOf<'record'>[],
  changes: readonly Change[],
  { at }: Moment,
): Promise<Omit<SheetDifference['firms'], 'maybeOne'>> {
  const listed = new Map(
    staged.filter(({ kind }) => BODIES.includes(kind)).map(({ entity, name }) => [entity as string, name]),
  );
  const touched = new Set<string>();
  const lost = new Set<string>();
  const closed = changes.flatMap((change) =>
    'close' in change && change.table === 'relationship' ? change.close : [],
  );
  for (const { from } of await at.load.rows('relationship', closed)) {
    if (listed.has(from)) touched.add(from);
    else lost.add(from);
  }
  for (const change of changes) {
    if (!('open' in change)) continue;
    if (change.table === 'relationship') touched.add(change.open.from);
    if (change.table === 'attribute') touched.add(change.open.entity);
  }
  const known = new Set((await at.load.rows('entity', listed.keys())).map(({ id }) => id as string));
  const gone = (await at.load.rows('entity', lost)).filter(({ kind }) => BODIES.includes(kind));
  const names = (isIn: (entity: string) => boolean) =>
    [...listed].flatMap(([entity, name]) => (isIn(entity) ? name : [])).sort(compareText);
  return {
    fresh: names((id) => !known.has(id)),
    changed: names((id) => known.has(id) && touched.has(id)),
    unchanged: names((id) => known.has(id) && !touched.has(id)),
    gone: sortedUnique(gone.map(({ name }) => name)),
  };
}
