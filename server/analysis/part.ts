import type { Kind } from '#graph-model/ontology/kinds.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import type { Adjacency } from './adjacency.ts';
import { emptyReadings, emptyRelations, pushReading, pushRelation, type Ends, type KeptRelation } from './columns.ts';
import { halfEdges } from './half-edges.ts';
import { PackedIds } from './packed-ids.ts';
import { kindRank, type AnyProjection } from './projection.ts';
import { Turns } from './turns.ts';

/** Thrown by a run over a part: it looks at half-edges that are not read yet. */
export class Unread extends Error {
  /** All entities of the step, by id. */
  readonly entities: readonly string[];

  constructor(entities: readonly string[]) {
    super(`${entities.length} entities are not read yet`);
    this.entities = entities;
  }
}

/** What one question has needed of the graph so far. Grows until a run finds all that it looks at. */
export type Part = {
  /** What there is by now: the entities read, and their neighbours. */
  projection(): Promise<AnyProjection>;
  /** Adds whole adjacencies, by the id of their entity. */
  add(read: ReadonlyMap<string, Adjacency>): void;
};

/**
 * @param known entities that are there from the start, every end of `readings` among them
 * @param readings in order of id
 */
export function createPart(known: ReadonlyMap<string, Kind>, readings: readonly Ends[]): Part {
  const kinds = new Map(known);
  const relations = new Map<string, KeptRelation>();
  const read = new Set<string>();

  async function projection(): Promise<AnyProjection> {
    const entities = new PackedIds(kinds.size);
    for (const id of sortedUnique(kinds.keys())) entities.push(id);
    const ranks = new Uint8Array(kinds.size);
    for (const [id, kind] of kinds) ranks[entities.indexOf(id)] = kindRank(kind);
    const columns = emptyRelations(relations.size);
    for (const relation of [...relations.values()].sort(byId)) pushRelation(columns, relation, entities);
    const maybe = emptyReadings(readings.length);
    for (const reading of readings) pushReading(maybe, reading, entities);
    // Gives no way: questions side by side would lose step, and read one by one what one read gives them all.
    const halves = await halfEdges(kinds.size, columns, new Turns(Infinity));
    const need = needIn(entities, read);
    return { entities, kinds: ranks, relations: columns, readings: maybe, ...halves, need };
  }

  return {
    projection,
    add: (more) => {
      for (const [id, adjacency] of more) {
        read.add(id);
        for (const { relation, neighbour, kind } of adjacency) {
          relations.set(relation.id, relation);
          kinds.set(neighbour, kind);
        }
      }
    },
  };
}

function needIn(entities: PackedIds, read: ReadonlySet<string>): (wanted: Iterable<number>) => void {
  const there = new Uint8Array(entities.length);
  for (const id of read) there[entities.indexOf(id)] = 1;
  return (wanted) => {
    const unread = new Set<number>();
    for (const entity of wanted) if (there[entity] === 0) unread.add(entity);
    if (unread.size > 0) throw new Unread(Array.from(unread, (entity) => entities.at(entity)));
  };
}

function byId(a: KeptRelation, b: KeptRelation): number {
  return compareText(a.id, b.id);
}
