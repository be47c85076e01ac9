import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { SliceSource } from '../board/slice.ts';
import type { BodyTies } from './body-ties.ts';
import { VISITED } from './existing-ties.ts';
import { mostReal, relationsOfTie, stands, toldTies, type Told } from './ground.ts';
import { LIST_NAMES, type ListName } from './list-names.ts';
import { cutList, type CandidateLists } from './lists.ts';
import { inListOrder, rowOf, type CandidateRow } from './row.ts';
import type { Silence } from './words.ts';

/** All that the lists of a body are made from. */
export type BodyGround = BodyTies & {
  readonly body: string;
  /** Bodies whose name may mean another. */
  readonly doubtful: ReadonlySet<string>;
  readonly told: ReadonlyMap<string, Told>;
  readonly sources: ReadonlyMap<string, SliceSource>;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly names: ReadonlyMap<string, string>;
  /** How far a product is, by the relationship that says so. */
  readonly stages: ReadonlyMap<string, string>;
};

/**
 * With whom a body could work: who is only planned or proposed to; who does already, or is of the same house; and whose
 * results are of the segments in which it acts.
 */
export function listsOfBody(ground: BodyGround, most: number): CandidateLists {
  const { placed, names } = ground;
  const rows = [...ground.ties].flatMap(([body, all]) => {
    const ties = toldTies(all, ground.told);
    if (!VISITED.includes(ground.kinds.get(body) ?? 'Place') || ties.length === 0) return [];
    const silences: Silence[] = placed.has(body) ? [] : ['place_not_written'];
    const relations = ties.flatMap(relationsOfTie);
    const none = { fit: undefined, segments: [], products: [] };
    const row = rowOf(ground, { body, ...none, ties, relations, making: relations, silences });
    return row === undefined ? [] : [{ ...row, modality: mostReal(ties) }];
  });
  const standing = ({ ties }: CandidateRow) => ties.some(stands);
  const cut = (list: ListName, all: readonly CandidateRow[]) =>
    cutList(LIST_NAMES.body[list], inListOrder(all, names), most);
  return {
    named: cut(
      'named',
      rows.filter((row) => !standing(row)),
    ),
    ties: cut('ties', rows.filter(standing)),
    results: cut('results', resultsOf(ground)),
    leftOut: [],
    doing: undefined,
  };
}

function resultsOf(ground: BodyGround): readonly CandidateRow[] {
  const by = new Map<string, BodyTies['results'][number][]>();
  for (const result of ground.results) {
    if (ground.stages.get(result.relation) === 'mass') continue;
    const key = `${result.body} ${result.product}`;
    by.set(key, [...(by.get(key) ?? []), result]);
  }
  return [...by.values()].flatMap((results) => {
    const [first] = results;
    if (first === undefined) return [];
    const silences: Silence[] = [];
    if (results.every(({ relation }) => !ground.stages.has(relation))) silences.push('stage_not_written');
    if (!ground.placed.has(first.body)) silences.push('place_not_written');
    return (
      rowOf(ground, {
        body: first.body,
        fit: undefined,
        segments: results.map(({ segment }) => segment),
        products: [first.product],
        ties: toldTies(ground.ties.get(first.body) ?? [], ground.told),
        making: results.map(({ relation }) => relation),
        relations: results.map(({ relation }) => relation),
        silences,
      }) ?? []
    );
  });
}
