import { latest, type PartialDate } from '#graph-model/dates.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type {
  ChainSlice,
  Position,
  SliceCoverage,
  SliceFramework,
  SliceSegment,
  SliceSource,
} from '#server/analysis/board/slice.ts';
import type { View } from '../view.ts';
import { withRegions } from './read-areas.ts';
import { factOf, OF_SEGMENT, readBearing, readParts } from './read-bearing.ts';
import { readPeople } from './read-people.ts';
import { readSupport } from './read-support.ts';

type Relation = RowOf<'relationship'>;

/** Between segments: what is part of what, and what feeds what. */
const ORDERING = ['PART_OF', 'FEEDS'];

/** A day after every source. */
const EVER = '9999';

/** Segments of a chain that are read; more would be no board. The others are counted. */
export const MOST_SEGMENTS = 200;

/**
 * All that the board of a chain is made from, as known on a day: facts that have not ended by then and that some
 * source of that day or before supports. Read by key, so it is as large as the chain and no larger.
 */
export async function readSlice(
  at: View,
  chain: RowOf<'entity'>,
  regions: readonly string[],
  date: PartialDate,
): Promise<ChainSlice> {
  const key = `${chain.id} ${date}`;
  let slice = at.kept?.slices.get(at.version, key);
  if (slice === undefined) {
    slice = await readChain(at, chain, date);
    at.kept?.slices.set(at.version, key, slice);
  }
  return withRegions(at, slice, regions);
}

async function readChain(at: View, chain: RowOf<'entity'>, date: PartialDate): Promise<ChainSlice> {
  const holds = holdsOn(date);
  const into = async (id: string) => (await at.load.by('relationship', 'to', id)).filter(holds);
  const outOf = async (id: string) => (await at.load.by('relationship', 'from', id)).filter(holds);

  const ofChain = await into(chain.id);
  const all = stepsOf(ofChain);
  const first = inGivenOrder([...all.keys()], all).slice(0, MOST_SEGMENTS);
  const about = new Map(await Promise.all(first.map(async (id) => [id, await into(id)] as const)));
  const segments = withAllParts(first, all, about);
  const inSegments = new Set(segments);
  const fromSegment = await Promise.all(segments.map(outOf));
  const { bySegment, parts } = await readParts(segments, into);
  const bearing = [
    ...ofChain.filter(({ type }) => OF_SEGMENT.includes(type)).map((row) => ({ row, segment: chain.id as string })),
    ...(await readBearing(bySegment, into)),
  ];
  const between = fromSegment.flat().filter(({ to }) => inSegments.has(to));
  const ordering = [
    ...segments.flatMap((id) => (all.get(id) ?? []).filter((row) => detail(row, 'position') !== undefined)),
    ...between.filter(({ type }) => ORDERING.includes(type)),
  ];
  const [{ sourcesOf, sources }, framework] = await Promise.all([
    readSupport(at, new Set(bearing.map(({ row }) => row.id)), date),
    // Drawn whatever the day: so it is told of whatever the day.
    readSupport(at, new Set(ordering.map(({ id }) => id)), EVER),
  ]);
  const facts = bearing.flatMap((one) => factOf(one, sourcesOf.get(one.row.id) ?? []));
  const coverage = await readCoverage(at, [chain.id, ...segments], sources);
  const { entities, meantAreas, around, reach } = await readPeople(
    at,
    facts,
    new Set(coverage.map(({ place }) => place)),
  );
  const names = new Map((await at.load.rows('entity', segments)).map(({ id, name }) => [id as string, name]));
  return {
    chain: { id: chain.id, name: chain.name },
    segments: segments.map((id) => segmentOf(id, all.get(id) ?? [], names.get(id) ?? '', between)),
    omitted: [...all.keys()].filter((id) => !inSegments.has(id)).sort(),
    parts,
    flows: between
      .filter(({ type }) => type === 'FEEDS')
      .map((row) => ({ id: row.id, from: row.from, to: row.to, flow: detail(row, 'flow') ?? '' })),
    framework: frameworkOf(ordering, framework),
    facts,
    entities,
    meantAreas,
    around,
    reach,
    sources,
    coverage,
  };
}

function frameworkOf(
  ordering: readonly Relation[],
  { sourcesOf, sources }: Awaited<ReturnType<typeof readSupport>>,
): SliceFramework {
  const told = ordering.map(({ id }) => sourcesOf.get(id) ?? []).filter((ids) => ids.length > 0);
  const ofNotes = told.filter((ids) => ids.every((id) => sources.get(id)?.class === 'project_note'));
  return { ties: told.length, ofNotes: ofNotes.length, notes: [...new Set(ofNotes.flat())].sort() };
}

/** Has it not ended by that day? */
export function holdsOn(date: PartialDate) {
  return ({ ended, validTo }: Pick<Relation, 'ended' | 'validTo'>) =>
    ended !== true && (validTo === undefined || latest(validTo) >= latest(date));
}

/** What makes each segment one of the chain: more than one row where sources differ in how real it is. */
function stepsOf(ofChain: readonly Relation[]): ReadonlyMap<string, readonly Relation[]> {
  const steps = new Map<string, Relation[]>();
  for (const row of ofChain) {
    if (row.type !== 'SEGMENT_OF') continue;
    const known = steps.get(row.from);
    if (known === undefined) steps.set(row.from, [row]);
    else known.push(row);
  }
  return steps;
}

function inGivenOrder(ids: readonly string[], steps: ReadonlyMap<string, readonly Relation[]>): readonly string[] {
  const order = (id: string) => Number(stated(steps.get(id) ?? [], 'order') ?? Infinity);
  return ids.toSorted((a, b) => (order(a) === order(b) ? (a < b ? -1 : 1) : order(a) - order(b)));
}

/** Without a segment of which some part is left out: an actor there counts for it, and would be missed. */
function withAllParts(
  first: readonly string[],
  all: ReadonlyMap<string, unknown>,
  about: ReadonlyMap<string, readonly Relation[]>,
): readonly string[] {
  let kept = new Set(first);
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    const isWhole = (id: string) =>
      (about.get(id) ?? []).every(({ type, from }) => type !== 'PART_OF' || !all.has(from) || kept.has(from));
    kept = new Set([...kept].filter(isWhole));
  }
  return [...kept];
}

function segmentOf(id: string, steps: readonly Relation[], name: string, between: readonly Relation[]): SliceSegment {
  const order = stated(steps, 'order');
  return {
    id,
    name,
    position: stated(steps, 'position') as Position | undefined,
    order: order === undefined ? undefined : Number(order),
    partOf: between.find(({ type, from }) => type === 'PART_OF' && from === id)?.to,
  };
}

/** The first that says it. */
function stated(rows: readonly Relation[], name: string): string | undefined {
  return rows.map((row) => detail(row, name)).find((value) => value !== undefined);
}

/** What is carried beside the identity; of two values the first in their order. */
function detail({ details }: Relation, name: string): string | undefined {
  return details.find((one) => one.name === name)?.value;
}

async function readCoverage(
  at: View,
  subjects: readonly string[],
  known: Map<string, SliceSource>,
): Promise<readonly SliceCoverage[]> {
  const records = (await Promise.all(subjects.map((id) => at.load.by('record', 'entity', id)))).flat();
  const entityOf = new Map(records.map(({ id, entity }) => [id as string, entity as string]));
  const rows = (await Promise.all(records.map(({ id }) => at.load.by('coverage', 'subject', id)))).flat();
  const places = await at.load.rows('record', new Set(rows.map(({ place }) => place)));
  const placeOf = new Map(places.map(({ id, entity }) => [id as string, entity as string]));
  for (const source of await at.load.rows('source', new Set(rows.map((row) => row.source)))) {
    known.set(source.id, { id: source.id, class: source.class, publisher: source.publisher, date: source.date });
  }
  return rows.flatMap(({ subject, place, date, extent, source }) => {
    const [of, where] = [entityOf.get(subject), placeOf.get(place)];
    return of === undefined || where === undefined ? [] : [{ subject: of, place: where, date, extent, source }];
  });
}
