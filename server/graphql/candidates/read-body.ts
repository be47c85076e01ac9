import type { PartialDate } from '#graph-model/dates.ts';
import type { BodyGround } from '#server/analysis/candidates/body-lists.ts';
import { relationsOfTie } from '#server/analysis/candidates/ground.ts';
import { bodyTies } from '#server/analysis/candidates/body-ties.ts';
import type { View } from '../view.ts';
import { readDoubtful } from './read-doubtful.ts';
import { readTold } from './read-told.ts';

/** All that the lists of a body are made from: as large as what it is tied to. */
export async function readBody(at: View, body: string, date: PartialDate): Promise<BodyGround> {
  const around = await at.topology.analyse([body], (projection) => bodyTies(projection, body));
  const results = around.results.map(({ relation }) => relation);
  const relations = [...[...around.ties.values()].flat().flatMap(relationsOfTie), ...results];
  const { told, sources } = await readTold(at, relations, date);
  const others = new Set([...around.ties.keys(), ...around.results.map((one) => one.body)]);
  const [rows, developed] = await Promise.all([
    at.load.rows('entity', others),
    at.load.rows('relationship', new Set(results)),
  ]);
  const stages = developed.flatMap(({ id, identity }) => {
    const stage = identity.find(({ name }) => name === 'stage')?.value;
    return stage === undefined ? [] : [[id as string, stage] as const];
  });
  return {
    ...around,
    body,
    doubtful: await readDoubtful(at, others),
    told,
    sources,
    kinds: new Map(rows.map(({ id, kind }) => [id as string, kind])),
    names: new Map(rows.map(({ id, name }) => [id as string, name])),
    stages: new Map(stages),
  };
}
