import { MODALITIES, wordsOf, type Modality } from '#graph-model/ontology/vocabulary.ts';
import { kindAt, knownDegreeOf, type AnyProjection } from './projection.ts';
import { WEAK_KINDS } from './ties/weak-intermediary.ts';

/** Every hop, before anything speaks against it. All costs are whole thousandths of a hop. */
export const HOP_COST = 1000;

/** What is only planned or wished for is no connection yet. */
export const MODALITY_COST: Readonly<Record<Modality, number>> = {
  operating: 0,
  building: 250,
  planned: 1000,
  proposed: 2000,
};

/** For each doubling of the neighbours of what is passed: of 2, 4, 8, … the tie says so much less of the two. */
export const HUB_COST = 250;

/** For passing what many share without having to do with each other: the kinds of WEAK_KINDS. */
export const SHARED_COST = 1000;

/** What one hop costs and why, in thousandths; the terms add up. */
export type HopCost = {
  readonly total: number;
  readonly hop: number;
  /** 1000 less the confidence of the relationship. */
  readonly evidence: number;
  readonly modality: number;
  /** Of the entity that the hop leads to, unless the path ends there. */
  readonly hub: number;
  readonly shared: number;
};

const MODALITY_COSTS = wordsOf(MODALITIES).map((modality) => MODALITY_COST[modality]);

/** Hop, evidence and modality of one relationship. */
export function relationCost({ relations }: AnyProjection, row: number): number {
  return (
    HOP_COST + evidenceCost(relations.confidences[row] ?? 0) + (MODALITY_COSTS[relations.modalities[row] ?? 0] ?? 0)
  );
}

/** Hub and shared, of passing an entity. Its degree counts distinct neighbours before any filter. */
export function passingCost(projection: AnyProjection, entity: number): number {
  projection.need?.([entity]);
  return knownPassingCost(projection, entity);
}

/** The same of what is known by now: in a part it may be less than when the entity is read. */
export function knownPassingCost(projection: AnyProjection, entity: number): number {
  return hubCost(projection, entity) + sharedCost(projection, entity);
}

/**
 * The terms of one hop by its cheapest relationship, of equals the first.
 * @param rows of the relationships between the two, at least one
 * @param passed what the hop leads to, when the path goes on from there
 */
export function hopCost(projection: AnyProjection, rows: readonly number[], passed: number | undefined): HopCost {
  const { relations } = projection;
  if (passed !== undefined) projection.need?.([passed]);
  const best = rows.reduce((a, b) => (relationCost(projection, b) < relationCost(projection, a) ? b : a));
  const terms = {
    hop: HOP_COST,
    evidence: evidenceCost(relations.confidences[best] ?? 0),
    modality: MODALITY_COSTS[relations.modalities[best] ?? 0] ?? 0,
    hub: passed === undefined ? 0 : hubCost(projection, passed),
    shared: passed === undefined ? 0 : sharedCost(projection, passed),
  };
  return { total: Object.values(terms).reduce((sum, term) => sum + term), ...terms };
}

function evidenceCost(confidence: number): number {
  return 1000 - confidence;
}

/** Of each entity its doublings, found when first asked for; NOT_COUNTED before. */
const DOUBLINGS = new WeakMap<AnyProjection, Uint8Array>();
const NOT_COUNTED = 255;

/** Whole doublings: no logarithm that could round differently somewhere. */
function hubCost(projection: AnyProjection, entity: number): number {
  let counted = DOUBLINGS.get(projection);
  if (counted === undefined) {
    counted = new Uint8Array(projection.entities.length).fill(NOT_COUNTED);
    DOUBLINGS.set(projection, counted);
  }
  let doublings = counted[entity] ?? 0;
  if (doublings === NOT_COUNTED) {
    doublings = 31 - Math.clz32(Math.max(1, knownDegreeOf(projection, entity)));
    counted[entity] = doublings;
  }
  return HUB_COST * doublings;
}

function sharedCost(projection: AnyProjection, entity: number): number {
  return WEAK_KINDS[kindAt(projection, entity)] === undefined ? 0 : SHARED_COST;
}
