import type { PartialDate } from '#graph-model/dates.ts';
import type { Beside, Tie } from '#server/analysis/board/alongside.ts';
import type { ChainSlice } from '#server/analysis/board/slice.ts';
import { compareText } from '#graph-model/text.ts';
import type { View } from '../view.ts';
import { withRegions } from './read-areas.ts';
import { factOf, readBearing, readParts } from './read-bearing.ts';
import { readPeople } from './read-people.ts';
import { holdsOn } from './read-slice.ts';
import { readSupport } from './read-support.ts';

/** Ties to segments of other chains that are followed; the others are counted. */
export const MOST_TIES = 200;

const TYING: readonly string[] = ['PART_OF', 'FEEDS'] satisfies readonly Tie['type'][];

/** What is said of segments of other chains that are tied to those of this one, as known on a day. */
export async function readBeside(
  at: View,
  slice: ChainSlice,
  regions: readonly string[],
  date: PartialDate,
): Promise<Beside> {
  const key = `${slice.chain.id} ${date}`;
  let beside = at.kept?.beside.get(at.version, key);
  if (beside === undefined) {
    beside = await readOthers(at, slice, date);
    at.kept?.beside.set(at.version, key, beside);
  }
  return { ...beside, around: await withRegions(at, beside.around, regions) };
}

async function readOthers(at: View, slice: ChainSlice, date: PartialDate): Promise<Beside> {
  const holds = holdsOn(date);
  const rows = async (end: 'from' | 'to', id: string) => (await at.load.by('relationship', end, id)).filter(holds);
  const ofChain = new Set([...slice.segments.map(({ id }) => id), ...slice.omitted]);
  const found = await Promise.all(
    slice.segments.map(async ({ id }) => {
      const [out, into] = await Promise.all([rows('from', id), rows('to', id)]);
      return [...out, ...into].flatMap((row): readonly Tie[] => {
        const other = row.from === id ? row.to : row.from;
        if (!TYING.includes(row.type) || ofChain.has(other)) return [];
        return [{ relation: row.id, type: row.type as Tie['type'], segment: id, other }];
      });
    }),
  );
  const all = found
    .flat()
    .sort(
      (a, b) =>
        compareText(a.segment, b.segment) || compareText(a.other, b.other) || compareText(a.relation, b.relation),
    );
  const ties = all.slice(0, MOST_TIES);
  const others = [...new Set(ties.map(({ other }) => other))];
  const [{ bySegment, parts }, outOf] = await Promise.all([
    readParts(others, (id) => rows('to', id)),
    Promise.all(others.map((id) => rows('from', id))),
  ]);
  // What is part of the other and of this chain stands on the board itself.
  const elsewhere = new Map([...bySegment].filter(([id]) => !ofChain.has(id)));
  const bearing = await readBearing(elsewhere, (id) => rows('to', id));
  const { sourcesOf, sources } = await readSupport(at, new Set(bearing.map(({ row }) => row.id)), date);
  const facts = bearing.flatMap((one) => factOf(one, sourcesOf.get(one.row.id) ?? []));
  const people = await readPeople(at, facts, new Set());
  return {
    ties,
    cut: all.length - ties.length,
    chainsOf: new Map(
      others.map((id, i) => [
        id,
        [...new Set((outOf[i] ?? []).filter(({ type }) => type === 'SEGMENT_OF').map(({ to }) => to as string))].sort(),
      ]),
    ),
    around: { ...slice, segments: [], omitted: [], parts, flows: [], coverage: [], facts, sources, ...people },
  };
}
