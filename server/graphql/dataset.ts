import { latest } from '#graph-model/dates.ts';
import { KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES, specOf, type RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import { builder } from './builder.ts';
import { KindEnum, RelationTypeEnum, VisibilityEnum } from './enums.ts';
import { LabelRef } from './label.ts';
import { RunRef, SourceRef } from './refs.ts';
import { versionDate } from './version-date.ts';
import type { View } from './view.ts';

RunRef.implement({
  description: 'The step from one data version to the next.',
  fields: (t) => ({
    id: t.exposeID('id'),
    version: t.exposeInt('version'),
    owner: t.exposeString('owner', { description: 'The data set that it read, as evidence names it.' }),
    title: t.exposeString('title'),
    asOf: t.exposeString('asOf', { description: 'The last date it speaks for, ISO.' }),
  }),
});

export const KindCountRef = builder.objectRef<{ readonly kind: Kind; readonly count: number }>('KindCount').implement({
  fields: (t) => ({ kind: t.expose('kind', { type: KindEnum }), count: t.exposeInt('count') }),
});

export const RelationTypeCountRef = builder
  .objectRef<{ readonly type: RelationshipType; readonly count: number }>('RelationTypeCount')
  .implement({
    fields: (t) => ({
      type: t.expose('type', { type: RelationTypeEnum }),
      label: t.field({ type: LabelRef, resolve: ({ type }) => specOf(type).label }),
      count: t.exposeInt('count'),
    }),
  });

export const DatasetRef = builder.objectRef<View>('Dataset').implement({
  fields: (t) => ({
    version: t.int({ resolve: ({ version }) => version }),
    date: t.string({
      nullable: true,
      description: 'The date of the data version: no clock, but the date the newest source speaks for.',
      resolve: versionDate,
    }),
    visibility: t.field({ type: VisibilityEnum, resolve: ({ visibility }) => visibility }),
    entityCount: t.int({ resolve: ({ reader }) => reader.count('entity') }),
    relationCount: t.int({ resolve: ({ reader }) => reader.count('relationship') }),
    statementCount: t.int({ resolve: ({ reader }) => reader.count('statement') }),
    kinds: t.field({
      type: [KindCountRef],
      description: 'Kinds that occur, in the order of the ontology.',
      resolve: async (at) => {
        const counts = await at.topology.kindCounts();
        return KIND_NAMES.map((kind) => ({ kind, count: counts.get(kind) ?? 0 })).filter(occurs);
      },
    }),
    relationTypes: t.field({
      type: [RelationTypeCountRef],
      description: 'Types that occur, in the order of the ontology.',
      resolve: async (at) => {
        const counts = await at.topology.typeCounts();
        return RELATIONSHIP_TYPES.map((type) => ({ type, count: counts.get(type) ?? 0 })).filter(occurs);
      },
    }),
    sources: t.field({
      type: [SourceRef],
      description: 'Newest first, then by key and id.',
      resolve: async (at) => {
        const rows: RowOf<'source'>[] = [];
        for await (const batch of at.reader.scan('source')) rows.push(...batch);
        rows.sort(
          (a, b) => compareText(latest(b.date), latest(a.date)) || compareText(a.key, b.key) || compareText(a.id, b.id),
        );
        return rows.map((row) => ({ at, row }));
      },
    }),
    runs: t.field({
      type: [RunRef],
      description: 'Oldest first.',
      resolve: async (at) => [...(await at.runs())],
    }),
  }),
});

builder.queryField('dataset', (t) =>
  t.field({
    type: DatasetRef,
    description: 'Every question may name an older data version; without one it reads the newest.',
    args: { version: t.arg.int() },
    resolve: (_, { version }, { view }) => view(version),
  }),
);

function occurs({ count }: { readonly count: number }): boolean {
  return count > 0;
}
