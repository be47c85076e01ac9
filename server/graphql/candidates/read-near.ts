import type { PartialDate } from '#graph-model/dates.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { sortedUnique } from '#graph-model/text.ts';
import { grouped } from '#server/analysis/candidates/grouped.ts';
import { nearGround, type NearGround, type NearLack } from '#server/analysis/candidates/near.ts';
import { factOf } from '../board/read-bearing.ts';
import { holdsOn } from '../board/read-slice.ts';
import { readSupport } from '../board/read-support.ts';
import type { View } from '../view.ts';

/** Entities, and facts of them, that nearness looks at; beyond that it is none of one question. */
const MOST_LOOKED_AT = 50_000;
const MOST_FACTS = 20_000;

const KINDS: readonly Kind[] = ['Company', 'Segment', 'Product'];
const OF_SEGMENT = ['ACTIVE_IN', 'SUPPORTS'];
const OF_PRODUCT = ['PRODUCES', 'DEVELOPS'];

/** What the whole of a version says that firms do, as known on a day, read once; or that it is too much. */
export async function readNear(at: View, date: PartialDate): Promise<NearGround | NearLack> {
  const kept = at.kept?.near.get(at.version, date);
  if (kept !== undefined) return kept;
  const counts = await at.topology.kindCounts();
  if (KINDS.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0) > MOST_LOOKED_AT) return { lack: 'size' };
  const holds = holdsOn(date);
  const into = async (ids: readonly string[]) => (await at.reader.find('relationship', 'to', ids)).filter(holds);
  const segments = (await at.reader.find('entity', 'kind', ['Segment'])).map(({ id }) => id as string);
  const ofSegments = await into(segments);
  const belonging = ofSegments.filter(({ type }) => type === 'IN_SEGMENT');
  const segmentsOf = grouped(belonging.map(({ from, to }) => [from, to]));
  const ofProducts = await into([...segmentsOf.keys()]);
  const acts = [
    ...ofSegments.filter(({ type }) => OF_SEGMENT.includes(type)).map((row) => ({ row, segment: row.to as string })),
    ...ofProducts
      .filter(({ type }) => OF_PRODUCT.includes(type))
      .flatMap((row) => (segmentsOf.get(row.to) ?? []).map((segment) => ({ row, segment, product: row.to }))),
  ];
  const doers = await at.load.rows('entity', sortedUnique(acts.map(({ row }) => row.from)));
  const firms = new Set<string>(doers.flatMap(({ id, kind }) => (kind === 'Company' ? [id] : [])));
  const ofFirms = acts.filter(({ row }) => firms.has(row.from));
  if (ofFirms.length > MOST_FACTS) return { lack: 'size' };
  const { sourcesOf } = await readSupport(at, new Set(ofFirms.map(({ row }) => row.id)), date);
  const facts = ofFirms.flatMap((one) => factOf(one, sourcesOf.get(one.row.id) ?? []));
  const above = (await at.reader.find('relationship', 'from', segments)).filter(holds);
  const ground = nearGround(date, facts, nestedBy(segments, above), feedsOf(above));
  at.kept?.near.set(at.version, date, ground);
  return ground;
}

/** The segments that each is part of; where there is none, its chains. */
function nestedBy(segments: readonly string[], above: readonly RowOf<'relationship'>[]) {
  const known = new Set(segments);
  const over = (wanted: string) =>
    grouped(above.flatMap(({ type, from, to }) => (type === wanted ? [[from, to] as const] : [])));
  const [parts, chains] = [over('PART_OF'), over('SEGMENT_OF')];
  return new Map(
    segments.map((id) => {
      const wider = (parts.get(id) ?? []).filter((one) => known.has(one));
      return [id, wider.length > 0 ? wider : (chains.get(id) ?? [])] as const;
    }),
  );
}

function feedsOf(above: readonly RowOf<'relationship'>[]) {
  return above.flatMap(({ type, from, to }) => (type === 'FEEDS' ? [[from as string, to as string] as const] : []));
}
