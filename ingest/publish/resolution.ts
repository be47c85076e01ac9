import { type Resolvable, blockOf, components } from '#graph-model/derive/components.ts';
import { recordsDecided } from '#graph-model/derive/decisions.ts';
import { assignEntities } from '#graph-model/derive/entities.ts';
import { isSupported } from '#graph-model/derive/support.ts';
import { withinOf } from '#graph-model/derive/within.ts';
import type { RecordDecision } from '#graph-model/facts/decision.ts';
import type { Statement } from '#graph-model/facts/statement.ts';
import type { EntityId, RecordId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import type { Ahead } from './inputs-ahead.ts';
import { type MentionChanges, type Touched, decided } from './touched-statements.ts';

/** The records around a change, before and after, and the entities they make. Closed: no tie leads out of it. */
export type Resolution = {
  readonly before: ReadonlyMap<RecordId, RowOf<'record'>>;
  readonly after: ReadonlyMap<RecordId, RowOf<'record'>>;
  readonly anchors: readonly RowOf<'anchor'>[];
  readonly redirects: readonly RowOf<'redirect'>[];
  readonly decisions: readonly RecordDecision[];
  /** Records that are live before and after, in another entity. */
  readonly moved: ReadonlySet<RecordId>;
};

export async function resolve(
  ahead: Ahead,
  touched: ReadonlyMap<string, Touched>,
  mentions: MentionChanges,
  version: number,
): Promise<Resolution> {
  const renamed = await renamedRecords(ahead);
  const rescoped = await rescopedRecords(ahead, touched, renamed);
  const seeds = new Set<RecordId>([...mentions.keys(), ...renamed, ...rescoped]);
  for (const decision of decided(ahead)) recordsDecided(decision).forEach((id) => seeds.add(id));
  const { before, records, decisions } = await closure(ahead, seeds);
  const within = await scopes(ahead, touched, rescoped, before, records);
  const live: (Resolvable & { mentions: number })[] = [];
  for (const record of records.values()) {
    const count = (before.get(record.id)?.mentions ?? 0) + (mentions.get(record.id) ?? 0);
    if (count > 0) live.push({ ...record, within: within.get(record.id), mentions: count });
  }
  const groups = components(live, decisions);
  const anchors = await ahead.anchors(live.map(({ id }) => id));
  const { entityOf, minted, redirects } = assignEntities(groups, anchors, await formerEntities(ahead, before), version);
  const after = new Map<RecordId, RowOf<'record'>>();
  for (const record of live) {
    const entity = entityOf.get(record.id) as EntityId;
    const { within: scope, mentions: count, ...rest } = record;
    const row = { ...rest, entity, block: blockOf(record), mentions: count };
    after.set(record.id, scope === undefined ? row : { ...row, within: scope });
  }
  const moved = new Set<RecordId>();
  for (const [id, row] of after) {
    const known = before.get(id);
    if (known !== undefined && known.entity !== row.entity) moved.add(id);
  }
  return { before, after, anchors: minted, redirects, decisions, moved };
}

/**
 * Everything that shares an entity, a claim to an entity, a name (now or then) or a decision with the seeds, and so on
 * until nothing is added.
 */
async function closure(ahead: Ahead, seeds: ReadonlySet<RecordId>) {
  const before = new Map<RecordId, RowOf<'record'>>();
  const records = new Map<RecordId, Resolvable>();
  const decisions = new Map<string, RecordDecision>();
  const seen = new Set<RecordId>(seeds);
  let fresh: RecordId[] = [...seeds];
  while (fresh.length > 0) {
    const found = await ahead.records(fresh);
    for (const record of found.values()) records.set(record.id, record);
    const standing = await ahead.reader.get('record', fresh);
    for (const row of standing.values()) before.set(row.id, row);
    const next = new Set<RecordId>();
    const blocks = [...[...found.values()].map(blockOf), ...[...standing.values()].map(({ block }) => block)];
    const mates = await ahead.reader.find('record', 'block', blocks);
    const entities = [...standing.values()].map(({ entity }) => entity);
    const fellows = await ahead.reader.find('record', 'entity', entities);
    const claimed = [...(await ahead.anchors(fresh)).values()].map(({ entity }) => entity);
    const anchoring = (await ahead.anchorsOf(claimed)).map(({ id }) => id);
    const rivals = (await ahead.reader.get('record', anchoring)).values();
    for (const { id } of [...mates, ...fellows, ...rivals]) next.add(id);
    for (const decision of await ahead.decisionsOn(fresh)) {
      decisions.set(decision.id, decision);
      if (decision.verdict !== 'unsure') recordsDecided(decision).forEach((id) => next.add(id));
    }
    fresh = [...next].filter((id) => !seen.has(id));
    fresh.forEach((id) => seen.add(id));
  }
  return { before, records, decisions: [...decisions.values()].sort((a, b) => compareText(a.id, b.id)) };
}

/** Live records whose source now prints them otherwise. */
async function renamedRecords({ reader, inputs }: Ahead): Promise<ReadonlySet<RecordId>> {
  const standing = await reader.get('record', inputs.records.keys());
  const renamed = [...standing.values()].filter(({ id, name }) => inputs.records.get(id)?.name !== name);
  return new Set(renamed.map(({ id }) => id));
}

const SCOPING: ReadonlySet<string> = new Set(['SEGMENT_OF', 'PART_OF']);

/** Subjects of statements about a chain or parent that come, go, or whose chain or parent is renamed. */
async function rescopedRecords(
  { reader }: Ahead,
  touched: ReadonlyMap<string, Touched>,
  renamed: ReadonlySet<RecordId>,
): Promise<ReadonlySet<RecordId>> {
  const statements = [...touched.values()].map(({ statement }) => statement);
  for (const row of await reader.find('statement', 'object', renamed)) statements.push(row.statement);
  return new Set(statements.filter(({ predicate }) => SCOPING.has(predicate)).map(({ subject }) => subject));
}

/** The chain or parent that each record's own source gives its name. */
async function scopes(
  ahead: Ahead,
  touched: ReadonlyMap<string, Touched>,
  rescoped: ReadonlySet<RecordId>,
  before: ReadonlyMap<RecordId, RowOf<'record'>>,
  records: ReadonlyMap<RecordId, Resolvable>,
): Promise<ReadonlyMap<RecordId, string>> {
  const stating = new Map<RecordId, Statement[]>([...rescoped].map((id) => [id, []]));
  const untouched = (await ahead.reader.find('statement', 'subject', rescoped)).filter(({ id }) => !touched.has(id));
  const evidence = await ahead.evidenceOf(untouched.map(({ statement }) => statement.id));
  for (const { statement } of untouched) {
    const backed = isSupported({ evidence: evidence.get(statement.id) ?? [] });
    if (backed) stating.get(statement.subject)?.push(statement);
  }
  for (const each of touched.values()) {
    if (each.lives && isSupported(each)) stating.get(each.statement.subject)?.push(each.statement);
  }
  const scoping = [...stating.values()].flat().filter(({ predicate }) => SCOPING.has(predicate));
  const named = await ahead.records(scoping.flatMap((each) => (each.says === 'relationship' ? [each.object] : [])));
  const scopes = new Map<RecordId, string>();
  for (const [id, record] of records) {
    const statements = stating.get(id);
    const scope =
      statements === undefined
        ? before.get(id)?.within
        : withinOf(record, statements, (object) => named.get(object)?.name ?? '');
    if (scope !== undefined) scopes.set(id, scope);
  }
  return scopes;
}

/** The entity each record is part of now, with the version that first showed it. */
async function formerEntities(
  ahead: Ahead,
  before: ReadonlyMap<RecordId, RowOf<'record'>>,
): Promise<(record: RecordId) => Pick<RowOf<'anchor'>, 'entity' | 'first'> | undefined> {
  const first = new Map<EntityId, number>();
  for (const anchor of await ahead.anchorsOf([...before.values()].map(({ entity }) => entity))) {
    first.set(anchor.entity, Math.min(anchor.first, first.get(anchor.entity) ?? anchor.first));
  }
  return (record) => {
    const entity = before.get(record)?.entity;
    return entity === undefined ? undefined : { entity, first: first.get(entity) ?? 1 };
  };
}
