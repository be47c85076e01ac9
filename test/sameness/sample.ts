import { KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { all } from '#graph-model/store/whole-version.ts';
import { sortedUnique } from '#graph-model/text.ts';

type Relation = RowOf<'relationship'>;

/** What questions about one version are drawn from. Lists are in order of id, except where said. */
export type Sample = {
  readonly version: number;
  readonly newest: boolean;
  readonly entities: readonly RowOf<'entity'>[];
  readonly relations: readonly Relation[];
  readonly names: readonly RowOf<'name'>[];
  readonly sources: readonly RowOf<'source'>[];
  readonly readings: readonly RowOf<'reading'>[];
  readonly redirects: readonly RowOf<'redirect'>[];
  readonly byId: ReadonlyMap<string, RowOf<'entity'>>;
  readonly byKind: ReadonlyMap<Kind, readonly RowOf<'entity'>[]>;
  /** Relationships by either end. */
  readonly of: ReadonlyMap<string, readonly Relation[]>;
  /** Entities by how many relationships they have, most first. */
  readonly hubs: readonly string[];
  /** Entities without a relationship or a may-be reading. */
  readonly lone: readonly string[];
  readonly attributes: readonly RowOf<'attribute'>[];
  /** Entities by an attribute they have, beside the name; and those with an indicator. */
  readonly described: ReadonlyMap<string, readonly string[]>;
  readonly measured: readonly string[];
  /** Entities with a target and a baseline; where there are none, with a target. */
  readonly aimed: readonly string[];
  /** Entities with more than one name. */
  readonly named: readonly string[];
  /** Ids of entities and relationships of other versions that lead nowhere in this one. */
  readonly gone: readonly string[];
};

/** One sample a published version that holds anything, oldest first. */
export async function samplesOf(store: GraphStore): Promise<readonly Sample[]> {
  const { version: head } = await store.head();
  const samples: Omit<Sample, 'gone'>[] = [];
  for (let version = 1; version <= head; version++) samples.push(await sampleAt(store, version, head));
  const known = new Set(samples.flatMap(({ entities, relations }) => [...entities, ...relations].map(({ id }) => id)));
  return samples.flatMap((sample) => {
    if (sample.entities.length === 0) return [];
    const here = new Set<string>([...sample.entities, ...sample.relations, ...sample.redirects].map(({ id }) => id));
    return [{ ...sample, gone: [...known].filter((id) => !here.has(id)).sort() }];
  });
}

async function sampleAt(store: GraphStore, version: number, head: number): Promise<Omit<Sample, 'gone'>> {
  const reader = await store.reader(version);
  const entities = await all(reader, 'entity');
  const relations = await all(reader, 'relationship');
  const readings = await all(reader, 'reading');
  const of = new Map<string, Relation[]>();
  const put = (id: string, relation: Relation) => {
    const list = of.get(id);
    if (list === undefined) of.set(id, [relation]);
    else list.push(relation);
  };
  for (const relation of relations) {
    put(relation.from, relation);
    if (relation.to !== relation.from) put(relation.to, relation);
  }
  const doubtful = new Set<string>(readings.flatMap(({ from, to }) => [from, to]));
  const ids = entities.map(({ id }): string => id);
  const many = (id: string) => of.get(id)?.length ?? 0;
  const names = await all(reader, 'name');
  const seen = new Set<string>();
  const named = names.filter(({ entity }) => seen.has(entity) || !seen.add(entity)).map(({ entity }) => entity);
  const indicators = await all(reader, 'indicator');
  const attributes = await all(reader, 'attribute');
  const aims = (wanted: string) => indicators.flatMap(({ entity, figure }) => (figure === wanted ? [entity] : []));
  const both = aims('target').filter((entity) => aims('baseline').includes(entity));
  return {
    version,
    newest: version === head,
    entities,
    relations,
    names,
    sources: await all(reader, 'source'),
    named: sortedUnique(named),
    readings,
    redirects: await all(reader, 'redirect'),
    byId: new Map(entities.map((row) => [row.id as string, row])),
    byKind: new Map(KIND_NAMES.map((kind) => [kind, entities.filter((row) => row.kind === kind)])),
    of,
    hubs: ids.filter((id) => many(id) > 0).sort((a, b) => many(b) - many(a)),
    attributes,
    described: byAttribute(attributes),
    measured: sortedUnique(indicators.map(({ entity }) => entity)),
    aimed: sortedUnique(both.length > 0 ? both : aims('target')),
    lone: ids.filter((id) => many(id) === 0 && !doubtful.has(id)),
  };
}

function byAttribute(rows: readonly RowOf<'attribute'>[]): ReadonlyMap<string, readonly string[]> {
  const names = sortedUnique(rows.map(({ name }) => name)).filter((name) => name !== 'name');
  return new Map(
    names.map((name) => [name, sortedUnique(rows.flatMap((row) => (row.name === name ? [row.entity] : [])))]),
  );
}
