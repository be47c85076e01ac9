import { builder } from '../builder.ts';
import { entitiesAt } from '../entity.ts';
import { found } from '../found.ts';
import { EntityRef, ReadingRef } from '../refs.ts';
import type { View } from '../view.ts';
import type { Doubt, DoubtfulReading } from './read-doubts.ts';
import { ConsortiumRoleEnum } from './role.ts';

const DoubtfulReadingRef = builder
  .objectRef<{ readonly at: View; readonly of: DoubtfulReading }>('ConsortiumReading')
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
      fewer: t.field({
        type: [EntityRef],
        description: 'Segments in which one actor less would be counted. Empty: no cell of a board changes its count.',
        resolve: ({ at, of }) => entitiesAt(at, of.fewer),
      }),
    }),
  });

export const DoubtRef = builder.objectRef<{ readonly at: View; readonly doubt: Doubt }>('ConsortiumDoubt').implement({
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
      resolve: ({ at, doubt }) => doubt.readings.map((of) => ({ at, of })),
    }),
  }),
});
