import fc from 'fast-check';
import { identifySource } from '#graph-model/facts/source.ts';
import { readingId, runId } from '#graph-model/ids.ts';
import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { MODALITIES, SOURCE_CLASSES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import type { Change, RowOf } from '#graph-model/rows.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { canonicalJson } from '#graph-model/text.ts';
import { entityRow, relationshipRow, sourceRow } from '#test/support/rows.ts';

/** What one version shows of all that a projection reads: few things, so that they come, change and go often. */

type Shown = ReadonlyMap<string, Extract<Change, { readonly open: unknown }>>;

const THINGS = ['甲', '乙', '丙', '丁', '戊', '己'];
const thing = fc.constantFrom(...THINGS);

const entity = fc.record({ name: thing, kind: fc.constantFrom(...KIND_NAMES.slice(0, 3)) });
const tie = fc.record({
  from: thing,
  to: thing,
  patch: fc.record({
    type: fc.constantFrom(...RELATIONSHIP_TYPES.slice(0, 2)),
    modality: fc.constantFrom(...wordsOf(MODALITIES)),
    confidence: fc.constantFrom(500, 900),
    classes: fc.subarray(wordsOf(SOURCE_CLASSES).slice(0, 3)),
    ended: fc.boolean(),
  }),
  /** Parallel relationships: what is identical beside is one. */
  topic: fc.nat({ max: 1 }),
});
const source = fc.record({
  key: fc.constantFrom('a', 'b', 'c'),
  date: fc.constantFrom('2024', '2025-01', '2025-12-31'),
  class: fc.constantFrom('register' as const, 'project_note' as const),
});

/** In one of three only the ties differ from a version to the next, in another only what is no tie. */
const version = fc.record({
  changes: fc.constantFrom('all', 'ties', 'others'),
  entities: fc.array(entity, { maxLength: 8 }),
  ties: fc.array(tie, { maxLength: 10 }),
  readings: fc.array(fc.tuple(thing, thing), { maxLength: 3 }),
  sources: fc.array(source, { maxLength: 3 }),
});
export type VersionSpec = typeof version extends fc.Arbitrary<infer T> ? T : never;

export const anyVersions: fc.Arbitrary<readonly VersionSpec[]> = fc.array(version, { minLength: 2, maxLength: 6 });

/** Publishes them one after the other: each opens and closes what it shows otherwise than the one before. */
export async function publishAll(store: GraphStore, versions: readonly VersionSpec[]): Promise<void> {
  let before: Shown = new Map();
  let last: VersionSpec | undefined;
  for (const [at, spec] of versions.entries()) {
    last = last === undefined ? spec : partlyAs(last, spec);
    const now = shownBy(last);
    const lease = await store.lease({ host: 'here.example', pid: process.pid });
    await lease.write(difference(before, now));
    await lease.commit({ id: runId({ at }), owner: 'data/any', title: `${at}`, asOf: '2025' });
    before = now;
  }
}

function partlyAs(last: VersionSpec, spec: VersionSpec): VersionSpec {
  if (spec.changes === 'all') return spec;
  return spec.changes === 'ties' ? { ...last, ties: spec.ties } : { ...spec, ties: last.ties };
}

function shownBy(spec: VersionSpec): Shown {
  const entities = new Map(spec.entities.map(({ name, kind }) => [name, entityRow(name, { kind })]));
  const opens = [
    ...spec.sources.map((each) => ({ table: 'source' as const, open: describedSource(each) })),
    ...[...entities.values()].map((open) => ({ table: 'entity' as const, open })),
    ...spec.ties
      .filter(({ from, to }) => entities.has(from) && entities.has(to))
      .map((each) => ({ table: 'relationship' as const, open: tieRow(each) })),
    ...spec.readings
      .filter((pair) => pair.every((name) => entities.has(name)))
      .map((pair) => ({ table: 'reading' as const, open: readingRow(...pair) })),
  ];
  return new Map(opens.map((change) => [change.open.id, change]));
}

function describedSource({ key, ...described }: VersionSpec['sources'][number]): RowOf<'source'> {
  const { id } = identifySource({ key, title: key, class: 'register', date: '2025', visibility: 'public' });
  return sourceRow({ id, key, title: key, ...described });
}

/** Its id says the ends, not the type: a row of one id may change in all else. */
function tieRow({ from, to, patch, topic }: VersionSpec['ties'][number]): RowOf<'relationship'> {
  const [here, there] = topic === 0 ? [from, to] : [`${from}二`, `${to}二`];
  const ends = { from: entityRow(from).id, to: entityRow(to).id };
  return relationshipRow(here, there, { ...patch, ...ends });
}

function readingRow(from: string, to: string): RowOf<'reading'> {
  const ends = { from: entityRow(from).id, to: entityRow(to).id };
  const decision = `d${'a'.repeat(20)}` as RowOf<'reading'>['decision'];
  return { id: readingId(ends.from, ends.to), ...ends, rank: 1, reason: '像', who: '编辑', at: '2025-01-01', decision };
}

function difference(before: Shown, now: Shown): Change[] {
  const gone = [...before].filter(([id]) => !now.has(id));
  const come = [...now].filter(([id, change]) => canonicalJson(before.get(id) ?? null) !== canonicalJson(change));
  return [
    ...come.map(([, change]) => change),
    ...gone.map(([id, { table }]) => ({ table, close: id, reason: 'source_removed' as const })),
  ];
}
