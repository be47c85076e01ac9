import { KINDS, KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIPS } from '#graph-model/ontology/relationships.ts';
import { ATTRIBUTE_NAMES } from '#graph-model/ontology/attributes.ts';
import { compareText } from '#graph-model/text.ts';
import { placeOf } from '#server/analysis/place-of.ts';
import { degreeOf, type AnyProjection } from '#server/analysis/projection.ts';
import { countRelations, relationsOf, type RelationCount } from '#server/analysis/relation-list.ts';
import { builder } from './builder.ts';
import { connectionType, mapPage, pageOf } from './connection.ts';
import { DirectionEnum, KindEnum, RelationTypeEnum } from './enums.ts';
import { found, foundAll } from './found.ts';
import { LabelRef } from './label.ts';
import { englishName, inNameOrder, NameConnection } from './name.ts';
import { entityProvenance } from './provenance.ts';
import { readingsOf } from './reading.ts';
import {
  AttributeRef,
  EntityRef,
  IndicatorRef,
  NodeRef,
  ProvenanceRef,
  ReadingRef,
  RelationRef,
  type EntityShape,
} from './refs.ts';
import { fitFilter, RelationFilterInput } from './relation-filter.ts';
import type { View } from './view.ts';

const RelationConnection = connectionType('Relation', RelationRef);

const RelationCountRef = builder.objectRef<RelationCount>('RelationCount').implement({
  fields: (t) => ({
    type: t.field({ type: RelationTypeEnum, resolve: ({ type }) => type }),
    direction: t.field({
      type: DirectionEnum,
      description: 'ANY for a relationship without direction.',
      resolve: ({ direction }) => direction,
    }),
    label: t.field({
      type: LabelRef,
      description: 'The label as seen from this entity.',
      resolve: ({ type, direction }) => RELATIONSHIPS[type][direction === 'IN' ? 'inverse' : 'label'],
    }),
    count: t.exposeInt('count'),
  }),
});

NodeRef.implement({
  description: 'Anything with an id: entities of every kind and relationships.',
  fields: (t) => ({ id: t.id({ resolve: ({ row }) => row.id }) }),
  resolveType: ({ row }) => ('kind' in row ? row.kind : 'Relation'),
});

EntityRef.implement({
  description: 'A thing the sources speak of: the records that are one thing.',
  interfaces: [NodeRef],
  resolveType: ({ row }) => row.kind,
  fields: (t) => ({
    kind: t.field({ type: KindEnum, resolve: ({ row }) => row.kind }),
    name: t.string({ resolve: ({ row }) => row.name }),
    nameEn: t.string({
      nullable: true,
      description: 'The name to show in English: of the English names the first by text; null where no source has one.',
      resolve: ({ at, row }) => englishName(at, row.id),
    }),
    aliases: t.field({
      type: NameConnection,
      description: 'Other names, each with its source. The display name is among them. By type, then text.',
      args: { first: t.arg.int({ defaultValue: 20 }), after: t.arg.string() },
      resolve: async ({ at, row }, args) => {
        const names = inNameOrder(await at.load.by('name', 'entity', row.id));
        return mapPage(
          pageOf(names, ({ id }) => id, at.version, args),
          (rows) => rows.map((one) => ({ at, row: one })),
        );
      },
    }),
    place: t.field({
      type: EntityRef,
      nullable: true,
      description: 'Where it is: the innermost place or park, when what the sources name lies on one chain.',
      resolve: async ({ at, row }) => {
        const id = await about(at, row.id, (projection, entity) => {
          const place = placeOf(projection, entity);
          return place === undefined ? undefined : projection.entities.at(place);
        });
        return id === undefined ? null : found(at, 'entity', id);
      },
    }),
    attributes: t.field({
      type: [AttributeRef],
      description: 'In the order of the ontology, then by value and id.',
      resolve: async ({ at, row }) => {
        const rows = [...(await at.load.by('attribute', 'entity', row.id))];
        const rank = (one: (typeof rows)[number]) => ATTRIBUTE_NAMES.indexOf(one.name);
        rows.sort((a, b) => rank(a) - rank(b) || compareText(a.value, b.value) || compareText(a.id, b.id));
        return rows.map((one) => ({ at, row: one }));
      },
    }),
    indicators: t.field({
      type: [IndicatorRef],
      description: 'By measure, scope, period, then id.',
      resolve: async ({ at, row }) => {
        const rows = [...(await at.load.by('indicator', 'entity', row.id))];
        const key = (one: (typeof rows)[number]) => [one.measure, one.scope, one.period, one.figure, one.id].join('\n');
        return rows.sort((a, b) => compareText(key(a), key(b))).map((one) => ({ at, row: one }));
      },
    }),
    readings: t.field({
      type: [ReadingRef],
      description: 'May-be readings of this name, or names that may mean this entity. Never counted as facts.',
      resolve: async ({ at, row }) => (await readingsOf(at, [row.id])).map((one) => ({ at, row: one })),
    }),
    relations: t.field({
      type: RelationConnection,
      description: 'By type, side (out first), modality, then id.',
      args: {
        filter: t.arg({ type: RelationFilterInput }),
        first: t.arg.int({ defaultValue: 20 }),
        after: t.arg.string(),
      },
      resolve: async ({ at, row }, { filter, ...args }) => {
        const fit = fitFilter(filter);
        const page = await about(at, row.id, (projection, entity) => {
          const idAt = (half: number) => projection.relations.ids.at(projection.rows[half] ?? 0);
          const halves = relationsOf(projection, entity, fit);
          const { edges, ...rest } = pageOf(halves, idAt, at.version, args);
          return { ...rest, edges: edges.map(({ cursor, node }) => ({ cursor, node: idAt(node) })) };
        });
        return mapPage(page, (ids) => relationsAt(at, ids));
      },
    }),
    relationCounts: t.field({
      type: [RelationCountRef],
      description: 'How many relationships there are, by type and side: what an expand would bring.',
      args: { filter: t.arg({ type: RelationFilterInput }) },
      resolve: ({ at, row }, { filter }) => {
        const fit = fitFilter(filter);
        return about(at, row.id, (projection, entity) => countRelations(projection, entity, fit));
      },
    }),
    degree: t.int({
      description: 'Distinct neighbours before any filter.',
      resolve: ({ at, row }) => about(at, row.id, degreeOf),
    }),
    provenance: t.field({ type: ProvenanceRef, resolve: (entity) => entityProvenance(entity) }),
    redirectedFrom: t.id({
      nullable: true,
      description: 'The id that was asked for, when it now redirects here.',
      resolve: ({ redirectedFrom }) => redirectedFrom ?? null,
    }),
  }),
});

for (const kind of KIND_NAMES) {
  const { zh, en } = KINDS[kind];
  builder.objectRef<EntityShape>(kind).implement({ description: `${zh} / ${en}`, interfaces: [EntityRef, NodeRef] });
}

/** Relationships by id, in the order given. */
export function relationsAt(at: View, ids: readonly string[]) {
  return foundAll(at, 'relationship', ids);
}

/** Entities by id, in the order given. */
export function entitiesAt(at: View, ids: readonly string[]) {
  return foundAll(at, 'entity', ids);
}

/** What a run says of one entity. */
export function about<Answer>(
  at: View,
  id: string,
  run: (projection: AnyProjection, entity: number) => Answer,
): Promise<Answer> {
  return at.topology.analyse([id], (projection) => run(projection, projection.entities.indexOf(id)));
}
