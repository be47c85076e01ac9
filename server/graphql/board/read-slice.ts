import { latest, type PartialDate } from '#graph-model/dates.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type {
  ChainSlice,
  Position,
  SliceCoverage,
  SliceFact,
  SlicePart,
  SliceSegment,
  SliceSource,
} from '#server/analysis/board/slice.ts';
import type { View } from '../view.ts';
import { readPeople } from './read-people.ts';
import { readSupport } from './read-support.ts';

type Relation = RowOf<'relationship'>;

/** What bears on a segment or on the chain; of a product only what makes it, studies it or judges it. */
const OF_SEGMENT = ['ACTIVE_IN', 'SUPPORTS', 'TARGETS', 'ASSESSED'];
const OF_PRODUCT = ['PRODUCES', 'DEVELOPS', 'ASSESSED'];

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
  const holds = ({ ended, validTo }: Relation) =>
    ended !== true && (validTo === undefined || latest(validTo) >= latest(date));
  const into = async (id: string) => (await at.load.by('relationship', 'to', id)).filter(holds);
  const outOf = async (id: string) => (await at.load.by('relationship', 'from', id)).filter(holds);

  const ofChain = await into(chain.id);
  const steps = ofChain.filter(({ type }) => type === 'SEGMENT_OF');
  const segments = steps.map(({ from }) => from);
  const inSegments = new Set<string>(segments);
  const fromSegment = await Promise.all(segments.map(outOf));
  const { bySegment, parts } = await readParts(segments, into);
  const products = [...bySegment].flatMap(([segment, rows]) =>
    rows.flatMap(({ type, from }) => (type === 'IN_SEGMENT' ? [{ segment, product: from }] : [])),
  );
  const byProduct = await Promise.all(products.map(({ product }) => into(product)));

  const bearing = [
    ...ofChain.filter(({ type }) => OF_SEGMENT.includes(type)).map((row) => ({ row, segment: chain.id as string })),
    ...[...bySegment].flatMap(([segment, rows]) =>
      rows.filter(({ type }) => OF_SEGMENT.includes(type)).map((row) => ({ row, segment })),
    ),
    ...products.flatMap(({ segment, product }, i) =>
      (byProduct[i] ?? []).filter(({ type }) => OF_PRODUCT.includes(type)).map((row) => ({ row, segment, product })),
    ),
  ];
  const between = fromSegment.flat().filter(({ to }) => inSegments.has(to));
  const { sourcesOf, sources } = await readSupport(at, new Set(bearing.map(({ row }) => row.id)), date);
  const facts = bearing.flatMap((one) => factOf(one, sourcesOf.get(one.row.id) ?? []));
  const coverage = await readCoverage(at, [chain.id, ...segments], sources);
  const { entities, around, reach } = await readPeople(at, facts, [...regions, ...coverage.map(({ place }) => place)]);
  const names = new Map((await at.load.rows('entity', segments)).map(({ id, name }) => [id as string, name]));
  return {
    chain: { id: chain.id, name: chain.name },
    segments: steps.map((step) => segmentOf(step, names.get(step.from) ?? '', between)),
    parts,
    flows: between
      .filter(({ type }) => type === 'FEEDS')
      .map((row) => ({ id: row.id, from: row.from, to: row.to, flow: detail(row, 'flow') ?? '' })),
    facts,
    entities,
    around,
    reach,
    sources,
    coverage,
  };
}

/** What is said of each segment, and of each that is part of one of them, in this chain or in another. */
async function readParts(
  segments: readonly string[],
  into: (id: string) => Promise<readonly Relation[]>,
): Promise<{ readonly bySegment: ReadonlyMap<string, readonly Relation[]>; readonly parts: readonly SlicePart[] }> {
  const bySegment = new Map<string, readonly Relation[]>();
  const parts: SlicePart[] = [];
  for (let open: readonly string[] = segments; open.length > 0;) {
    const read = await Promise.all(open.map(into));
    open.forEach((segment, i) => bySegment.set(segment, read[i] ?? []));
    const inner = read.flat().filter(({ type }) => type === 'PART_OF');
    parts.push(...inner.map(({ from, to }) => ({ id: from, partOf: to })));
    open = [...new Set<string>(inner.map(({ from }) => from))].filter((part) => !bySegment.has(part));
  }
  return { bySegment, parts };
}

function segmentOf(step: Relation, name: string, between: readonly Relation[]): SliceSegment {
  const order = detail(step, 'order');
  return {
    id: step.from,
    name,
    position: detail(step, 'position') as Position | undefined,
    order: order === undefined ? undefined : Number(order),
    partOf: between.find(({ type, from }) => type === 'PART_OF' && from === step.from)?.to,
  };
}

type Bearing = { readonly row: Relation; readonly segment: string; readonly product?: string };

function factOf({ row, segment, product }: Bearing, sources: readonly string[]): readonly SliceFact[] {
  if (sources.length === 0) return [];
  const said = (name: string) => row.identity.find((one) => one.name === name)?.value;
  const { id, type, modality, from, context, confidence, dispute } = row;
  return [
    {
      id,
      type,
      modality,
      from,
      segment,
      product,
      at: context,
      stage: said('stage'),
      verdict: said('verdict'),
      confidence,
      sources,
      disputed: dispute !== undefined,
    },
  ];
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
