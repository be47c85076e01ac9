import type { Unplaced } from '#server/analysis/layout/layout.ts';
import type { Zone, ZonePark } from '#server/analysis/layout/zones.ts';
import { builder } from '../builder.ts';
import { entitiesAt } from '../entity.ts';
import { found } from '../found.ts';
import { EntityRef, PassageRef } from '../refs.ts';
import type { View } from '../view.ts';
import { MentionRef, mentionsAt, passagesAt } from './mention.ts';

const ParkRef = builder.objectRef<{ readonly at: View; readonly park: ZonePark }>('LayoutPark').implement({
  description: 'An area that the plan itself puts into a zone.',
  fields: (t) => ({
    park: t.field({
      type: MentionRef,
      description: 'With what says that it is part.',
      resolve: ({ at, park }) => ({ at, mention: park.park }),
    }),
    listed: t.boolean({
      description: 'Directly of the zone and in its list of parks; the others are named elsewhere in the plan.',
      resolve: ({ park }) => park.listed,
    }),
    named: t.boolean({ description: 'An industry is asked of it by name.', resolve: ({ park }) => park.named }),
    namedParts: t.field({
      type: [EntityRef],
      description: 'Its own parts of which an industry is asked.',
      resolve: ({ at, park }) => entitiesAt(at, park.namedParts),
    }),
  }),
});

export const ZoneRef = builder.objectRef<{ readonly at: View; readonly zone: Zone }>('LayoutZone').implement({
  description: 'One column of the table.',
  fields: (t) => ({
    zone: t.field({ type: EntityRef, resolve: ({ at, zone }) => found(at, 'entity', zone.zone) }),
    overview: t.field({
      type: [PassageRef],
      description: 'Passages that ask it for several industries at once.',
      resolve: ({ at, zone }) => passagesAt(at, zone.overview),
    }),
    parks: t.field({
      type: [ParkRef],
      description: 'In the order of reading.',
      resolve: ({ at, zone }) => zone.parks.map((park) => ({ at, park })),
    }),
  }),
});

export const UnplacedRef = builder
  .objectRef<{ readonly at: View; readonly unplaced: Unplaced }>('LayoutUnplaced')
  .implement({
    description: 'An industry of which the plan speaks without asking a zone, or a park in one, for it.',
    fields: (t) => ({
      chain: t.field({ type: EntityRef, resolve: ({ at, unplaced }) => found(at, 'entity', unplaced.chain) }),
      group: t.field({
        type: EntityRef,
        nullable: true,
        resolve: ({ at, unplaced }) => (unplaced.group === undefined ? null : found(at, 'entity', unplaced.group)),
      }),
      asked: t.field({
        type: [MentionRef],
        description: 'Of whom it is asked: of the whole around the zones, of a city, of a park elsewhere.',
        resolve: ({ at, unplaced }) => mentionsAt(at, unplaced.asked),
      }),
      passages: t.field({ type: [PassageRef], resolve: ({ at, unplaced }) => passagesAt(at, unplaced.passages) }),
    }),
  });
