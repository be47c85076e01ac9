import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identifyDecision, type RecordDecision } from '#graph-model/facts/decision.ts';
import { decisionId, type RecordId, recordId } from '#graph-model/ids.ts';
import type { RunFile } from '#graph-model/store/sqlite/run-file.ts';
import { type RecordRef, readDecisionLines } from '#ingest/dataset/decision-lines.ts';
import { decodeText } from '#ingest/dataset/decode.ts';
import { DECISIONS_FILE, type Dataset } from '#ingest/dataset/load-dataset.ts';
import { didYouMean } from '#ingest/report/near.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import type { Batch } from './batch.ts';
import { type Declarations, reportUnresolved } from './declarations.ts';

/**
 * What people decided, in the records that the rows made. Called when all rows are written.
 * @returns what is decided about two records of this data set
 * @param whole false when an error kept rows from being written: then only what is declared is looked for
 */
export async function stageDecisions(
  dataset: Dataset,
  declarations: Declarations,
  file: RunFile,
  batch: Batch,
  log: IssueLog,
  whole: boolean,
): Promise<readonly RecordDecision[]> {
  const decided: RecordDecision[] = [];
  const stamp = dataset.files.find(({ role }) => role === 'decisions');
  if (!stamp) return decided;
  const bytes = await readFile(join(dataset.folder, DECISIONS_FILE));
  if (createHash('sha256').update(bytes).digest('hex') !== stamp.sha256) {
    log.add('FILE_CHANGED', { file: DECISIONS_FILE, value: DECISIONS_FILE });
  }
  const text = decodeText(bytes, DECISIONS_FILE, log);
  if (text === undefined) return decided;
  for (const { line, says } of readDecisionLines(text, DECISIONS_FILE, log)) {
    const place = { file: DECISIONS_FILE, line };
    const { reason, who, at } = says;
    const shared = { owner: dataset.owner, reason, who, at };
    if ('statement' in says) {
      const { verdict, statement } = says;
      const known = !whole || file.values('statement', [statement]).size > 0;
      if (!known) log.add('DECISION_IDLE', { ...place, value: statement });
      batch.add({ table: 'decision', value: identifyDecision({ about: 'statement', verdict, statement, ...shared }) });
      continue;
    }
    const find = (ref: RecordRef, column: 'left' | 'right') =>
      findRecord(ref, { ...place, column }, dataset, declarations, whole ? file : undefined, log);
    const { verdict } = says;
    const rank = 'rank' in says ? { rank: says.rank } : {};
    const left = find(says.left, 'left');
    if (!('source' in says.right)) {
      if (left === undefined) continue;
      const cross = { verdict, ...rank, left, kind: says.left.kind, right: says.right, ...shared };
      batch.add({ table: 'crossDecision', value: { id: decisionId(cross), ...cross, line } });
      continue;
    }
    const right = find(says.right, 'right');
    if (left === undefined || right === undefined) continue;
    if (left === right) {
      log.add('DECISION_INVALID', place, { detail: 'left = right' });
      continue;
    }
    const decision = identifyDecision({ about: 'records', verdict, left, right, ...rank, ...shared });
    batch.add({ table: 'decision', value: decision });
    if (decision.about === 'records') decided.push(decision);
  }
  return decided;
}

function findRecord(
  ref: RecordRef,
  at: { file: string; line: number; column: string },
  dataset: Dataset,
  declarations: Declarations,
  file: RunFile | undefined,
  log: IssueLog,
): RecordId | undefined {
  const place = { ...at, value: ref.name };
  const value = `${ref.source} ${ref.kind} ${ref.name}`;
  const source = dataset.sources.get(ref.source)?.source;
  if (!source) {
    log.add('DECISION_DANGLING', { ...place, value }, { near: didYouMean(ref.source, dataset.sources.keys()) });
    return undefined;
  }
  const resolution = declarations.resolve(ref.name, source.id, [ref.kind]);
  if ('several' in resolution && reportUnresolved(resolution, declarations, ref.name, place, log)) return undefined;
  const id = 'found' in resolution ? recordId(source.id, ref.kind, resolution.found.key) : undefined;
  if (id !== undefined && (!file || file.values('record', [id]).size > 0)) return id;
  if (!declarations.incomplete) {
    log.add('DECISION_DANGLING', { ...place, value }, () => ({ near: declarations.near(ref.name) }));
  }
  return undefined;
}
