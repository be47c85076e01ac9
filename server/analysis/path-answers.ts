import type { Label } from '#graph-model/ontology/label.ts';
import { MODALITIES, wordsOf, type Modality } from '#graph-model/ontology/vocabulary.ts';
import { hopCost, type HopCost } from './path-cost.ts';
import { intendedPath } from './intended-path.ts';
import { intendedTies, type IntendedTies } from './intended-ties.ts';
import { whyNoPath, type Miss, type NoPath } from './no-path.ts';
import type { PathQuestion } from './path-question.ts';
import { stepsOf, type PathStep } from './path-steps.ts';
import { weakOn } from './path-weakness.ts';
import { findPaths, PATH_BUDGET, type FoundPath } from './paths.ts';
import type { AnyProjection } from './projection.ts';
import type { Topology } from './topology.ts';

/** From one entity to the next: all relationships that pass, or the may-be reading. By id. */
export type StepById = {
  readonly from: string;
  readonly to: string;
  readonly relations: readonly string[];
  readonly reading: string | undefined;
  /** Of a may-be reading: none. */
  readonly cost: HopCost | undefined;
};

export type PathById = Pick<FoundPath, 'hops' | 'readings'> & {
  readonly entities: readonly string[];
  readonly steps: readonly StepById[];
  /** Least of its hops, that of a hop being the greatest of its relationships, in thousandths. */
  readonly confidence: number;
  /** Sum of its hops, thousandths of a hop. */
  readonly cost: number;
  /** Of its hops the least real, that of a hop being the most real of its relationships. */
  readonly leastReal: Modality;
  /** What it passes that is no tie worth the name, in its order. */
  readonly weak: readonly { readonly entity: string; readonly weakness: Label }[];
};

export type MissById = Pick<Miss, 'filters' | 'pastPlaces'> & { readonly path: PathById };

export type NoPathById = Omit<NoPath, 'misses'> & { readonly misses: readonly MissById[] };

export type IntendedById = Omit<IntendedTies, 'ties'> & { readonly relations: readonly string[] };

const MODALITY_NAMES = wordsOf(MODALITIES);

type Effort = { readonly truncated: boolean; readonly expanded: number };

/** findPaths, with the steps of each path. */
export function pathsBetween(
  topology: Topology,
  question: PathQuestion<string>,
  budget = PATH_BUDGET,
): Promise<Effort & { readonly paths: readonly PathById[] }> {
  return topology.analyse(named(question), (projection) => {
    const asked = indexed(projection, question);
    const { paths, truncated, expanded } = findPaths(projection, asked, budget);
    return {
      paths: paths.map((path) => pathById(projection, path, stepsOf(projection, asked, path))),
      truncated,
      expanded,
    };
  });
}

/** whyNoPath. */
export function noPathBetween(
  topology: Topology,
  question: PathQuestion<string>,
  budget = PATH_BUDGET,
): Promise<{ readonly none: NoPathById | undefined; readonly expanded: number }> {
  return topology.analyse(named(question), (projection) => {
    const { none, expanded } = whyNoPath(projection, indexed(projection, question), budget);
    if (none === undefined) return { none, expanded };
    const misses = none.misses.map(({ filters, pastPlaces, path, steps }) => ({
      filters,
      pastPlaces,
      path: pathById(projection, path, steps),
    }));
    return { none: { ...none, misses }, expanded };
  });
}

/** intendedTies, in ids. */
export function intendedBetween(
  topology: Topology,
  question: PathQuestion<string>,
  budget = PATH_BUDGET,
): Promise<IntendedById> {
  return topology.analyse(named(question), (projection) => {
    const { ties, ...counts } = intendedTies(projection, indexed(projection, question), budget);
    return { ...counts, relations: ties.map((row) => projection.relations.ids.at(row)) };
  });
}

/** intendedPath, in ids. */
export function intendedPathBetween(
  topology: Topology,
  question: PathQuestion<string>,
  shortest: number,
  budget = PATH_BUDGET,
): Promise<MissById | undefined> {
  return topology.analyse(named(question), (projection) => {
    const miss = intendedPath(projection, indexed(projection, question), shortest, budget);
    return miss && { filters: miss.filters, path: pathById(projection, miss.path, miss.steps) };
  });
}

function named({ from, to, unread = [], exclude, mustPass }: PathQuestion<string>): string[] {
  return [...from, ...to, ...unread, ...exclude, ...mustPass];
}

function indexed({ entities }: AnyProjection, question: PathQuestion<string>): PathQuestion {
  const all = (ids: readonly string[]) => ids.map((id) => entities.indexOf(id));
  const { from, to, unread = [], exclude, mustPass } = question;
  return {
    ...question,
    from: all(from),
    to: all(to),
    unread: all(unread),
    exclude: all(exclude),
    mustPass: all(mustPass),
  };
}

function pathById(projection: AnyProjection, path: FoundPath, steps: readonly PathStep[]): PathById {
  const { entities, relations, readings } = projection;
  const realOf = (hop: PathStep) => Math.min(...hop.relations.map((row) => relations.modalities[row] ?? 0));
  const hops = steps.filter(({ reading }) => reading === undefined);
  const lastHop = hops.at(-1);
  const costs = new Map(
    hops.map((hop) => [hop, hopCost(projection, hop.relations, hop === lastHop ? undefined : hop.to)]),
  );
  return {
    hops: path.hops,
    readings: path.readings,
    weak: weakOn(projection, steps).map(({ entity, weakness }) => ({ entity: entities.at(entity), weakness })),
    entities: path.entities.map((entity) => entities.at(entity)),
    steps: steps.map((step) => ({
      from: entities.at(step.from),
      to: entities.at(step.to),
      relations: step.relations.map((row) => relations.ids.at(row)),
      reading: step.reading === undefined ? undefined : readings.ids.at(step.reading),
      cost: costs.get(step),
    })),
    cost: [...costs.values()].reduce((sum, { total }) => sum + total, 0),
    leastReal: MODALITY_NAMES[Math.max(...hops.map(realOf))] ?? 'proposed',
    confidence: Math.min(
      ...hops.map((hop) => Math.max(...hop.relations.map((row) => relations.confidences[row] ?? 0))),
    ),
  };
}
