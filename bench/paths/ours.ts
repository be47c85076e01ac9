import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { assembled, emptyReadings, emptyRelations } from '#server/analysis/columns.ts';
import { NO_END } from '#server/analysis/day-number.ts';
import { halfEdges } from '#server/analysis/half-edges.ts';
import { PackedIds } from '#server/analysis/packed-ids.ts';
import { passingCost, relationCost } from '#server/analysis/path-cost.ts';
import { findPaths, type FoundPath } from '#server/analysis/paths.ts';
import { classBits, modalityRank, type Projection } from '#server/analysis/projection.ts';
import { Turns } from '#server/analysis/turns.ts';
import { PLAIN_QUESTION } from '#test/server/support/plain-question.ts';
import { QUESTIONS, type EngineMaker, type QuestionName } from './engine.ts';
import { SOME_TYPES, type PlainGraph } from './graph.ts';

/** What the server answers from, in this process. */
export const ours: EngineMaker = {
  questions: Object.keys(QUESTIONS) as QuestionName[],
  async build(graph) {
    const projection = await projectionOf(graph);
    return {
      async answer({ k, hops, weight, someTypes }, from, to) {
        const types = someTypes ? SOME_TYPES : undefined;
        const { paths, truncated } = findPaths(projection, {
          ...PLAIN_QUESTION,
          from: [from],
          to: [to],
          k,
          maxHops: hops,
          weight,
          types,
        });
        const lengths = paths.map((path) => (weight === 'HOPS' ? path.hops : costOf(projection, path)));
        return { lengths, cut: truncated };
      },
      close: () => Promise.resolve(),
    };
  },
};

/** The same columns that are read from a store, filled from the graph. */
export async function projectionOf({ kinds, from, to, types, confidences }: PlainGraph): Promise<Projection> {
  const entities = idsOf('e', kinds.length);
  const relations = { ...emptyRelations(0), ids: idsOf('l', from.length), from, to, types, confidences };
  Object.assign(relations, {
    modalities: new Uint8Array(from.length).fill(modalityRank('operating')),
    classes: new Uint16Array(from.length).fill(classBits(['register'])),
    ended: new Uint8Array(from.length),
    starts: new Uint32Array(from.length),
    ends: new Uint32Array(from.length).fill(NO_END),
  });
  const halves = await halfEdges(kinds.length, relations, new Turns());
  const totals = { sources: 1, newestSource: undefined };
  return assembled({ version: 1, entities, kinds, relations, readings: emptyReadings(0), totals }, halves);
}

/** Ids whose order is that of their numbers. */
function idsOf(letter: string, count: number): PackedIds {
  const ids = new PackedIds(count);
  for (let at = 0; at < count; at++) {
    const digits = [...at.toString(25).padStart(20, '0')].map((digit) => Number.parseInt(digit, 25));
    ids.push(letter + String.fromCharCode(...digits.map((digit) => 97 + digit)));
  }
  return ids;
}

function costOf(projection: Projection, { entities }: FoundPath): number {
  const { offsets, neighbours, rows } = projection;
  let cost = 0;
  for (const [hop, at] of entities.slice(0, -1).entries()) {
    const next = entities[hop + 1] ?? at;
    let least = Infinity;
    for (let half = offsets[at] ?? 0; half < (offsets[at + 1] ?? 0); half++) {
      if (neighbours[half] === next) least = Math.min(least, relationCost(projection, rows[half] ?? 0));
    }
    cost += least + (hop < entities.length - 2 ? passingCost(projection, next) : 0);
  }
  return cost;
}

export const TYPE_BITS = SOME_TYPES.reduce((bits, type) => bits | (1 << RELATIONSHIP_TYPES.indexOf(type)), 0);
