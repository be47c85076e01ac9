import type { PartialDate } from '#graph-model/dates.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { sortedUnique } from '#graph-model/text.ts';
import { listStateOf, type ListState } from '#server/analysis/consortia/list-state.ts';
import type { Named } from '#server/analysis/consortia/roles.ts';
import { servedBy, SERVES, type ServedChain } from '#server/analysis/consortia/served.ts';
import { isOver, mostReal, type Relation } from '#server/analysis/consortia/standing.ts';
import type { View } from '../view.ts';

/** What a list of consortia shows of each. */
export type ReadConsortium = {
  readonly at: View;
  readonly row: RowOf<'entity'>;
  readonly date: PartialDate;
  readonly relations: readonly Relation[];
  readonly attributes: readonly RowOf<'attribute'>[];
  /** The other ends of its relationships, and the chains that it serves. */
  readonly named: ReadonlyMap<string, Named>;
  readonly served: readonly ServedChain[];
  readonly state: ListState;
  readonly modality: Modality | undefined;
};

/** In the order given. */
export function readConsortia(
  at: View,
  rows: readonly RowOf<'entity'>[],
  date: PartialDate,
): Promise<readonly ReadConsortium[]> {
  return Promise.all(rows.map((row) => readConsortium(at, row, date)));
}

export async function readConsortium(at: View, row: RowOf<'entity'>, date: PartialDate): Promise<ReadConsortium> {
  const [relations, attributes] = await Promise.all([
    relationsOf(at, row.id),
    at.load.by('attribute', 'entity', row.id),
  ]);
  const ends = await readNamed(
    at,
    relations.flatMap(({ from, to }) => [from, to]),
  );
  const segments = relations.flatMap(({ type, from, to }) =>
    from === row.id && SERVES.includes(type) && ends.get(to)?.kind === 'Segment' ? [to as string] : [],
  );
  const chainsOf = await readChains(at, segments, date);
  const named = new Map([...ends, ...(await readNamed(at, [...chainsOf.values()].flat()))]);
  const standing = relations.filter((relation) => !isOver(relation, date));
  return {
    at,
    row,
    date,
    relations,
    attributes,
    named,
    served: servedBy(row.id, relations, chainsOf, named, date),
    state: listStateOf(row.id, standing, attributes),
    modality: mostReal(standing),
  };
}

/** Of both sides, each once. */
export async function relationsOf(at: View, id: string): Promise<readonly Relation[]> {
  const sides = await Promise.all([at.load.by('relationship', 'from', id), at.load.by('relationship', 'to', id)]);
  return [...new Map(sides.flat().map((relation) => [relation.id, relation])).values()];
}

export async function readNamed(at: View, ids: Iterable<string>): Promise<ReadonlyMap<string, Named>> {
  const rows = await at.load.rows('entity', new Set(ids));
  return new Map(rows.map(({ id, kind, name }) => [id as string, { kind, name }]));
}

/** The chains of each segment, by what has not ended. */
export function readChains(at: View, segments: readonly string[], date: PartialDate) {
  return readOut(at, segments, 'SEGMENT_OF', date);
}

/** The segments of each product, by what has not ended. */
export function readSegments(at: View, products: readonly string[], date: PartialDate) {
  return readOut(at, products, 'IN_SEGMENT', date);
}

async function readOut(
  at: View,
  ids: readonly string[],
  type: Relation['type'],
  date: PartialDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = sortedUnique(ids);
  const out = await Promise.all(asked.map((id) => at.load.by('relationship', 'from', id)));
  return new Map(
    asked.map((id, i) => {
      const steps = (out[i] ?? []).filter((relation) => relation.type === type && !isOver(relation, date));
      return [id, sortedUnique(steps.map(({ to }) => to as string))];
    }),
  );
}
