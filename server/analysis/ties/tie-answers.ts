import type { AnyProjection } from '../projection.ts';
import type { Topology } from '../topology.ts';
import { TIE_BUDGET } from './budget.ts';
import { commonNeighbours, type CommonAnswer, type CommonNeighbour, type CommonQuestion } from './common-neighbours.ts';
import { distances, type Distance, type DistanceQuestion, type DistancesAnswer } from './distances.ts';
import type { Intermediary } from './intermediaries.ts';
import { rings, type Ring, type RingsAnswer, type RingsQuestion } from './rings.ts';

export type DistancesById = Omit<DistancesAnswer, 'pairs' | 'intermediaries'> & {
  readonly pairs: readonly Distance<string>[];
  readonly intermediaries: readonly Intermediary<string>[];
};

export type CommonById = Omit<CommonAnswer, 'neighbours'> & {
  readonly neighbours: readonly CommonNeighbour<string, string>[];
};

export type RingsById = Omit<RingsAnswer, 'rings'> & { readonly rings: readonly Ring<string>[] };

/** distances, in ids. */
export function distancesBetween(
  topology: Topology,
  question: DistanceQuestion<string>,
  budget = TIE_BUDGET,
): Promise<DistancesById> {
  const { from, to, exclude } = question;
  return topology.analyse([...from, ...to, ...exclude], (projection) => {
    const { entities } = projection;
    const asked = { ...question, from: indexed(projection, from), to: indexed(projection, to) };
    const answer = distances(projection, { ...asked, exclude: indexed(projection, exclude) }, budget);
    return {
      ...answer,
      pairs: answer.pairs.map((pair) => ({ ...pair, from: entities.at(pair.from), to: entities.at(pair.to) })),
      intermediaries: answer.intermediaries.map((one) => ({ ...one, entity: entities.at(one.entity) })),
    };
  });
}

/** commonNeighbours, in ids. */
export function commonNeighboursOf(
  topology: Topology,
  question: CommonQuestion<string>,
  budget = TIE_BUDGET,
): Promise<CommonById> {
  return topology.analyse(question.entities, (projection) => {
    const { entities, relations } = projection;
    const answer = commonNeighbours(
      projection,
      { ...question, entities: indexed(projection, question.entities) },
      budget,
    );
    return {
      ...answer,
      neighbours: answer.neighbours.map((one) => ({
        ...one,
        entity: entities.at(one.entity),
        ties: one.ties.map((tie) => ({
          of: entities.at(tie.of),
          relations: tie.relations.map((row) => relations.ids.at(row)),
        })),
      })),
    };
  });
}

/** rings, in ids. */
export function ringsAround(
  topology: Topology,
  question: RingsQuestion<string>,
  budget = TIE_BUDGET,
): Promise<RingsById> {
  return topology.analyse(question.entities, (projection) => {
    const answer = rings(projection, { ...question, entities: indexed(projection, question.entities) }, budget);
    return {
      ...answer,
      rings: answer.rings.map((ring) => ({
        ...ring,
        entities: ring.entities.map((entity) => projection.entities.at(entity)),
      })),
    };
  });
}

function indexed({ entities }: AnyProjection, ids: readonly string[]): number[] {
  return ids.map((id) => entities.indexOf(id));
}
