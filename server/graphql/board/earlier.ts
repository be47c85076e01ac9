import type { PartialDate } from '#graph-model/dates.ts';
import type { Moment } from '#server/analysis/board/differences.ts';
import type { ChainSlice } from '#server/analysis/board/slice.ts';
import { entityAt } from '../nodes.ts';
import { BEFORE_ALL, versionDate } from '../version-date.ts';
import type { View } from '../view.ts';
import { readSlice } from './read-slice.ts';

/** The same chain and regions at an earlier version, in ids of the later one. */
export type Earlier = { readonly at: View; readonly moment: Moment };

/**
 * A chain or region that the earlier version does not know leaves its cells out there: they are new.
 * @param date the day asked about; where none is, each version is seen on its own
 */
export async function readEarlier(
  before: View,
  now: View,
  chain: string,
  regions: readonly string[],
  date: PartialDate | undefined,
): Promise<Earlier> {
  const day = date ?? (await versionDate(before)) ?? BEFORE_ALL;
  const ids = new Map<string, string>();
  for (const id of [chain, ...regions]) {
    const then = await idThen(before, now, id);
    if (then !== undefined) ids.set(then, id);
  }
  const thenOf = new Map([...ids].map(([then, id]) => [id, then]));
  const entity = await entityAt(before, thenOf.get(chain) ?? '');
  if (entity === undefined) return { at: before, moment: { slice: EMPTY, date: day } };
  const places = regions.flatMap((id) => thenOf.get(id) ?? []);
  const slice = await readSlice(before, entity.row, places, day);
  return { at: before, moment: { slice: await inIdsOf(now, slice, ids), date: day } };
}

/** What an entity was called by then: by its own id, or by one that has been merged into it since. */
async function idThen(before: View, now: View, id: string): Promise<string | undefined> {
  const merged = (await now.load.by('redirect', 'to', id)).map((redirect) => redirect.id as string);
  for (const one of [id, ...merged]) {
    const found = await entityAt(before, one);
    if (found !== undefined) return found.row.id;
  }
  return undefined;
}

/** The slice with the ids that its entities have now; one that is gone keeps its own. */
async function inIdsOf(now: View, slice: ChainSlice, known: ReadonlyMap<string, string>): Promise<ChainSlice> {
  const ids = new Set([
    ...slice.segments.map(({ id }) => id),
    ...slice.omitted,
    ...slice.entities.keys(),
    ...slice.parts.flatMap(({ id, partOf }) => [id, partOf]),
    ...[...slice.around, ...slice.reach].flatMap(([area, others]) => [area, ...others]),
    ...slice.coverage.flatMap(({ subject, place }) => [subject, place]),
    ...slice.facts.flatMap(({ product }) => product ?? []),
  ]);
  const found = await Promise.all(
    [...ids].map(async (id) => [id, known.get(id) ?? (await now.load.entity(id))?.row.id ?? id] as const),
  );
  const nowOf = new Map<string, string>(found);
  const of = (id: string) => nowOf.get(id) ?? id;
  const ofSome = (id: string | undefined) => (id === undefined ? undefined : of(id));
  const setsOf = (sets: ChainSlice['around']) =>
    new Map([...sets].map(([area, others]) => [of(area), new Set([...others].map(of))]));
  const segments = slice.segments.map((one) => ({ ...one, id: of(one.id), partOf: ofSome(one.partOf) }));
  return {
    ...slice,
    chain: { ...slice.chain, id: of(slice.chain.id) },
    segments: [...new Map(segments.map((one) => [one.id, one])).values()],
    omitted: slice.omitted.map(of),
    facts: slice.facts.map((fact) => ({
      ...fact,
      from: of(fact.from),
      segment: of(fact.segment),
      product: ofSome(fact.product),
      at: ofSome(fact.at),
    })),
    entities: new Map(
      [...slice.entities.values()].map((one) => [
        of(one.id),
        { ...one, id: of(one.id), place: ofSome(one.place), meantPlace: ofSome(one.meantPlace) },
      ]),
    ),
    parts: slice.parts.map(({ id, partOf }) => ({ id: of(id), partOf: of(partOf) })),
    meantAreas: new Map([...slice.meantAreas].map(([area, by]) => [of(area), of(by)])),
    around: setsOf(slice.around),
    reach: setsOf(slice.reach),
    coverage: slice.coverage.map((row) => ({ ...row, subject: of(row.subject), place: of(row.place) })),
  };
}

const EMPTY: ChainSlice = {
  chain: { id: '', name: '' },
  segments: [],
  omitted: [],
  parts: [],
  flows: [],
  framework: { ties: 0, ofNotes: 0, notes: [] },
  meantAreas: new Map(),
  facts: [],
  entities: new Map(),
  around: new Map(),
  reach: new Map(),
  sources: new Map(),
  coverage: [],
};
