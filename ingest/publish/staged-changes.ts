import { GraphError } from '#graph-model/errors.ts';
import type { Decision } from '#graph-model/facts/decision.ts';
import type { Record } from '#graph-model/facts/record.ts';
import { recordsOf } from '#graph-model/facts/statement.ts';
import type { RecordId, SourceId } from '#graph-model/ids.ts';
import { type RowOf, batchOf } from '#graph-model/rows.ts';
import type { GraphReader, Head } from '#graph-model/store/port.ts';
import { canonicalJson, compareText } from '#graph-model/text.ts';
import { recordsDecided, statementVerdicts } from '#graph-model/derive/decisions.ts';
import type { ItemTable, ItemTypes } from '../item.ts';
import type { StagedRun } from '../staged-run.ts';
import { IssueLog } from '../report/issue-log.ts';
import { refuseIfWrong } from '../report/refusal.ts';
import { boundDecisions } from '../decisions/bound-decisions.ts';
import type { Closing, InputChanges, RowChanges } from './input-changes.ts';
import { listedChanges } from './listed-changes.ts';

/**
 * What a staged run changes: its evidence against what its owner had read out of the same sources before. Evidence that
 * did not come again is closed, but only of this owner and only in sources that were re-read whole.
 * @param order of what comes in great numbers, and so of the changes that follow from it; by id unless told
 * @throws GraphError INTERNAL_SOURCE, SOURCE_DIFFERS, SCOPE_DIFFERS; DATA_REFUSED where a decision names what the store
 *   does not hold
 */
export async function stagedChanges(
  reader: GraphReader,
  head: Head,
  run: StagedRun,
  order?: 'any',
): Promise<InputChanges> {
  const staged = await collect(run, 'source');
  const internal = staged.filter(({ visibility }) => visibility === 'internal');
  if (head.visibility === 'public' && internal.length > 0) {
    throw new GraphError('INTERNAL_SOURCE', { sources: internal.map(({ key }) => key) });
  }
  const source = await listedChanges(reader, 'source', run, staged);
  const scope = await listedChanges(reader, 'scope', run, await collect(run, 'scope'));
  const reread = new Set<SourceId>(run.reread === 'all' ? [...staged.map(({ id }) => id), ...source.gone] : run.reread);
  const read = await batchChanges(reader, run, 'evidence', reread, source.gone, order);
  const unheard = await unheardEvidence(reader, read.kept);
  const evidence = { open: [...read.open, ...unheard], close: read.close };
  const coverage = await batchChanges(reader, run, 'coverage', reread, source.gone);
  const decision = await decisionChanges(reader, run);

  const statementIds = new Set<string>(evidence.open.map(({ statement }) => statement));
  // What comes to life when a verdict goes may never have been live, so that the store does not hold its words.
  for (const row of [...decision.open, ...decision.close.map((closing) => closing.row)]) {
    if (row.statement !== undefined) statementIds.add(row.statement);
  }
  const statements = await pick(run, 'statement', statementIds, order);
  const recordIds = new Set<string>();
  for (const statement of statements.values()) recordsOf(statement).forEach((id) => recordIds.add(id));
  for (const { subject, place } of coverage.open) recordIds.add(subject).add(place);
  for (const row of decision.open) recordsDecided(row.decision).forEach((id) => recordIds.add(id));
  const records = await pickRecords(reader, run, recordIds, order);
  const passages = await pick(run, 'passage', new Set(evidence.open.map(({ passage }) => passage)), order);
  return { source: source.changes, scope: scope.changes, evidence, coverage, decision, statements, records, passages };
}

async function batchChanges<T extends 'evidence' | 'coverage'>(
  reader: GraphReader,
  run: StagedRun,
  table: T,
  reread: ReadonlySet<SourceId>,
  gone: ReadonlySet<SourceId>,
  order?: 'any',
): Promise<RowChanges<T> & { readonly kept: readonly RowOf<T>[] }> {
  const before = new Map<string, RowOf<T>>();
  const batches = [...reread].map((source) => batchOf(run.owner, source));
  for (const row of await reader.find(table, 'batch', batches)) before.set(row.id, row);
  const open: RowOf<T>[] = [];
  const kept: RowOf<T>[] = [];
  for await (const items of run.items(table, order)) {
    const elsewhere = items.filter(({ source }) => !reread.has(source)).map(({ id }) => id);
    const others = await reader.get(table, elsewhere);
    for (const item of items) {
      const row = { ...item, batch: batchOf(run.owner, item.source) } as RowOf<T>;
      const known = before.get(item.id) ?? others.get(item.id);
      before.delete(item.id);
      if (known === undefined || canonicalJson(known) !== canonicalJson(row)) open.push(row);
      else kept.push(known);
    }
  }
  const close = [...before.values()].map((row): Closing<T> => {
    return { row, reason: gone.has(row.source) ? 'source_removed' : 'extraction_changed' };
  });
  close.sort((a, b) => compareText(a.row.id, b.row.id));
  return { open, close, kept };
}

/** Statements looked up at once. */
const SLICE = 1_000;

/**
 * Standing evidence whose statement the store does not hold although nobody rejects it: it was rejected before it was
 * ever shown, so that its words were not kept, and the verdict has gone since. Told again, it lives.
 */
async function unheardEvidence(reader: GraphReader, kept: readonly RowOf<'evidence'>[]): Promise<RowOf<'evidence'>[]> {
  const unheard: RowOf<'evidence'>[] = [];
  for (let at = 0; at < kept.length; at += SLICE) {
    const rows = kept.slice(at, at + SLICE);
    const live = await reader.get(
      'statement',
      rows.map(({ statement }) => statement),
    );
    const silent = rows.filter(({ statement }) => !live.has(statement));
    const decided = await reader.find(
      'decision',
      'statement',
      silent.map(({ statement }) => statement),
    );
    const verdicts = statementVerdicts(decided.map(({ decision }) => decision));
    unheard.push(...silent.filter(({ statement }) => verdicts.get(statement) !== 'reject'));
  }
  return unheard;
}

async function decisionChanges(reader: GraphReader, run: StagedRun): Promise<RowChanges<'decision'>> {
  const log = new IssueLog();
  const bound = await boundDecisions(reader, run, log);
  refuseIfWrong(log);
  const said = new Map([...(await collect(run, 'decision')), ...bound].map((decision) => [decision.id, decision]));
  const before = new Map((await reader.find('decision', 'owner', [run.owner])).map((row) => [row.id, row]));
  const open = [...said.values()].filter(({ id }) => !before.delete(id)).map(decisionRow);
  const left = run.reread === 'all' ? [...before.values()] : [];
  const close = left.map((row): Closing<'decision'> => ({ row, reason: 'extraction_changed' }));
  return { open, close };
}

/** These records, and the live ones that this run prints otherwise: the same source, kind and key under another name. */
async function pickRecords(
  reader: GraphReader,
  run: StagedRun,
  ids: ReadonlySet<string>,
  order?: 'any',
): Promise<ReadonlyMap<RecordId, Record>> {
  const picked = new Map<RecordId, Record>();
  for await (const records of run.items('record', order)) {
    const standing = await reader.get(
      'record',
      records.map(({ id }) => id),
    );
    for (const record of records) {
      const { id, name } = record;
      if (ids.has(id) || (standing.get(id)?.name ?? name) !== name) picked.set(id, record);
    }
  }
  return picked;
}

function decisionRow(decision: Decision): RowOf<'decision'> {
  const { id, owner } = decision;
  if (decision.about === 'statement') return { id, owner, decision, statement: decision.statement };
  return { id, owner, decision, left: decision.left, right: decision.right };
}

async function collect<T extends ItemTable>(run: StagedRun, table: T): Promise<ItemTypes[T][]> {
  const all: ItemTypes[T][] = [];
  for await (const items of run.items(table)) all.push(...items);
  return all;
}

async function pick<T extends ItemTable>(
  run: StagedRun,
  table: T,
  ids: ReadonlySet<string>,
  order?: 'any',
): Promise<ReadonlyMap<ItemTypes[T]['id'], ItemTypes[T]>> {
  const picked = new Map<ItemTypes[T]['id'], ItemTypes[T]>();
  if (ids.size === 0) return picked;
  for await (const items of run.items(table, order)) {
    for (const item of items) if (ids.has(item.id)) picked.set(item.id, item);
  }
  return picked;
}
