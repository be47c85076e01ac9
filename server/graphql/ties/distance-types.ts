import type { Label } from '#graph-model/ontology/label.ts';
import type { Distance } from '#server/analysis/ties/distances.ts';
import type { Intermediary } from '#server/analysis/ties/intermediaries.ts';
import { noDistanceWords } from '#server/analysis/ties/no-distance-words.ts';
import { degreeOf } from '#server/analysis/projection.ts';
import { builder } from '../builder.ts';
import { about, entitiesAt } from '../entity.ts';
import { found } from '../found.ts';
import { LabelRef } from '../label.ts';
import { loneOf } from '../no-path-in-words.ts';
import { EntityRef } from '../refs.ts';
import type { View } from '../view.ts';
import { WHY_WEAK } from '../weakness.ts';

export type DistanceShape = { readonly at: View; readonly distance: Distance<string>; readonly maxHops: number };
export type IntermediaryShape = { readonly at: View; readonly intermediary: Intermediary<string> };

const NoDistanceEnum = builder.enumType('NoDistance', {
  values: {
    NO_RELATIONS: { description: 'An end has no relationship at all in this data.' },
    NONE_WITHIN: { description: 'No path within so many hops under these filters.' },
    CUT: { description: 'Not known: the budget ended the search.' },
  } as const,
});

export const DistanceRef = builder.objectRef<DistanceShape>('Distance').implement({
  fields: (t) => ({
    from: t.field({ type: EntityRef, resolve: ({ at, distance }) => found(at, 'entity', distance.from) }),
    to: t.field({ type: EntityRef, resolve: ({ at, distance }) => found(at, 'entity', distance.to) }),
    hops: t.int({
      nullable: true,
      description: 'Of the shortest path; 0 from an entity to itself.',
      resolve: ({ distance }) => distance.hops ?? null,
    }),
    none: t.field({
      type: NoDistanceEnum,
      nullable: true,
      description: 'Why there are no hops.',
      resolve: ({ distance }) => distance.none ?? null,
    }),
    message: t.field({ type: LabelRef, nullable: true, description: 'The same in words.', resolve: wordsOf }),
  }),
});

export const IntermediaryRef = builder.objectRef<IntermediaryShape>('Intermediary').implement({
  fields: (t) => ({
    entity: t.field({
      type: EntityRef,
      resolve: ({ at, intermediary }) => found(at, 'entity', intermediary.entity),
    }),
    count: t.int({
      description: 'Pairs that it serves. Walked in any direction, a pair and its reverse are one.',
      resolve: ({ intermediary }) => intermediary.pairs.length,
    }),
    pairs: t.intList({
      description: 'Their places in `pairs`, from 0; of a pair and its reverse the first.',
      resolve: ({ intermediary }) => [...intermediary.pairs],
    }),
    weakness: t.field({
      type: LabelRef,
      nullable: true,
      description: WHY_WEAK,
      resolve: ({ intermediary }) => intermediary.weakness ?? null,
    }),
  }),
});

async function wordsOf({ at, distance, maxHops }: DistanceShape): Promise<Label | null> {
  if (distance.none === undefined) return null;
  if (distance.none !== 'NO_RELATIONS') return noDistanceWords(distance.none, [], maxHops);
  const ends = await entitiesAt(at, [...new Set([distance.from, distance.to])]);
  const degrees = await Promise.all(ends.map(({ row }) => about(at, row.id, degreeOf)));
  const lone = await Promise.all(ends.filter((_, i) => degrees[i] === 0).map(({ row }) => loneOf(at, row.id)));
  return noDistanceWords(distance.none, lone, maxHops);
}
