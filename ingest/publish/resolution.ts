import { type Resolvable, blockOf, components } from '#graph-model/derive/components.ts';
import { recordsDecided } from '#graph-model/derive/decisions.ts';
import { assignEntities } from '#graph-model/derive/entities.ts';
import { givesScope, withinOf } from '#graph-model/derive/within.ts';
import type { RecordDecision } from '#graph-model/facts/decision.ts';
import type { Statement } from '#graph-model/facts/statement.ts';
import type { EntityId, RecordId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import type { Ahead } from './ahead.ts';
import { type MentionChanges, type Touched, decided } from './touched.ts';

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
  const seeds = new Set<RecordId>(mentions.keys());
  for (const decision of decided(ahead)) recordsDecided(decision).forEach((id) => seeds.add(id));
  const scoped = [...touched.values()].filter(({ statement }) =>
    ['SEGMENT_OF', 'PART_OF'].includes(statement.predicate),
  );
  for (const { statement } of scoped) seeds.add(statement.subject);

  const { before, records, decisions } = await closure(ahead, seeds);
  const within = await scopes(ahead, touched, before, records);
  const live: (Resolvable & { mentions: number })[] = [];
  for (const record of records.values()) {
    const count = (before.get(record.id)?.mentions ?? 0) + (mentions.get(record.id) ?? 0);
    if (count > 0) live.push({ ...record, within: within.get(record.id), mentions: count });
  }
  const groups = components(live, decisions);
  const anchors = await ahead.reader.get(
    'anchor',
    live.map(({ id }) => id),
  );
  const orphan = await orphans(ahead, groups, before, new Set(live.map(({ id }) => id)));
  const { entityOf, minted, redirects } = assignEntities(groups, anchors, orphan, version);
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

/** Everything that shares an entity, a name or a decision with the seeds, and so on until nothing is added. */
async function closure(ahead: Ahead, seeds: ReadonlySet<RecordId>) {
  const before = new Map<RecordId, RowOf<'record'>>();
  const records = new Map<RecordId, Resolvable>();
  const decisions = new Map<string, RecordDecision>();
  let fresh: RecordId[] = [...seeds];
  while (fresh.length > 0) {
    const found = await ahead.records(fresh);
    for (const record of found.values()) records.set(record.id, record);
    for (const row of (await ahead.reader.get('record', fresh)).values()) before.set(row.id, row);
    const next = new Set<RecordId>();
    const mates = await ahead.reader.find('record', 'block', [...found.values()].map(blockOf));
    const entities = fresh.flatMap((id) => before.get(id)?.entity ?? []);
    const fellows = await ahead.reader.find('record', 'entity', entities);
    for (const { id } of [...mates, ...fellows]) next.add(id);
    for (const decision of await ahead.decisionsOn(fresh)) {
      decisions.set(decision.id, decision);
      if (decision.verdict !== 'unsure') recordsDecided(decision).forEach((id) => next.add(id));
    }
    fresh = [...next].filter((id) => !records.has(id));
  }
  return { before, records, decisions: [...decisions.values()].sort((a, b) => compareText(a.id, b.id)) };
}

/** The chain or parent that each record's own source gives its name. */
async function scopes(
  ahead: Ahead,
  touched: ReadonlyMap<string, Touched>,
  before: ReadonlyMap<RecordId, RowOf<'record'>>,
  records: ReadonlyMap<RecordId, Resolvable>,
): Promise<ReadonlyMap<RecordId, string>> {
  const scopes = new Map<RecordId, string>();
  const changed = new Map<RecordId, Statement[]>();
  for (const { statement } of touched.values()) {
    const subject = records.get(statement.subject);
    if (subject === undefined || !givesScope(statement, subject)) continue;
    changed.set(subject.id, []);
  }
  for (const row of await ahead.reader.find('statement', 'subject', changed.keys())) {
    if (!touched.has(row.id)) changed.get(row.subject)?.push(row.statement);
  }
  for (const { statement, lives } of touched.values()) {
    if (lives) changed.get(statement.subject)?.push(statement);
  }
  const named = [...changed.values()].flat().flatMap((each) => (each.says === 'relationship' ? [each.object] : []));
  const objects = await ahead.records(named);
  for (const [id, record] of records) {
    const statements = changed.get(id);
    const scope =
      statements === undefined
        ? before.get(id)?.within
        : withinOf(record, statements, (object) => objects.get(object)?.name ?? '');
    if (scope !== undefined) scopes.set(id, scope);
  }
  return scopes;
}

/**
 * An entity whose anchoring records are all gone, while others of its records live on, keeps its id: the component with
 * the least of those records takes it over.
 */
async function orphans(
  ahead: Ahead,
  groups: readonly (readonly { readonly id: RecordId }[])[],
  before: ReadonlyMap<RecordId, RowOf<'record'>>,
  live: ReadonlySet<RecordId>,
) {
  const former = (group: readonly { readonly id: RecordId }[]) =>
    group.flatMap(({ id }) => before.get(id)?.entity ?? []);
  const anchors = await ahead.reader.find('anchor', 'entity', groups.flatMap(former));
  const anchored = new Set<EntityId>();
  const first = new Map<EntityId, number>();
  for (const anchor of anchors) {
    if (live.has(anchor.id)) anchored.add(anchor.entity);
    first.set(anchor.entity, Math.min(anchor.first, first.get(anchor.entity) ?? anchor.first));
  }
  const taken = new Set<EntityId>();
  return (group: readonly { readonly id: RecordId }[]) => {
    const free = former(group).filter((entity) => !anchored.has(entity) && !taken.has(entity));
    const entity = free.sort((a, b) => (first.get(a) ?? 0) - (first.get(b) ?? 0) || compareText(a, b))[0];
    if (entity === undefined) return undefined;
    taken.add(entity);
    return { entity, first: first.get(entity) ?? 1 };
  };
}
