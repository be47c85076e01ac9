import type { RowOf } from '#graph-model/rows.ts';
import type { SliceFact, SlicePart } from '#server/analysis/board/slice.ts';

type Relation = RowOf<'relationship'>;
type Into = (id: string) => Promise<readonly Relation[]>;

/** What bears on a segment or on the chain; of a product only what makes it, studies it or judges it. */
export const OF_SEGMENT = ['ACTIVE_IN', 'SUPPORTS', 'TARGETS', 'ASSESSED'];
const OF_PRODUCT = ['PRODUCES', 'DEVELOPS', 'ASSESSED'];

/** A relationship with the segment that it bears on, and the product by which it does. */
export type Bearing = { readonly row: Relation; readonly segment: string; readonly product?: string };

/** What is said of each segment, and of each that is part of one of them, in this chain or in another. */
export async function readParts(
  segments: readonly string[],
  into: Into,
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

/** What bears on these segments: said of them, or of a product that belongs there. */
export async function readBearing(
  bySegment: ReadonlyMap<string, readonly Relation[]>,
  into: Into,
): Promise<readonly Bearing[]> {
  const products = [...bySegment].flatMap(([segment, rows]) =>
    rows.flatMap(({ type, from }) => (type === 'IN_SEGMENT' ? [{ segment, product: from }] : [])),
  );
  const byProduct = await Promise.all(products.map(({ product }) => into(product)));
  return [
    ...[...bySegment].flatMap(([segment, rows]) =>
      rows.filter(({ type }) => OF_SEGMENT.includes(type)).map((row) => ({ row, segment })),
    ),
    ...products.flatMap(({ segment, product }, i) =>
      (byProduct[i] ?? []).filter(({ type }) => OF_PRODUCT.includes(type)).map((row) => ({ row, segment, product })),
    ),
  ];
}

/** Nothing where no source of the day asked about or before supports it. */
export function factOf({ row, segment, product }: Bearing, sources: readonly string[]): readonly SliceFact[] {
  if (sources.length === 0) return [];
  const said = (name: string) => row.identity.find((one) => one.name === name)?.value;
  const { id, type, modality, from, context, confidence, validFrom, validTo, dispute } = row;
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
      validFrom,
      validTo,
      sources,
      disputed: dispute !== undefined,
    },
  ];
}
