import { compareText } from '#graph-model/text.ts';
import type { ChainSlice, Position, SliceSegment } from './slice.ts';

export type Column = {
  /** Undefined: no source and no note says where in the chain these segments stand. */
  readonly position: Position | undefined;
  /** In order of the board: by the order given, then by name and id. */
  readonly segments: readonly SliceSegment[];
};

const POSITIONS: readonly (Position | undefined)[] = ['upstream', 'midstream', 'downstream', 'service', undefined];

/** The board's columns from left to right. A segment that is part of another stands after it. */
export function columnsOf({ segments }: ChainSlice): readonly Column[] {
  return POSITIONS.flatMap((position) => {
    const here = segments.filter((segment) => positionOf(segment, segments) === position);
    return here.length === 0 ? [] : [{ position, segments: withParts(here) }];
  });
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
export function wholeOf({ parts }: ChainSlice, id: string): ReadonlySet<string> {
  const whole = new Set([id]);
  for (let before = 0; before < whole.size;) {
    before = whole.size;
    for (const { id: part, partOf } of parts) if (whole.has(partOf)) whole.add(part);
  }
  return whole;
}
