import { compareText } from '#graph-model/text.ts';
import type { ChainSlice, Position, SliceSegment } from './slice.ts';

export type Column = {
  /** Undefined: no source and no note says where in the chain these segments stand. */
  readonly position: Position | undefined;
  /** In order of the board: by the order given, then by name and id. */
  readonly segments: readonly SliceSegment[];
};

const POSITIONS: readonly (Position | undefined)[] = ['upstream', 'midstream', 'downstream', 'service', undefined];

/**
 * The board's columns from left to right: what belongs to a lane first, lane by lane. A segment that is part of another
 * stands after it.
 */
export function columnsOf(slice: Pick<ChainSlice, 'segments'>): readonly Column[] {
  const { segments } = slice;
  const lanes = lanesOf(slice);
  return POSITIONS.flatMap((position) => {
    const here = segments.filter((segment) => positionOf(segment, segments) === position);
    if (here.length === 0) return [];
    const bands = [...lanes.map((lane) => here.filter(({ id }) => lane.segments.has(id))), unlaned(here, lanes)];
    return [{ position, segments: bands.flatMap(withParts) }];
  });
}

/** A segment whose parts stand in several columns, with those parts: they run across the board side by side. */
export type Lane = { readonly whole: string; readonly segments: ReadonlySet<string> };

/** In the order of the board. */
export function lanesOf({ segments }: Pick<ChainSlice, 'segments'>): readonly Lane[] {
  const ids = new Set(segments.map(({ id }) => id));
  const tops = segments.filter(({ partOf }) => partOf === undefined || !ids.has(partOf));
  const parts = segments.flatMap(({ id, partOf }) => (partOf === undefined ? [] : [{ id, partOf }]));
  const columns = POSITIONS.flatMap((position) =>
    inOrder(tops.filter((segment) => positionOf(segment, segments) === position)),
  );
  return columns.flatMap(({ id }) => {
    const whole = wholeOf({ parts }, id);
    const stands = segments.flatMap((one) => (whole.has(one.id) ? [positionOf(one, segments)] : []));
    return new Set(stands).size > 1 ? [{ whole: id, segments: whole }] : [];
  });
}

function unlaned(segments: readonly SliceSegment[], lanes: readonly Lane[]): readonly SliceSegment[] {
  return segments.filter(({ id }) => !lanes.some((lane) => lane.segments.has(id)));
}

/** A part without a position of its own stands where the whole stands. */
function positionOf(segment: SliceSegment, all: readonly SliceSegment[]): Position | undefined {
  if (segment.position !== undefined || segment.partOf === undefined) return segment.position;
  return all.find(({ id }) => id === segment.partOf)?.position;
}

function withParts(segments: readonly SliceSegment[]): readonly SliceSegment[] {
  const ids = new Set(segments.map(({ id }) => id));
  const tops = segments.filter(({ partOf }) => partOf === undefined || !ids.has(partOf));
  const placed = new Set<string>();
  const line: SliceSegment[] = [];
  const place = (segment: SliceSegment) => {
    if (placed.has(segment.id)) return;
    placed.add(segment.id);
    line.push(segment);
    inOrder(segments.filter(({ partOf }) => partOf === segment.id)).forEach(place);
  };
  inOrder(tops).forEach(place);
  // Segments that are part of each other in a circle have no top.
  inOrder(segments).forEach(place);
  return line;
}

function inOrder(segments: readonly SliceSegment[]): readonly SliceSegment[] {
  return segments.toSorted(
    (a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || compareText(a.name, b.name) || compareText(a.id, b.id),
  );
}

/** The segment with all its parts, in other chains too: an actor of a part counts for the whole. */
export function wholeOf({ parts }: Pick<ChainSlice, 'parts'>, id: string): ReadonlySet<string> {
  const whole = new Set([id]);
  for (let before = 0; before < whole.size;) {
    before = whole.size;
    for (const { id: part, partOf } of parts) if (whole.has(partOf)) whole.add(part);
  }
  return whole;
}
