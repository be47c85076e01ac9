import { recordsDecided } from '#graph-model/derive/decisions.ts';
import { deriveWhole } from '#graph-model/derive/whole.ts';
import type { Record } from '#graph-model/facts/record.ts';
import { recordsOf, type Statement } from '#graph-model/facts/statement.ts';
import type { RecordId, StatementId } from '#graph-model/ids.ts';
import type { RowOf, Table } from '#graph-model/rows.ts';
import { all, inputsOf, recordOnly } from '#graph-model/store/whole-version.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import type { ExportRows } from './export-rows.ts';
import { mintedAnew, publicAnchors, renumbered } from './public-anchors.ts';
import { ownersOf, publicSources } from './public-sources.ts';

/**
 * What of a version rests on public sources alone, derived anew: counters, confidence, names, entities and their ids are
 * those that a store would have which never saw the rest. Decisions count when both their records are public and the
 * data set that holds them has no internal source: what a person decided inside, and why, stays inside.
 */
export async function publicPart(reader: GraphReader): Promise<ExportRows> {
  const inputs = await inputsOf(reader);
  const everySource = await all(reader, 'source');
  const open = new Set<string>(everySource.flatMap(({ id, visibility }) => (visibility === 'public' ? [id] : [])));
  const owners = ownersOf(everySource);
  const everyEvidence = (await all(reader, 'evidence')).filter(({ source }) => open.has(source));
  const coverage = (await all(reader, 'coverage')).filter(({ source }) => open.has(source));
  const { statements, records } = await withRejected(reader, inputs, everyEvidence);
  const isOpen = (id: RecordId) => open.has(records.get(id)?.source ?? '');
  const isSaidOpen = (id: StatementId) => {
    const statement = statements.get(id);
    return statement !== undefined && recordsOf(statement).every(isOpen);
  };
  const decision = (await all(reader, 'decision')).filter(({ owner, decision: one }) => {
    if (!owners.public.has(owner) || owners.internal.has(owner)) return false;
    return one.about === 'records' ? recordsDecided(one).every(isOpen) : isSaidOpen(one.statement);
  });
  const evidence = everyEvidence.filter(({ statement }) => isSaidOpen(statement));
  const decisions = decision.map((row) => row.decision);
  const anchors = await publicAnchors(reader, [...inputs.anchors.values()], isOpen, decisions);
  const sources = await publicSources(reader, everySource, [...evidence, ...coverage]);
  const derive = (held: typeof anchors) =>
    deriveWhole({
      sources: new Map(sources.map((row) => [row.id, row])),
      statements,
      records,
      evidence,
      coverage,
      decisions,
      anchors: held,
      redirects: [],
    });
  const before = derive(anchors);
  const fresh = await mintedAnew(reader, before.anchor, before.record, anchors);
  const whole =
    fresh.length === 0 ? before : derive(new Map([...anchors, ...fresh.map((anchor) => [anchor.id, anchor] as const)]));
  const kept = new Map([...anchors.values(), ...fresh, ...whole.anchor].map((anchor) => [anchor.id, anchor]));
  const scopes = new Set(whole.indicator.map(({ scope }) => scope));
  const cited = new Set<string>(evidence.map(({ passage }) => passage));
  const readers = new Set(evidence.map(({ owner }) => owner));
  const tables: { readonly [T in Table]: readonly RowOf<T>[] } = {
    ...whole,
    anchor: renumbered(kept.values()),
    source: sources,
    scope: (await all(reader, 'scope')).flatMap((row) =>
      scopes.has(row.id) ? [{ ...row, listedBy: row.listedBy.filter((owner) => readers.has(owner)) }] : [],
    ),
    evidence,
    coverage,
    decision,
    passage: (await all(reader, 'passage')).filter(({ id }) => cited.has(id)),
  };
  return {
    async *rows(table) {
      yield tables[table];
    },
  };
}

type Words = {
  readonly statements: ReadonlyMap<StatementId, Statement>;
  readonly records: ReadonlyMap<RecordId, Record>;
};

/** The live statements and records, and those that are not live only because somebody rejected what public sources say. */
async function withRejected(reader: GraphReader, live: Words, evidence: readonly RowOf<'evidence'>[]): Promise<Words> {
  const statements = new Map(live.statements);
  const records = new Map(live.records);
  for (const id of new Set(evidence.map(({ statement }) => statement))) {
    if (statements.has(id)) continue;
    const said = (await reader.history('statement', id)).at(-1)?.row.statement;
    if (said === undefined) continue;
    statements.set(id, said);
    for (const record of recordsOf(said)) {
      const last = records.has(record) ? undefined : (await reader.history('record', record)).at(-1);
      if (last !== undefined) records.set(record, recordOnly(last.row));
    }
  }
  return { statements, records };
}
