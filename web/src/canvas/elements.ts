import type { EntityLite, Kind, Label, Modality, ReadingLite, RelationLite, RelationType } from '../api/fragments.ts';
import { nameIn } from '../locale/use-words.ts';
import { isDoubtful } from '../state/is-doubtful.ts';
import type { Lang } from '../state/url.ts';
import { breakLabel } from './label.ts';

/** An entity as the canvas and the list draw it. */
export type DrawnNode = {
  readonly id: string;
  readonly kind: Kind;
  /** As the documents print it. */
  readonly name: string;
  readonly nameEn: string | null;
  /** The name in the reader's language. */
  readonly shown: string;
  /** The same, broken for the canvas: what is too long is cut. */
  readonly lines: readonly string[];
  /** Distinct neighbours in the data. */
  readonly degree: number;
  /** Neighbours that are not drawn: the badge +n. */
  readonly hidden: number;
  /** A name as printed that may mean another entity. */
  readonly doubtful: boolean;
  readonly end: 'a' | 'b' | null;
  /** Rank of the best path it is on, from 0; null when on none. */
  readonly path: number | null;
  readonly seed: boolean;
  /** The nodes that it stands for; none where it is one entity. */
  readonly members: readonly DrawnNode[];
};

/** A relationship, or a may-be reading when `reading` is set. */
export type DrawnEdge = {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly type: RelationType | null;
  readonly label: Label | null;
  readonly modality: Modality | null;
  /** Its sources say that it is over. */
  readonly ended: boolean;
  readonly confidence: number;
  /** Rank of a may-be reading, from 1. */
  readonly reading: number | null;
  /** The edges that it stands for; none where it is one relationship. */
  readonly members: readonly DrawnEdge[];
};

export type Model = {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  /** Sum of all badges: what the status line says is not expanded. */
  readonly hidden: number;
};

export const EMPTY_MODEL: Model = { nodes: [], edges: [], hidden: 0 };

/** What the service answered, in the order it is drawn. */
export type Gathered = {
  readonly entities: readonly EntityLite[];
  readonly relations: readonly RelationLite[];
  readonly readings: readonly ReadingLite[];
  /** Entity ids of each path, best first. */
  readonly paths: readonly (readonly string[])[];
};

type Ends = {
  readonly a: string | null;
  readonly b: string | null;
  readonly seeds: readonly string[];
  readonly hiddenIds: ReadonlySet<string>;
  /** Relationships that are not drawn though both ends are. */
  readonly hiddenEdges?: ReadonlySet<string>;
};

/** Answers → what is drawn, labelled in the reader's language. Pure; nodes and edges come out in the order of their first appearance, each once. */
export function modelOf(gathered: Gathered, ends: Ends, lang: Lang): Model {
  const entities = new Map<string, EntityLite>();
  for (const entity of gathered.entities) if (!entities.has(entity.id)) entities.set(entity.id, entity);
  for (const id of ends.hiddenIds) entities.delete(id);

  const edges = new Map<string, DrawnEdge>();
  const neighbours = new Map<string, Set<string>>();
  for (const relation of gathered.relations) {
    const { id, from, to } = relation;
    if (ends.hiddenEdges?.has(id) === true) continue;
    if (edges.has(id) || from.id === to.id || !entities.has(from.id) || !entities.has(to.id)) continue;
    edges.set(id, relationEdge(relation));
    note(neighbours, from.id, to.id);
    note(neighbours, to.id, from.id);
  }
  for (const reading of gathered.readings) {
    if (edges.has(reading.id) || !entities.has(reading.from.id) || !entities.has(reading.to.id)) continue;
    edges.set(reading.id, readingEdge(reading));
  }

  const bestPath = new Map<string, number>();
  gathered.paths.forEach((ids, rank) => {
    for (const id of ids) if (!bestPath.has(id)) bestPath.set(id, rank);
  });
  const seeds = new Set(ends.seeds);
  const nodes = [...entities.values()].map((entity): DrawnNode => {
    return {
      id: entity.id,
      kind: entity.kind,
      name: entity.name,
      nameEn: entity.nameEn,
      shown: nameIn(entity, lang),
      lines: breakLabel(nameIn(entity, lang)),
      degree: entity.degree,
      hidden: Math.max(0, entity.degree - (neighbours.get(entity.id)?.size ?? 0)),
      doubtful: isDoubtful(entity),
      end: entity.id === ends.a ? 'a' : entity.id === ends.b ? 'b' : null,
      path: bestPath.get(entity.id) ?? null,
      seed: seeds.has(entity.id),
      members: [],
    };
  });
  return { nodes, edges: [...edges.values()], hidden: nodes.reduce((sum, node) => sum + node.hidden, 0) };
}

function relationEdge(relation: RelationLite): DrawnEdge {
  return {
    id: relation.id,
    source: relation.from.id,
    target: relation.to.id,
    type: relation.type,
    label: relation.label,
    modality: relation.modality,
    ended: relation.ended === true,
    confidence: relation.confidence,
    reading: null,
    members: [],
  };
}

function readingEdge(reading: ReadingLite): DrawnEdge {
  return {
    id: reading.id,
    source: reading.from.id,
    target: reading.to.id,
    type: null,
    label: null,
    modality: null,
    ended: false,
    confidence: 0,
    reading: reading.rank,
    members: [],
  };
}

function note(neighbours: Map<string, Set<string>>, id: string, other: string): void {
  const set = neighbours.get(id) ?? new Set<string>();
  set.add(other);
  neighbours.set(id, set);
}
