import { expect } from 'vitest';
import { type RecordDecision, identifyDecision } from '#graph-model/facts/decision.ts';
import type { Evidence } from '#graph-model/facts/evidence.ts';
import type { Record } from '#graph-model/facts/record.ts';
import type { Source } from '#graph-model/facts/source.ts';
import type { Statement } from '#graph-model/facts/statement.ts';
import { type EntityId, runId } from '#graph-model/ids.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { verifyVersion } from '#graph-model/store/verify.ts';
import { publishRun, rollbackRun } from '#ingest/publish/publish.ts';
import { QUIET, type RunContent, type Shown, shown, stagedRun } from '#test/support/publish-world.ts';
import { attribute, evidence, passage, record, relationship, source } from '#test/support/statements.ts';

/** A small world, told in runs. */

export const PLAN = source('plan', { publisher: '甲报' });
export const NEWS = source('news', { publisher: '乙报' });

export const FIRM = record(PLAN, 'Company', '陇泵有限公司');
export const TWIN = record(NEWS, 'Company', '陇泵有限公司');
export const SHORT = record(NEWS, 'Company', '陇泵');
export const CITY = record(PLAN, 'Place', '甲市');

export const NAMED = attribute(FIRM, 'name', '陇泵有限公司');
export const TWIN_NAMED = attribute(TWIN, 'name', '陇泵有限公司');
export const SHORT_NAMED = attribute(SHORT, 'name', '陇泵');
export const LOCATED = relationship(FIRM, 'LOCATED_IN', CITY);

const RECORDS = [FIRM, TWIN, SHORT, CITY];

export type Told = readonly [Statement, Source, Partial<Evidence>?];

/** What an owner tells in one run; the sources are those that are named. */
export function told(says: readonly Told[], more: Partial<RunContent> = {}): RunContent {
  const { owner = 'data/a', records = RECORDS } = more;
  return {
    sources: [...new Set(says.map(([, of]) => of))],
    passages: says.map(([, of]) => passage(of)),
    statements: says.map(([statement]) => statement),
    evidence: says.map(([statement, of, how]) => evidence(statement, of, { owner, ...how })),
    ...more,
    owner,
    records,
  };
}

export function decide(verdict: RecordDecision['verdict'], left: Record, right: Record, owner = 'data/a', day = 1) {
  const says = { owner, who: '编辑', reason: '看过', about: 'records' as const, at: `2025-01-0${day}` };
  return identifyDecision({ ...says, verdict, left: left.id, right: right.id });
}

export function judge(verdict: 'accept' | 'reject', statement: Statement, day = 1) {
  const says = { owner: 'data/a', who: '编辑', reason: '看过', about: 'statement' as const, at: `2025-01-0${day}` };
  return identifyDecision({ ...says, verdict, statement: statement.id });
}

/** Publishes, checks the version, and gives what it shows. */
export async function publish(store: GraphStore, content: RunContent): Promise<Shown> {
  const { version } = await publishRun(store, stagedRun(content), QUIET);
  return verified(store, version);
}

export async function verified(store: GraphStore, version: number): Promise<Shown> {
  expect(await verifyVersion(await store.reader(version))).toStrictEqual([]);
  return shown(store, version);
}

export async function rollBackNewest(store: GraphStore): Promise<Shown> {
  const run = (await store.runs()).at(-1);
  const { version } = await rollbackRun(store, run?.id ?? runId({}), QUIET);
  return verified(store, version);
}

export function entityOf({ record: rows }: Shown, of: Record): EntityId | undefined {
  return rows.find(({ id }) => id === of.id)?.entity;
}
