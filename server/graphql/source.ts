import { ExtentEnum, SourceClassEnum, VisibilityEnum } from './enums.ts';
import { found } from './found.ts';
import { CoverageRef, EntityRef, SourceRef } from './refs.ts';
import type { View } from './view.ts';

SourceRef.implement({
  description: 'A document, a version of a table, or a note of the project.',
  fields: (t) => ({
    id: t.id({ resolve: ({ row }) => row.id }),
    key: t.string({ description: 'The word a data set uses for it.', resolve: ({ row }) => row.key }),
    title: t.string({ resolve: ({ row }) => row.title }),
    titleEn: t.string({ nullable: true, resolve: ({ row }) => row.titleEn ?? null }),
    class: t.field({ type: SourceClassEnum, resolve: ({ row }) => row.class }),
    publisher: t.string({ nullable: true, resolve: ({ row }) => row.publisher ?? null }),
    date: t.string({ description: 'ISO, as precise as known.', resolve: ({ row }) => row.date }),
    licence: t.string({ nullable: true, resolve: ({ row }) => row.licence ?? null }),
    visibility: t.field({ type: VisibilityEnum, resolve: ({ row }) => row.visibility }),
    url: t.string({ nullable: true, resolve: ({ row }) => row.url ?? null }),
    coverage: t.field({
      type: [CoverageRef],
      resolve: async ({ at, row }) => (await at.load.coverageOf(row)).map((one) => ({ at, row: one })),
    }),
  }),
});

CoverageRef.implement({
  description: 'What a source claims to cover: stated by a curator, never inferred.',
  fields: (t) => ({
    id: t.id({ resolve: ({ row }) => row.id }),
    subject: t.field({
      type: EntityRef,
      description: 'A chain or a segment.',
      resolve: ({ at, row }) => entityOfRecord(at, row.subject),
    }),
    place: t.field({ type: EntityRef, resolve: ({ at, row }) => entityOfRecord(at, row.place) }),
    date: t.string({ resolve: ({ row }) => row.date }),
    extent: t.field({ type: ExtentEnum, resolve: ({ row }) => row.extent }),
    source: t.field({ type: SourceRef, resolve: ({ at, row }) => found(at, 'source', row.source) }),
  }),
});

async function entityOfRecord(at: View, record: string) {
  const { row } = await found(at, 'record', record);
  return found(at, 'entity', row.entity);
}
