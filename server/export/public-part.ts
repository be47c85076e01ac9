import { deriveWhole } from '#graph-model/derive/whole.ts';
import { recordsDecided } from '#graph-model/derive/decisions.ts';
import { recordsOf } from '#graph-model/facts/statement.ts';
import type { RecordId } from '#graph-model/ids.ts';
import type { RowOf, Table } from '#graph-model/rows.ts';
import { all, inputsOf } from '#graph-model/store/whole-version.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { compareText } from '#graph-model/text.ts';
import type { ExportRows } from './export-rows.ts';

/**
 * What of a version rests on public sources alone, derived anew: counters, confidence, names and entities are those
 * that a store would have which never saw the rest. Decisions count when both their records are public.
 */
export async function publicPart(reader: GraphReader): Promise<ExportRows> {
  const inputs = await inputsOf(reader);
  const sources = (await all(reader, 'source')).filter(({ visibility }) => visibility === 'public');
  const open = new Set<string>(sources.map(({ id }) => id));
  const evidence = (await all(reader, 'evidence')).filter(({ source }) => open.has(source));
  const coverage = (await all(reader, 'coverage')).filter(({ source }) => open.has(source));
  const isOpen = (id: RecordId) => open.has(inputs.records.get(id)?.source ?? '');
  const decision = (await all(reader, 'decision')).filter((row) => {
    if (row.decision.about === 'records') return recordsDecided(row.decision).every(isOpen);
    const statement = inputs.statements.get(row.decision.statement);
    return statement !== undefined && recordsOf(statement).every(isOpen);
  });
  const anchors = new Map([...inputs.anchors].filter(([id]) => isOpen(id as RecordId)));
  // An entity that only internal records made does not show, not even as an id that leads elsewhere.
  const anchored = new Set([...anchors.values()].map(({ entity }) => entity));
  const whole = deriveWhole({
    ...inputs,
    sources: new Map(sources.map((row) => [row.id, row])),
    evidence,
    coverage,
    decisions: decision.map((row) => row.decision),
    anchors,
    redirects: inputs.redirects.filter(({ id }) => anchored.has(id)),
    former: await formerEntities(reader),
  });
  const scopes = new Set(whole.indicator.map(({ scope }) => scope));
  const cited = new Set<string>(evidence.map(({ passage }) => passage));
  const passage = (await all(reader, 'passage')).filter(({ id }) => cited.has(id));
  const anchor = [...new Map([...anchors.values(), ...whole.anchor].map((row) => [row.id, row])).values()];
  anchor.sort((a, b) => compareText(a.id, b.id));
  const tables: { readonly [T in Table]: readonly RowOf<T>[] } = {
    ...whole,
    anchor,
    source: sources,
    scope: (await all(reader, 'scope')).filter(({ id }) => scopes.has(id)),
    evidence,
    coverage,
    decision,
    passage,
  };
  return {
    async *rows(table) {
      yield tables[table];
    },
  };
}

async function formerEntities(reader: GraphReader) {
  const first = new Map<string, number>();
  for (const anchor of await all(reader, 'anchor')) {
    first.set(anchor.entity, Math.min(anchor.first, first.get(anchor.entity) ?? anchor.first));
  }
  const records = await all(reader, 'record');
  return new Map(records.map(({ id, entity }) => [id, { entity, first: first.get(entity) ?? 1 }]));
}
