import { recordDecisionsInForce } from '#graph-model/derive/decisions.ts';
import type { RecordDecision } from '#graph-model/facts/decision.ts';
import type { RecordId } from '#graph-model/ids.ts';
import { alikeButForm } from '#graph-model/legal-forms.ts';
import { foldName } from '#graph-model/names.ts';
import { NOTHING } from '#graph-model/store/nothing.ts';
import type { GraphReader, GraphStore } from '#graph-model/store/port.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import { DATASET_FILE, loadDataset } from '#ingest/dataset/load-dataset.ts';
import { boundDecisions } from '#ingest/decisions/bound-decisions.ts';
import { IssueLog } from '#ingest/report/issue-log.ts';
import { refuseIfWrong } from '#ingest/report/refusal.ts';
import type { RunReport } from '#ingest/report/run-report.ts';
import type { StagedRun } from '#ingest/staged-run.ts';
import type { Work } from '#ingest/work.ts';
import { indexTables } from './index-tables.ts';
import { firmNames } from './near-firms.ts';

/** Firms of a folder that are compared with the store: a register of a nation is none that a clerk looks through. */
const MOST_COMPARED = 5_000;

/**
 * The report of a folder, and what firms of it the newest version holds under a name that differs only in its legal
 * form. That stands beside the report of staging, which is of the folder alone: the same folder gives the same.
 * @throws GraphError CANCELLED; DATA_REFUSED where a decision names what the store does not hold
 */
export async function withNearInStore(
  store: GraphStore,
  folder: string,
  { run, report }: { readonly run: StagedRun; readonly report: RunReport },
  work: Work,
): Promise<RunReport> {
  const { version } = await store.head();
  const log = new IssueLog();
  const reader = version === 0 ? NOTHING : await store.reader(version, work.signal);
  const bound = await boundDecisions(reader, run, log);
  refuseIfWrong(log);
  const { names, decided } = await firmsOf(run, bound);
  if (names.size > MOST_COMPARED) {
    log.add('FIRM_FORMS_UNCOMPARED', { file: DATASET_FILE }, { most: MOST_COMPARED });
  } else {
    const known = await nearFirmsKnown(reader, run.owner, names, decided);
    if (known.size > 0) await reportAtRows(folder, known, log, work);
  }
  const warnings = [...report.warnings, ...log.groups('warning')];
  return { ...report, warnings: warnings.sort((a, b) => compareText(a.code, b.code)) };
}

type Firms = {
  /** Folded names: not many more than are compared. */
  readonly names: ReadonlySet<string>;
  /** By name: records of other data sets of which the run says whether they are that firm. */
  readonly decided: ReadonlyMap<string, readonly RecordId[]>;
};

async function firmsOf(run: StagedRun, bound: readonly RecordDecision[]): Promise<Firms> {
  const names = new Set<string>();
  const decided = new Map<string, readonly RecordId[]>();
  const said = bound.filter(({ verdict }) => verdict !== 'undecided');
  for await (const records of run.items('record', 'any')) {
    for (const { id, kind, name } of records) {
      if (kind !== 'Company') continue;
      const folded = foldName(name);
      names.add(folded);
      const others = said.filter(({ left }) => left === id).map(({ right }) => right);
      if (others.length > 0) decided.set(folded, [...(decided.get(folded) ?? []), ...others]);
    }
    if (names.size > MOST_COMPARED) break;
  }
  return { names, decided };
}

/** Each name at the row that first writes it: those are looked for only when there is something to tell. */
async function reportAtRows(
  folder: string,
  known: ReadonlyMap<string, readonly Held[]>,
  log: IssueLog,
  work: Work,
): Promise<void> {
  // What is wrong with the folder was told when it was staged.
  const silent = new IssueLog();
  const dataset = await loadDataset(folder, silent);
  if (dataset === undefined) return;
  const { declarations } = await indexTables(dataset, silent, { ...work, progress: () => {} });
  for (const { folded, said } of firmNames(declarations)) {
    const [{ name: value, file, line }] = said;
    for (const other of sortedUnique((known.get(folded) ?? []).map((one) => one.value))) {
      log.add('FIRM_FORM_KNOWN', { file, line, value }, { other, right: JSON.stringify({ name: other }) });
    }
  }
}

/** A firm of the store by one of its names. */
export type Held = { readonly value: string; readonly entity: string };

/** For each name that has some, names of other firms that differ only in their legal form, and that nobody decided on. */
export async function nearFirmsKnown(
  reader: GraphReader,
  owner: string,
  names: ReadonlySet<string>,
  decided: Firms['decided'],
): Promise<ReadonlyMap<string, readonly Held[]>> {
  const variants = new Map([...names].map((name) => [name, alikeButForm(name).filter((one) => !names.has(one))]));
  const held = await companiesNamed(reader, [...names, ...[...variants.values()].flat()]);
  const known = new Map<string, readonly Held[]>();
  for (const [name, others] of variants) {
    const same = new Set((held.get(name) ?? []).map(({ entity }) => entity));
    const distinct = others.flatMap((one) => held.get(one) ?? []).filter(({ entity }) => !same.has(entity));
    if (distinct.length === 0) continue;
    const told = await decidedWith(reader, owner, same, decided.get(name) ?? []);
    const open = distinct.filter(({ entity }) => !told.has(entity));
    if (open.length > 0) known.set(name, open);
  }
  return known;
}

/** Firms by their folded names. */
async function companiesNamed(
  reader: GraphReader,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly Held[]>> {
  const rows = await reader.find('name', 'folded', sortedUnique(names));
  const entities = await reader.get('entity', sortedUnique(rows.map(({ entity }) => entity)));
  const held = new Map<string, Held[]>();
  for (const { folded, value, entity } of rows) {
    if (entities.get(entity)?.kind !== 'Company') continue;
    held.set(folded, [...(held.get(folded) ?? []), { value, entity }]);
  }
  return held;
}

/**
 * Entities of which somebody has said whether they are one of these: this run, or another owner; what this owner said
 * before is what the run says now.
 */
async function decidedWith(
  reader: GraphReader,
  owner: string,
  entities: ReadonlySet<string>,
  now: readonly RecordId[],
): Promise<ReadonlySet<string>> {
  const records = (await reader.find('record', 'entity', [...entities].sort())).map(({ id }) => id);
  const all = await Promise.all([reader.find('decision', 'left', records), reader.find('decision', 'right', records)]);
  const decisions = all.flat().flatMap((row) => (row.owner === owner ? [] : [row.decision]));
  const said = recordDecisionsInForce(decisions).filter(({ verdict }) => verdict !== 'undecided');
  const others = await reader.get(
    'record',
    sortedUnique([...now, ...said.flatMap(({ left, right }) => [left, right])]),
  );
  return new Set([...others.values()].map(({ entity }) => entity));
}
