import { latest, type PartialDate } from '#graph-model/dates.ts';
import { canonicalJson, sortedUnique } from '#graph-model/text.ts';
import { allOf } from './board.ts';
import { wholeOf } from './columns.ts';
import { containersOf, registersOf } from './covered.ts';
import { groundOf } from './ground.ts';
import type { ChainSlice, SliceCoverage, SliceEntity, SliceFact } from './slice.ts';

export const CAUSES = {
  cell_added: { zh: '这一格是新有的', en: 'the cell is new' },
  fact_added: { zh: '新增的事实', en: 'a fact came' },
  fact_removed: { zh: '没有了的事实', en: 'a fact went' },
  fact_changed: { zh: '出处或限定变了的事实', en: 'the sources or qualifiers of a fact changed' },
  register_added: { zh: '新覆盖这一格的名录', en: 'a register came to cover it' },
  register_removed: { zh: '不再覆盖这一格的名录', en: 'a register no longer covers it' },
  actor_changed: { zh: '机构的所在地或认定变了', en: 'the place or the recognition of a body changed' },
  source_changed: { zh: '资料的类别、发布者或日期变了', en: 'the class, publisher or date of a source changed' },
  frame_changed: { zh: '环节或地区的隶属变了', en: 'what contains the segment or the region changed' },
  time_passed: { zh: '截至日期变了', en: 'the day it is seen on changed' },
} as const;
export type CauseName = keyof typeof CAUSES;

/** `id`: of the fact, the source of a register, the body, the source or the segment; none for frame and time. */
export type Cause = { readonly cause: CauseName; readonly id: string | undefined };

/** A chain as known at one version, in ids of the later one, and the day it is seen on. */
export type Moment = { readonly slice: ChainSlice; readonly date: PartialDate };

/** One thing in which two moments differ for a cell, and how to bring it into the earlier one. */
export type Difference = Cause & {
  /** It is of what the cell shows at one of the moments, not only of what could have come into it. */
  readonly shown: boolean;
  readonly apply: (draft: Draft) => void;
};

/** An earlier moment with some of what is different put in. */
type Draft = {
  readonly facts: Map<string, SliceFact>;
  readonly coverage: Map<string, SliceCoverage>;
  readonly entities: Map<string, SliceEntity>;
  readonly sources: Map<string, NonNullable<ReturnType<ChainSlice['sources']['get']>>>;
  frame: Pick<ChainSlice, 'segments' | 'parts' | 'around' | 'reach'>;
  date: PartialDate;
};

/** All in which two moments differ that may bear on one cell, in the order of the causes, then of the ids. */
export function differencesOf(before: Moment, now: Moment, segment: string, region: string): readonly Difference[] {
  const [was, is] = [
    groundOf(before.slice, segment, region, before.date),
    groundOf(now.slice, segment, region, now.date),
  ];
  const cell = [...allOf(was.facts), ...allOf(is.facts)];
  const subjects = new Set(cell.map(({ from }) => from));
  const cited = new Set(cell.flatMap(({ sources }) => sources));
  return [
    ...ofFacts(before, now, segment, new Set(cell.map(factKey))),
    ...ofRegisters(before, now, segment, region),
    ...ofMaps(before.slice.entities, now.slice.entities, standing, (id, fresh) => ({
      cause: 'actor_changed',
      id,
      shown: subjects.has(id),
      apply: ({ entities }) => put(entities, id, fresh),
    })),
    ...ofMaps(before.slice.sources, now.slice.sources, canonicalJson, (id, fresh) => ({
      cause: 'source_changed',
      id,
      shown: cited.has(id),
      apply: ({ sources }) => put(sources, id, fresh),
    })),
    ...ofFrame(before.slice, now.slice, segment, region),
    ...(before.date === now.date
      ? []
      : [{ ...NAMELESS, cause: 'time_passed', apply: (draft: Draft) => void (draft.date = now.date) } as const]),
  ];
}

const NAMELESS = { id: undefined, shown: false } as const;

function ofFacts(before: Moment, now: Moment, segment: string, cell: ReadonlySet<string>): Difference[] {
  const whole = new Set([...wholeOf(before.slice, segment), ...wholeOf(now.slice, segment)]);
  const [old, fresh] = [before, now].map(({ slice }) =>
    byKey(
      slice.facts.filter((fact) => whole.has(fact.segment)),
      factKey,
    ),
  ) as [Map<string, SliceFact>, Map<string, SliceFact>];
  return sortedUnique([...old.keys(), ...fresh.keys()]).flatMap((key): Difference[] => {
    const [one, other] = [old.get(key), fresh.get(key)];
    if (one !== undefined && other !== undefined && bearing(one) === bearing(other)) return [];
    const cause = one === undefined ? 'fact_added' : other === undefined ? 'fact_removed' : 'fact_changed';
    return [{ cause, id: (other ?? one)?.id, shown: cell.has(key), apply: ({ facts }) => put(facts, key, other) }];
  });
}

/** Rows that only one of the two has, and that cover the cell at one of them: others change nothing here. */
function ofRegisters(before: Moment, now: Moment, segment: string, region: string): Difference[] {
  const [old, fresh] = [before, now].map(({ slice }) => byKey(slice.coverage, canonicalJson)) as [
    Map<string, SliceCoverage>,
    Map<string, SliceCoverage>,
  ];
  const covers = (row: SliceCoverage) =>
    [before, now].some(({ slice, date }) => {
      const around = new Map([...now.slice.around, ...before.slice.around, ...slice.around]);
      return registersOf({ ...slice, around, coverage: [row] }, containersOf(slice, segment), region, date).length > 0;
    });
  return sortedUnique([...old.keys(), ...fresh.keys()]).flatMap((key): Difference[] => {
    const [one, other] = [old.get(key), fresh.get(key)];
    const row = one === undefined ? other : other === undefined ? one : undefined;
    if (row === undefined || !covers(row)) return [];
    const cause = other === undefined ? 'register_removed' : 'register_added';
    const apply = (draft: Draft) => {
      put(draft.coverage, key, other);
      // A register of after the earlier day covers from its own day on: that much time comes with it.
      if (other !== undefined && other.date > latest(draft.date)) draft.date = other.date;
    };
    return [{ cause, id: row.source, shown: true, apply }];
  });
}

/** What both have and have otherwise. */
function ofMaps<T>(
  old: ReadonlyMap<string, T>,
  fresh: ReadonlyMap<string, T>,
  textOf: (value: T) => string,
  difference: (id: string, value: T) => Difference,
): Difference[] {
  return sortedUnique(old.keys()).flatMap((id) => {
    const [one, other] = [old.get(id), fresh.get(id)];
    return one === undefined || other === undefined || textOf(one) === textOf(other) ? [] : [difference(id, other)];
  });
}

function ofFrame(before: ChainSlice, now: ChainSlice, segment: string, region: string): Difference[] {
  const frames = [before, now].map((slice) => {
    const other = slice === before ? now : before;
    const parts = [wholeOf(slice, segment), containersOf(slice, segment)].map((ids) => sortedUnique(ids));
    const places = sortedUnique(slice.around.keys()).filter((place) => other.around.has(place));
    const near = [slice.around, slice.reach].map((areas) => [
      places.filter((place) => areas.get(place)?.has(region)),
      sortedUnique(areas.get(region) ?? []),
    ]);
    return canonicalJson([parts, near]);
  });
  if (frames[0] === frames[1]) return [];
  const frame = mergedFrame(now, before);
  return [{ ...NAMELESS, cause: 'frame_changed', apply: (draft) => void (draft.frame = frame) }];
}

/** What of a body bears on a judgement: its name does not. */
function standing({ kind, place, meantPlace, recognised }: SliceEntity): string {
  return canonicalJson([kind, place ?? null, meantPlace ?? null, recognised]);
}

/** The earlier moment, with these differences put in: what only one of the two knows can be looked up in either. */
export function hybridOf(before: Moment, now: Moment, applied: readonly Difference[]): Moment {
  const draft: Draft = {
    facts: byKey(before.slice.facts, factKey),
    coverage: byKey(before.slice.coverage, canonicalJson),
    entities: new Map([...now.slice.entities, ...before.slice.entities]),
    sources: new Map([...now.slice.sources, ...before.slice.sources]),
    frame: mergedFrame(before.slice, now.slice),
    date: before.date,
  };
  for (const { apply } of applied) apply(draft);
  const { facts, coverage, entities, sources, frame, date } = draft;
  return {
    slice: {
      ...before.slice,
      ...frame,
      facts: [...facts.values()],
      coverage: [...coverage.values()],
      entities,
      sources,
    },
    date,
  };
}

/** A product of two segments tells the same fact of each. */
function factKey({ id, segment }: SliceFact): string {
  return `${id} ${segment}`;
}

/** What of a fact may bear on a judgement: how surely it was read does not. */
function bearing(fact: SliceFact): string {
  return canonicalJson({ ...fact, confidence: 0 });
}

/** Places that the first does not know are where the second has them. */
function mergedFrame(first: ChainSlice, second: ChainSlice): Draft['frame'] {
  const { segments, parts } = first;
  const around = new Map([...second.around, ...first.around]);
  const reach = new Map([...second.reach, ...first.reach]);
  return { segments, parts, around, reach };
}

function byKey<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function put<T>(into: Map<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) into.delete(key);
  else into.set(key, value);
}
