import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import { batchOf, type RowOf } from '#graph-model/rows.ts';
import { sortedUnique } from '#graph-model/text.ts';
import type { Plan, PlanFact } from '#server/analysis/layout/plan.ts';
import { byIdOf } from './by-id.ts';
import { readContainers } from './read-containers.ts';
import type { View } from '../view.ts';

/** Pieces of evidence of one source that are looked through: a plan of 130 paragraphs has under 1,500. */
export const MOST_EVIDENCE = 20_000;

/** What a layout is made from. */
const TYPES: readonly RelationshipType[] = [
  'ACTIVE_IN',
  'TARGETS',
  'SUPPORTS',
  'PART_OF',
  'LOCATED_IN',
  'APPLIES_TO',
  'COLLABORATES_WITH',
  'RESPONSIBLE_FOR',
  'HOSTS',
];

export type ReadPlan = {
  readonly plan: Plan;
  /** More evidence than is looked through. */
  readonly cut: boolean;
};

/** What one source says of who is to develop what where, as large as the source and no larger. */
export async function readPlan(at: View, source: RowOf<'source'>): Promise<ReadPlan> {
  let read = at.kept?.plans.get(at.version, source.id);
  if (read === undefined) {
    read = await readSource(at, source);
    at.kept?.plans.set(at.version, source.id, read);
  }
  return read;
}

async function readSource(at: View, source: RowOf<'source'>): Promise<ReadPlan> {
  const { evidence, cut } = await readEvidence(at, source);
  const passagesOf = await passagesByFact(at, evidence);
  const facts = [...passagesOf.keys()].sort();
  const rows = (await at.load.rows('relationship', facts)).filter(({ type }) => TYPES.includes(type));
  const aims = (await at.load.rows('indicator', facts)).filter(({ figure }) => figure === 'target');
  const ends = sortedUnique(rows.flatMap(({ from, to, context }) => [from, to, ...(context ? [context] : [])]));
  const said = rows.map((row): PlanFact => {
    const passages = [...(passagesOf.get(row.id) ?? [])];
    const { id, type, modality, from, to, context } = row;
    return { id, type, modality, from, to, at: context, passages };
  });
  const named = byIdOf(await at.load.rows('entity', ends));
  const { placedIn, liesIn, rows: areas } = await readContainers(at, said, named);
  const passages = await at.load.rows('passage', new Set(said.flatMap((fact) => fact.passages)));
  return {
    plan: {
      facts: said,
      entities: new Map([...named, ...areas]),
      locators: new Map(passages.map(({ id, locator }) => [id as string, locator])),
      placedIn,
      liesIn,
      chainsOf: await readChains(
        at,
        [...named.values()].filter(({ kind }) => kind === 'Segment'),
      ),
      coverage: await readClaims(at, source),
      targets: aims.map(({ id, entity }) => ({ id, entity })),
    },
    cut,
  };
}

async function readEvidence(at: View, source: RowOf<'source'>) {
  const batches = source.listedBy.map((owner) => batchOf(owner, source.id)).sort();
  const rows = await at.reader.find('evidence', 'batch', batches, { limit: MOST_EVIDENCE + 1 });
  const evidence = rows.slice(0, MOST_EVIDENCE).filter(({ stance }) => stance === 'supports');
  return { evidence, cut: rows.length > MOST_EVIDENCE };
}

/** By fact that the source supports: the passages behind it. */
async function passagesByFact(at: View, evidence: readonly RowOf<'evidence'>[]) {
  const statements = byIdOf(await at.load.rows('statement', new Set(evidence.map(({ statement }) => statement))));
  const by = new Map<string, Set<string>>();
  for (const { statement, passage } of evidence) {
    const fact = statements.get(statement)?.fact;
    if (fact === undefined) continue;
    const known = by.get(fact);
    if (known === undefined) by.set(fact, new Set([passage]));
    else known.add(passage);
  }
  return by;
}

async function readChains(at: View, segments: readonly RowOf<'entity'>[]): Promise<Plan['chainsOf']> {
  const out = await Promise.all(segments.map(({ id }) => at.load.by('relationship', 'from', id)));
  return new Map(
    segments.map(({ id }, i) => {
      const steps = (out[i] ?? []).filter(({ type }) => type === 'SEGMENT_OF');
      return [id as string, sortedUnique(steps.map(({ to }) => to as string))];
    }),
  );
}

async function readClaims(at: View, source: RowOf<'source'>): Promise<Plan['coverage']> {
  const rows = await at.load.coverageOf(source);
  const records = byIdOf(await at.load.rows('record', new Set(rows.flatMap(({ subject, place }) => [subject, place]))));
  return rows.flatMap(({ subject, place, extent }) => {
    const [of, where] = [records.get(subject)?.entity, records.get(place)?.entity];
    return of === undefined || where === undefined ? [] : [{ subject: of, place: where, extent }];
  });
}
