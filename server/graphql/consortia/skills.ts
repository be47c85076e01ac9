import {
  SKILL_WAYS,
  type Bringer,
  type Skills,
  type SkillWay,
  type UnseenSegment,
} from '#server/analysis/consortia/skills.ts';
import { builder } from '../builder.ts';
import { entitiesAt, relationsAt } from '../entity.ts';
import { vocabulary } from '../enums.ts';
import { found } from '../found.ts';
import { EntityRef, RelationRef } from '../refs.ts';
import type { View } from '../view.ts';
import { readThrough } from './read-page.ts';

/** Segments of one chain, and bodies of one segment, that are given. */
const MOST_UNSEEN = 30;
const MOST_BRINGERS = 5;

const SkillWayEnum = vocabulary('SkillWay', SKILL_WAYS);

type Of<Part> = { readonly at: View; readonly listed: readonly string[]; readonly of: Part };

const BringerRef = builder.objectRef<Of<Bringer>>('SkillBringer').implement({
  description: 'A body outside the consortium with a named product, activity or support in the segment.',
  fields: (t) => ({
    entity: t.field({ type: EntityRef, resolve: ({ at, of }) => found(at, 'entity', of.entity) }),
    ways: t.field({ type: [SkillWayEnum], description: 'The most real first.', resolve: ({ of }) => [...of.ways] }),
    products: t.field({
      type: [EntityRef],
      description: 'By which it is of the segment; empty where it is said of the segment itself.',
      resolve: ({ at, of }) => entitiesAt(at, of.products),
    }),
    through: t.field({
      type: [EntityRef],
      description: 'Bodies of the consortium that host it, or that it belongs to. In order of id.',
      resolve: async ({ at, listed, of }) => entitiesAt(at, await readThrough(at, of.entity, listed)),
    }),
    relations: t.field({
      type: [RelationRef],
      description: 'In order of id.',
      resolve: ({ at, of }) => relationsAt(at, of.relations),
    }),
  }),
});

const SeenRef = builder
  .objectRef<{
    readonly at: View;
    readonly segment: string;
    readonly ways: readonly SkillWay[];
    readonly byFirm: boolean;
  }>('SeenSegment')
  .implement({
    description: 'A segment in which something is seen of a body of the consortium.',
    fields: (t) => ({
      segment: t.field({ type: EntityRef, resolve: ({ at, segment }) => found(at, 'entity', segment) }),
      ways: t.field({ type: [SkillWayEnum], description: 'The most real first.', resolve: ({ ways }) => [...ways] }),
      byFirm: t.boolean({
        description: 'A firm is among those who operate or build there.',
        resolve: ({ byFirm }) => byFirm,
      }),
    }),
  });

const UnseenRef = builder.objectRef<Of<UnseenSegment>>('UnseenSegment').implement({
  description: 'A segment in which nothing is seen of any body of the consortium: not that they cannot do it.',
  fields: (t) => ({
    segment: t.field({ type: EntityRef, resolve: ({ at, of }) => found(at, 'entity', of.segment) }),
    perhaps: t.field({
      type: [EntityRef],
      description: 'Entities that a doubtful name of the list may mean and that have it.',
      resolve: ({ at, of }) => entitiesAt(at, of.perhaps),
    }),
    bringers: t.field({
      type: [BringerRef],
      description: `Who operates first, then who builds, then research; by name and id. At most ${MOST_BRINGERS}.`,
      resolve: ({ of, ...shared }) => of.bringers.slice(0, MOST_BRINGERS).map((one) => ({ ...shared, of: one })),
    }),
    total: t.int({ description: 'How many could bring it.', resolve: ({ of }) => of.bringers.length }),
  }),
});

export const SkillsRef = builder.objectRef<Of<Skills>>('ConsortiumSkills').implement({
  description: 'Which segments of a chain the bodies of the consortium show by a named product, activity or support.',
  fields: (t) => ({
    chain: t.field({ type: EntityRef, resolve: ({ at, of }) => found(at, 'entity', of.chain) }),
    named: t.field({
      type: [EntityRef],
      description:
        'Segments that the consortium itself names: then only these, and what feeds them or is fed by them, are looked at.',
      resolve: ({ at, of }) => entitiesAt(at, of.named),
    }),
    segments: t.int({ description: 'Of the chain, that are looked at.', resolve: ({ of }) => of.order.length }),
    seen: t.field({
      type: [EntityRef],
      description: 'Segments in which one of them is seen, in the order of the board.',
      resolve: ({ at, of }) => entitiesAt(at, of.seen),
    }),
    seenWays: t.field({
      type: [SeenRef],
      description: 'The same, with how each is seen: that it is studied is not that it is made.',
      resolve: ({ at, of }) => [...of.seenWays].map(([segment, seen]) => ({ at, segment, ...seen })),
    }),
    unseen: t.field({
      type: [UnseenRef],
      description: `Those that somebody could bring first, then in the order of the board. At most ${MOST_UNSEEN}.`,
      resolve: ({ of, ...shared }) => of.unseen.slice(0, MOST_UNSEEN).map((one) => ({ ...shared, of: one })),
    }),
    total: t.int({ description: 'Segments in which none of them is seen.', resolve: ({ of }) => of.unseen.length }),
    registered: t.boolean({
      description: 'A register stands behind some segment of the chain. Without one only mentions are known.',
      resolve: ({ of }) => of.registered,
    }),
  }),
});
