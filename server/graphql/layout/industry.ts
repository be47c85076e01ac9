import { SAYINGS, type LayoutCell } from '#server/analysis/layout/cells.ts';
import type { Industry } from '#server/analysis/layout/industries.ts';
import { seenIn, type Seen } from '#server/analysis/layout/seen.ts';
import type { ChainSlice } from '#server/analysis/board/slice.ts';
import { builder } from '../builder.ts';
import { entitiesAt } from '../entity.ts';
import { ExtentEnum, vocabulary } from '../enums.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { EntityRef, IndicatorRef, PassageRef } from '../refs.ts';
import type { View } from '../view.ts';
import { MentionRef, mentionsAt, passagesAt } from './mention.ts';

const SayingEnum = vocabulary('LayoutSaying', SAYINGS);

const SeenRef = builder.objectRef<{ readonly at: View; readonly seen: Seen }>('LayoutSeen').implement({
  description: 'Bodies seen in the industry and zone, by the rules of the board; never what is planned.',
  fields: (t) => ({
    operating: t.field({ type: [EntityRef], resolve: ({ at, seen }) => entitiesAt(at, seen.operating) }),
    building: t.field({
      type: [EntityRef],
      description: 'Building, and not operating.',
      resolve: ({ at, seen }) => entitiesAt(at, seen.building),
    }),
    unplaced: t.field({
      type: [EntityRef],
      description: 'Operating or building where no source tells more exactly: they could be here. Not counted.',
      resolve: ({ at, seen }) => entitiesAt(at, seen.unplaced),
    }),
  }),
});

type CellShape = { readonly at: View; readonly cell: LayoutCell; readonly slice: ChainSlice | undefined };

const CellRef = builder.objectRef<CellShape>('LayoutCell').implement({
  description: 'What the plan says of one industry in one zone.',
  fields: (t) => ({
    zone: t.field({ type: EntityRef, resolve: ({ at, cell }) => found(at, 'entity', cell.zone) }),
    says: t.field({ type: SayingEnum, resolve: ({ cell }) => cell.says }),
    label: t.field({ type: LabelRef, resolve: ({ cell }) => labelOnly(SAYINGS[cell.says]) }),
    parks: t.field({
      type: [MentionRef],
      description: 'Areas inside the zone that are to develop it, in the order of reading.',
      resolve: ({ at, cell }) => mentionsAt(at, cell.parks),
    }),
    asked: t.field({
      type: MentionRef,
      nullable: true,
      description: 'That the zone itself is to develop it.',
      resolve: ({ at, cell }) => cell.asked && { at, mention: cell.asked },
    }),
    segments: t.field({
      type: [MentionRef],
      description: 'Segments of the industry that the zone or a part of it is asked for.',
      resolve: ({ at, cell }) => mentionsAt(at, cell.segments),
    }),
    extent: t.field({
      type: ExtentEnum,
      nullable: true,
      description: 'The most that the plan claims to cover of this industry here; null where it claims nothing.',
      resolve: ({ cell }) => cell.extent,
    }),
    seen: t.field({
      type: SeenRef,
      nullable: true,
      description: 'Only where asked for.',
      resolve: ({ at, cell, slice }) => slice && { at, seen: seenIn(slice, cell.zone) },
    }),
  }),
});

export type IndustryShape = {
  readonly at: View;
  readonly industry: Industry;
  readonly slice: ChainSlice | undefined;
};

export const IndustryRef = builder.objectRef<IndustryShape>('LayoutIndustry').implement({
  description: 'One row of the table: an industry as the plan lays it out.',
  fields: (t) => ({
    chain: t.field({ type: EntityRef, resolve: ({ at, industry }) => found(at, 'entity', industry.chain) }),
    group: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The group of industries that the plan puts it in.',
      resolve: ({ at, industry }) => (industry.group === undefined ? null : found(at, 'entity', industry.group)),
    }),
    passages: t.field({
      type: [PassageRef],
      description: 'Where the plan speaks of it by itself; where it only lists it, the lists.',
      resolve: ({ at, industry }) => passagesAt(at, industry.passages),
    }),
    cells: t.field({
      type: [CellRef],
      description: 'One a zone, in the order of the zones.',
      resolve: ({ at, industry, slice }) => industry.cells.map((cell) => ({ at, cell, slice })),
    }),
    bodies: t.field({
      type: [MentionRef],
      description: 'Laboratories, consortia, institutes, firms: the research behind it, and whom it is to rest on.',
      resolve: ({ at, industry }) => mentionsAt(at, industry.bodies),
    }),
    elsewhere: t.field({
      type: [MentionRef],
      description: 'Parks outside all zones that are to develop it.',
      resolve: ({ at, industry }) => mentionsAt(at, industry.elsewhere),
    }),
    partners: t.field({
      type: [MentionRef],
      description: 'Cities and other areas outside the zones that are to develop it, or to work with them on it.',
      resolve: ({ at, industry }) => mentionsAt(at, industry.partners),
    }),
    segments: t.field({
      type: [MentionRef],
      description: 'Its segments that the plan asks for, of whomever.',
      resolve: ({ at, industry }) => mentionsAt(at, industry.segments),
    }),
    clusters: t.field({
      type: [MentionRef],
      description: 'Clusters, belts and bases that the zones, or what is around them, are to make of it.',
      resolve: ({ at, industry }) => mentionsAt(at, industry.clusters),
    }),
    targets: t.field({
      type: [IndicatorRef],
      description: 'Target figures of it and of its clusters, in order of id.',
      resolve: ({ at, industry }) => Promise.all(industry.targets.map((id) => found(at, 'indicator', id))),
    }),
  }),
});
