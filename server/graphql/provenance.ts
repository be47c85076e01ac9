import type { RowOf } from '#graph-model/rows.ts';
import { SOURCE_CLASSES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import { compareText } from '#graph-model/text.ts';
import { connectionType, mapPage, pageOf } from './connection.ts';
import { SourceClassEnum } from './enums.ts';
import { ProvenanceRef, StatementRef, type EntityShape, type ProvenanceShape } from './refs.ts';
import type { View } from './view.ts';

const StatementConnection = connectionType('Statement', StatementRef);

ProvenanceRef.implement({
  description: 'What carries a fact: sources and what each of them says.',
  fields: (t) => ({
    statements: t.field({
      type: StatementConnection,
      description: 'In order of id.',
      args: { first: t.arg.int({ defaultValue: 10 }), after: t.arg.string() },
      resolve: async ({ at, statements }, args) =>
        mapPage(
          pageOf(await statements(), ({ id }) => id, at.version, args),
          (rows) => rows.map((row) => ({ at, row })),
        ),
    }),
    sourceCount: t.int({ description: 'Sources that support it.', resolve: (p) => valueOf(p.sourceCount) }),
    publisherCount: t.int({
      description: 'Independent publishers; sources without one count as one.',
      resolve: (p) => valueOf(p.publisherCount),
    }),
    sourceClasses: t.field({ type: [SourceClassEnum], resolve: async (p) => [...(await valueOf(p.classes))] }),
    since: t.int({ description: 'The data version that first showed it.', resolve: (p) => p.since() }),
  }),
});

type Fact = 'relationship' | 'attribute' | 'indicator';

/** Relationships, attributes and indicators count their own support. */
export function factProvenance<T extends Fact>(at: View, table: T, row: RowOf<T>): ProvenanceShape {
  return {
    at,
    sourceCount: row.sources,
    publisherCount: row.publishers,
    classes: inTableOrder(row.classes),
    since: () => at.load.since(table, row.id),
    statements: () => at.load.by('statement', 'fact', row.id),
  };
}

/** An entity rests on the sources whose records are part of it; its statements are all that name such a record. */
export function entityProvenance({ at, row }: EntityShape): ProvenanceShape {
  const records = () => at.load.by('record', 'entity', row.id);
  return {
    at,
    ...carriedBy(at, records),
    since: () => at.load.since('entity', row.id),
    statements: async () => naming(at, await records()),
  };
}

/**
 * A name that an attribute gives has that attribute's provenance. A name that records bear rests on their sources;
 * its statements are those that name such a record so, or failing that all that speak of such a record.
 */
export async function nameProvenance(at: View, row: RowOf<'name'>): Promise<ProvenanceShape> {
  const since = () => at.load.since('name', row.id);
  const attribute = row.attribute === undefined ? undefined : await at.load.row('attribute', row.attribute);
  if (attribute !== undefined) return { ...factProvenance(at, 'attribute', attribute), since };
  const records = async () =>
    (await at.load.by('record', 'entity', row.entity)).filter(({ name }) => name === row.value);
  return {
    at,
    ...carriedBy(at, records),
    since,
    statements: async () => {
      const bearers = await records();
      const about = await naming(at, bearers);
      const ids = new Set<string>(bearers.map(({ id }) => id));
      const saying = about.filter(({ subject, statement }) => ids.has(subject) && statement.predicate === 'name');
      return saying.length > 0 ? saying : about;
    },
  };
}

type Carried = Pick<ProvenanceShape, 'sourceCount' | 'publisherCount' | 'classes'>;

function carriedBy(at: View, records: () => Promise<readonly RowOf<'record'>[]>): Carried {
  const sources = async () => {
    const ids = new Set((await records()).map(({ source }) => source));
    return at.load.rows('source', ids);
  };
  return {
    sourceCount: async () => (await sources()).length,
    publisherCount: async () => new Set((await sources()).map(({ publisher }) => publisher)).size,
    classes: async () => inTableOrder((await sources()).map((source) => source.class)),
  };
}

/** Statements whose subject, object or context is one of the records, in order of id. */
async function naming(at: View, records: readonly RowOf<'record'>[]): Promise<RowOf<'statement'>[]> {
  const keys = ['subject', 'object', 'context'] as const;
  const found = await Promise.all(records.flatMap(({ id }) => keys.map((key) => at.load.by('statement', key, id))));
  const unique = new Map(found.flat().map((row) => [row.id, row]));
  return [...unique.values()].sort((a, b) => compareText(a.id, b.id));
}

function inTableOrder(classes: readonly RowOf<'source'>['class'][]): RowOf<'source'>['class'][] {
  return wordsOf(SOURCE_CLASSES).filter((word) => classes.includes(word));
}

function valueOf<T>(value: T | (() => Promise<T>)): T | Promise<T> {
  return typeof value === 'function' ? (value as () => Promise<T>)() : value;
}
