import type { ChainSlice } from '#server/analysis/board/slice.ts';
import type { LentRows } from '../at-hand.ts';
import { englishName } from '../name.ts';
import type { View } from '../view.ts';

/** Puts at hand what the cells of a chain name: asked again, its board reads nothing more from the store. */
export async function lendRows(at: View, slice: ChainSlice, date: string): Promise<void> {
  const key = `${slice.chain.id} ${date}`;
  let rows = at.kept?.rows.get(at.version, key);
  if (rows === undefined) {
    rows = await rowsOf(at, slice);
    at.kept?.rows.set(at.version, key, rows);
  }
  at.load.hand.lend(rows);
}

async function rowsOf(at: View, { chain, segments, facts, entities, coverage }: ChainSlice): Promise<LentRows> {
  const named = new Set([chain.id, ...segments.map(({ id }) => id), ...entities.keys()]);
  const [ofEntities, ofFacts, ofSources, names] = await Promise.all([
    at.load.rows('entity', named),
    at.load.rows('relationship', new Set(facts.map(({ id }) => id))),
    at.load.rows('source', new Set(coverage.map(({ source }) => source))),
    Promise.all([...named].map(async (id) => [id, (await englishName(at, id)) ?? null] as const)),
  ]);
  return { entity: byId(ofEntities), relationship: byId(ofFacts), source: byId(ofSources), english: new Map(names) };
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
