import { builder } from '../builder.ts';
import { entitiesAt } from '../entity.ts';
import { found } from '../found.ts';
import { EntityRef, ReadingRef } from '../refs.ts';
import type { View } from '../view.ts';
import type { Doubt, DoubtfulReading } from './read-doubts.ts';
import type { ShownByReading } from './read-shown.ts';
import { ConsortiumRoleEnum } from './role.ts';

type Shown = () => Promise<readonly ShownByReading[]>;

const ShownRef = builder.objectRef<{ readonly at: View; readonly of: ShownByReading }>('ReadingSegments').implement({
  description: 'Segments of a chain that the consortium serves, in which something would be seen of one of its bodies.',
  fields: (t) => ({
    chain: t.field({ type: EntityRef, resolve: ({ at, of }) => found(at, 'entity', of.chain) }),
    seen: t.field({
      type: [EntityRef],
      description: 'Not seen now, and seen by this reading, in the order of the board.',
      resolve: ({ at, of }) => entitiesAt(at, of.segments),
    }),
    seenNow: t.int({ description: 'Segments in which something is seen now.', resolve: ({ of }) => of.seenNow }),
    looked: t.int({ description: 'Segments that are looked at.', resolve: ({ of }) => of.looked }),
  }),
});

const DoubtfulReadingRef = builder
  .objectRef<{ readonly at: View; readonly of: DoubtfulReading; readonly shown: Shown }>('ConsortiumReading')
  .implement({
    description: 'One reading of a doubtful name, and what it would change. Until it is decided nothing of it counts.',
    fields: (t) => ({
      reading: t.field({ type: ReadingRef, resolve: ({ at, of }) => ({ at, row: of.reading }) }),
      relations: t.int({
        description: 'Relationships of the printed name that would be the entity’s.',
        resolve: ({ of }) => of.relations.length,
      }),
      listed: t.boolean({
        description: 'Name and entity both stand in the list, which then has one body less.',
        resolve: ({ of }) => of.listed,
      }),
      hopsNow: t.int({
        nullable: true,
        description: 'From the entity to the consortium by facts alone; null: none within four.',
        resolve: ({ of }) => of.hopsNow,
      }),
      nearer: t.field({
        type: [EntityRef],
        description: 'Bodies of the list that would have the entity at two hops, through the consortium alone.',
        resolve: ({ at, of }) => entitiesAt(at, of.nearer),
      }),
      shows: t.field({
        type: [ShownRef],
        description:
          'Chain by chain in the order of skills: the segments that would be seen. Empty where it brings none, and of a name outside the list.',
        resolve: async ({ at, of, shown }) =>
          (await shown()).flatMap((one) => (one.reading === of.reading.id ? [{ at, of: one }] : [])),
      }),
      fewer: t.field({
        type: [EntityRef],
        description: 'Segments in which one actor less would be counted. Empty: no cell of a board changes its count.',
        resolve: ({ at, of }) => entitiesAt(at, of.fewer),
      }),
    }),
  });

type DoubtShape = { readonly at: View; readonly doubt: Doubt; readonly shown: Shown };

export const DoubtRef = builder.objectRef<DoubtShape>('ConsortiumDoubt').implement({
  description: 'A name that may mean another entity.',
  fields: (t) => ({
    printed: t.field({ type: EntityRef, resolve: ({ at, doubt }) => found(at, 'entity', doubt.printed) }),
    roles: t.field({
      type: [ConsortiumRoleEnum],
      description: 'Where the name stands in the consortium. Empty: it may mean the lead, or the consortium itself.',
      resolve: ({ doubt }) => [...doubt.roles],
    }),
    readings: t.field({
      type: [DoubtfulReadingRef],
      description: 'By rank, then id.',
      resolve: ({ at, doubt, shown }) => doubt.readings.map((of) => ({ at, of, shown })),
    }),
  }),
});
