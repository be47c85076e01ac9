import type { RowOf } from '#graph-model/rows.ts';
import type { FactTable } from '#server/analysis/changes/moves.ts';
import type { Told } from '#server/analysis/changes/told.ts';
import { compareText } from '#graph-model/text.ts';
import type { View } from '../view.ts';
import type { Between } from './sentence.ts';

type Seen<T extends 'statement' | 'source'> = { readonly at: View; readonly row: RowOf<T> };

/** Of a change, each in order of id. */
export type Carried = {
  readonly statements: readonly Seen<'statement'>[];
  readonly sources: readonly Seen<'source'>[];
};

/**
 * What did a change: of a fact the statements that came or went, or where none did those that carry it; of a name or
 * an entity the sources whose records bear it. A decision has its own words.
 */
export async function carriedBy(between: Between, told: Told): Promise<Carried> {
  const at = told.after === undefined ? between.before : between.now;
  switch (told.table) {
    case 'relationship':
    case 'attribute':
    case 'indicator':
      return withSources(await movedStatements(between, told));
    case 'entity': {
      const row = (told.after ?? told.before) as RowOf<'entity'>;
      const records = await at.load.by('record', 'entity', row.id);
      return { statements: [], sources: await sourcesOf(at, records) };
    }
    case 'name': {
      const { entity, value, attribute } = (told.after ?? told.before) as RowOf<'name'>;
      if (attribute !== undefined) {
        const statements = await at.load.by('statement', 'fact', attribute);
        return withSources(statements.map((row) => ({ at, row })));
      }
      const records = await at.load.by('record', 'entity', entity);
      return {
        statements: [],
        sources: await sourcesOf(
          at,
          records.filter(({ name }) => name === value),
        ),
      };
    }
    case 'coverage':
      return { statements: [], sources: await sourcesOf(at, [(told.after ?? told.before) as RowOf<'coverage'>]) };
    case 'source':
      return { statements: [], sources: [{ at, row: (told.after ?? told.before) as RowOf<'source'> }] };
    case 'decision':
      return { statements: [], sources: [] };
  }
}

async function movedStatements(
  { before, now }: Between,
  told: Extract<Told, { table: FactTable }>,
): Promise<readonly Seen<'statement'>[]> {
  const of = async (at: View, id: string | undefined) =>
    id === undefined ? [] : await at.load.by('statement', 'fact', id);
  const [then, today] = await Promise.all([of(before, told.before?.id), of(now, told.after?.id)]);
  const lacks = (rows: readonly { readonly id: string }[]) => {
    const ids = new Set(rows.map(({ id }) => id));
    return ({ id }: { readonly id: string }) => !ids.has(id);
  };
  const moved = [
    ...then.filter(lacks(today)).map((row) => ({ at: before, row })),
    ...today.filter(lacks(then)).map((row) => ({ at: now, row })),
  ];
  const shown = moved.length > 0 ? moved : today.map((row) => ({ at: now, row }));
  return shown.sort((a, b) => compareText(a.row.id, b.row.id));
}

async function withSources(statements: readonly Seen<'statement'>[]): Promise<Carried> {
  const sources = await Promise.all(
    statements.map(async ({ at, row }) => {
      const record = await at.load.row('record', row.subject);
      return record === undefined ? [] : sourcesOf(at, [record]);
    }),
  );
  return { statements, sources: unique(sources.flat()) };
}

async function sourcesOf(at: View, rows: readonly { readonly source: string }[]): Promise<Seen<'source'>[]> {
  const sources = await at.load.rows('source', new Set(rows.map(({ source }) => source)));
  return unique(sources.map((row) => ({ at, row })));
}

function unique(sources: readonly Seen<'source'>[]): Seen<'source'>[] {
  const byId = new Map(sources.map((one) => [one.row.id as string, one]));
  return [...byId.values()].sort((a, b) => compareText(a.row.id, b.row.id));
}
