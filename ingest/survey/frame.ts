import type { Kind } from '#graph-model/ontology/kinds.ts';
import { isWeakName } from '#graph-model/names.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { givesScope } from '#graph-model/derive/within.ts';
import { compareText } from '#graph-model/text.ts';

/** A thing as one record of the store names it, with what tells it apart from others of that name. */
export type FrameThing = {
  /** The record: what the thing is called by, below. */
  readonly record: string;
  readonly entity: string;
  readonly kind: Kind;
  readonly name: string;
  /** The chain of a segment, what a place or park is part of: the records that its own source states. */
  readonly within: readonly { readonly type: 'SEGMENT_OF' | 'PART_OF'; readonly record: string }[];
};

export type Frame = {
  /** By entity, the thing to speak of it by. Entities that no full name leads to are absent. */
  readonly of: ReadonlyMap<string, FrameThing>;
  /** These and all that they are within. */
  readonly things: readonly FrameThing[];
};

const LEVELS = 8;

/**
 * How to say each of these entities in another source so that the rule of names finds them again.
 * @param owner whose own records are left out: what a data set said before is no reason to say it again
 */
export async function frameOf(reader: GraphReader, entities: Iterable<string>, owner: string): Promise<Frame> {
  const things = new Map<string, FrameThing>();
  const records = await reader.find('record', 'entity', new Set(entities));
  const sources = await reader.get('source', new Set(records.map(({ source }) => source)));
  const isOwn = ({ source }: RowOf<'record'>) => sources.get(source)?.listedBy.every((one) => one === owner) === true;
  const best = bestRecords(records.filter((record) => !isOwn(record)));
  let open = best;
  for (let level = 0; level < LEVELS && open.length > 0; level++) {
    const parents = await parentsOf(reader, open);
    for (const { id, entity, kind, name } of open) {
      const within = (parents.get(id) ?? []).map(({ type, record }) => ({ type, record: record.id as string }));
      things.set(id, { record: id, entity, kind, name, within });
    }
    const next = [...parents.values()].flat().map(({ record }) => record);
    open = [...new Map(next.map((record) => [record.id, record])).values()].filter(({ id }) => !things.has(id));
  }
  const of = new Map(best.map(({ id, entity }) => [entity as string, things.get(id) as FrameThing]));
  return { of, things: [...things.values()].sort((a, b) => compareText(a.record, b.record)) };
}

/** Of each entity the record that says where it belongs, before one that does not; of equals the least id. */
function bestRecords(records: readonly RowOf<'record'>[]): readonly RowOf<'record'>[] {
  const best = new Map<string, RowOf<'record'>>();
  const named = records.filter(({ name, kind }) => !isWeakName(name, kind));
  const order = named.toSorted(
    (a, b) => Number(a.within === undefined) - Number(b.within === undefined) || compareText(a.id, b.id),
  );
  for (const record of order) if (!best.has(record.entity)) best.set(record.entity, record);
  return [...best.values()];
}

type Parent = { readonly type: 'SEGMENT_OF' | 'PART_OF'; readonly record: RowOf<'record'> };

/** What the statements of each record's own source say it is within. */
async function parentsOf(
  reader: GraphReader,
  records: readonly RowOf<'record'>[],
): Promise<ReadonlyMap<string, readonly Parent[]>> {
  const byId = new Map(records.map((record) => [record.id as string, record]));
  const statements = (await reader.find('statement', 'subject', byId.keys())).filter(({ statement, subject }) => {
    const record = byId.get(subject);
    return record !== undefined && givesScope(statement, record);
  });
  const named = await reader.get(
    'record',
    statements.flatMap(({ object }) => object ?? []),
  );
  const parents = new Map<string, Parent[]>();
  for (const { subject, object, statement } of statements) {
    const record = object === undefined ? undefined : named.get(object);
    if (record === undefined) continue;
    const known = parents.get(subject) ?? [];
    const type = statement.predicate === 'SEGMENT_OF' ? 'SEGMENT_OF' : 'PART_OF';
    if (!known.some((one) => one.record.id === record.id)) known.push({ type, record });
    parents.set(subject, known);
  }
  return parents;
}
