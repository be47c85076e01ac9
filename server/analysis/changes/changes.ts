import { ATTRIBUTE_NAMES } from '#graph-model/ontology/attributes.ts';
import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import type { EntityId, RecordId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import type { ToldTable } from './aspects.ts';
import { factsChanged, type Counterparts } from './facts-changed.ts';
import type { FactTable, Moves } from './moves.ts';
import type { Net } from './net.ts';
import { toldOf, type Told, type ToldOf } from './told.ts';
import { CHANGES, type ChangeName } from './words.ts';

export type Nets = { readonly [T in ToldTable]: readonly Net<T>[] };

export type Between = {
  readonly nets: Nets;
  readonly moves: Moves;
  readonly counterparts: { readonly [T in FactTable]: Counterparts<T> };
  /** The entity of each record that a changed coverage or decision names, as it is called later. */
  readonly entityOf: ReadonlyMap<RecordId, EntityId>;
  /** Keys of the sources that changed coverage is of, by id. */
  readonly sourceKeys: ReadonlyMap<string, string>;
};

/**
 * What changed between two versions, as users mean it: by the order of CHANGES, then of the ontology, then of ids.
 * Never told: how often one paper says a thing, names and facts that only followed a merge, the names of an entity that
 * is new or gone.
 */
export function changesBetween({ nets, moves, counterparts, entityOf, sourceKeys }: Between): readonly Told[] {
  const told: readonly Told[] = [
    ...nets.entity.map((net) => entityChanged(net, moves)),
    ...factsChanged('relationship', nets.relationship, moves, counterparts.relationship),
    // What they are called is told of as names.
    ...factsChanged('attribute', nets.attribute.filter(isNoName), moves, counterparts.attribute),
    ...factsChanged('indicator', nets.indicator, moves, counterparts.indicator),
    ...namesChanged(nets.name, nets.entity, moves).map((net) => toldOf('name', net)),
    ...nets.source.map((net) => toldOf('source', net)),
    ...coverageChanged(nets.coverage, entityOf, sourceKeys).map((net) => toldOf('coverage', net)),
    ...nets.decision.map((net) => toldOf('decision', net)),
  ];
  return [...told].sort(byOrder);
}

/** The row that a change is told by: the later, where there is one. */
export function rowOf(change: Told): Exclude<Told['after'], undefined> {
  return (change.after ?? change.before) as Exclude<Told['after'], undefined>;
}

function entityChanged(net: Net<'entity'>, moves: Moves): ToldOf<'entity'> {
  const { before, after } = net;
  if (before !== undefined && after !== undefined) {
    return { table: 'entity', change: 'entity_renamed', aspects: ['name'], ...net };
  }
  if (before !== undefined) {
    const other = moves.later(before.id);
    if (other === before.id) return { table: 'entity', change: 'entity_gone', aspects: [], ...net };
    return { table: 'entity', change: 'entity_merged', aspects: [], other, ...net };
  }
  const other = moves.earlier(after.id);
  if (other === after.id) return { table: 'entity', change: 'entity_appeared', aspects: [], ...net };
  return { table: 'entity', change: 'entity_split', aspects: [], other, ...net };
}

function isNoName({ before, after }: Net<'attribute'>): boolean {
  return (before ?? after)?.name !== 'name';
}

/** Of entities that stand in both versions, without what moved with a merge or a split. */
function namesChanged(
  nets: readonly Net<'name'>[],
  entities: readonly Net<'entity'>[],
  moves: Moves,
): readonly Net<'name'>[] {
  const gone = new Set<string>(entities.flatMap(({ before, after }) => (after === undefined ? [before.id] : [])));
  const come = new Set<string>(entities.flatMap(({ before, after }) => (before === undefined ? [after.id] : [])));
  const moved = new Set<string>();
  for (const { before, after } of nets) {
    if (after === undefined && gone.has(before.entity)) moved.add(`${moves.later(before.entity)} ${before.value}`);
    if (before === undefined && come.has(after.entity)) moved.add(`${moves.earlier(after.entity)} ${after.value}`);
  }
  return nets.filter(({ before, after }) => {
    if (before !== undefined && after !== undefined) return true;
    const { entity, value } = before ?? after;
    return !gone.has(entity) && !come.has(entity) && !moved.has(`${entity} ${value}`);
  });
}

/** Without what only a new printing of the same source says of the same things anew. */
function coverageChanged(
  nets: readonly Net<'coverage'>[],
  entityOf: Between['entityOf'],
  sourceKeys: Between['sourceKeys'],
): readonly Net<'coverage'>[] {
  const says = (row: RowOf<'coverage'>) =>
    JSON.stringify([
      sourceKeys.get(row.source) ?? row.source,
      entityOf.get(row.subject) ?? row.subject,
      entityOf.get(row.place) ?? row.place,
      row.date,
      row.extent,
    ]);
  const sides = (side: 'before' | 'after') =>
    new Set(nets.flatMap((net) => (net[side] === undefined ? [] : [says(net[side])])));
  const [then, now] = [sides('before'), sides('after')];
  return nets.filter(({ before, after }) => {
    if (after === undefined) return !now.has(says(before));
    return before !== undefined || !then.has(says(after));
  });
}

const ORDER = Object.keys(CHANGES) as ChangeName[];

function byOrder(a: Told, b: Told): number {
  return (
    ORDER.indexOf(a.change) - ORDER.indexOf(b.change) ||
    wordRank(a) - wordRank(b) ||
    compareText(rowOf(a).id, rowOf(b).id)
  );
}

/** Where its kind, type or name stands in the ontology. */
function wordRank(change: Told): number {
  const row = rowOf(change);
  if (change.table === 'entity') return KIND_NAMES.indexOf((row as RowOf<'entity'>).kind);
  if (change.table === 'relationship') return RELATIONSHIP_TYPES.indexOf((row as RowOf<'relationship'>).type);
  return change.table === 'attribute' ? ATTRIBUTE_NAMES.indexOf((row as RowOf<'attribute'>).name) : 0;
}
