import { differencesOf, hybridOf, type Cause, type Difference, type Moment } from './differences.ts';
import { groundOf } from './ground.ts';
import { judge, type Judgement } from './state.ts';

export const CELL_CHANGES = {
  opened: { zh: '新判为空白、薄弱或独家', en: 'a gap opened' },
  closed: { zh: '不再是空白、薄弱或独家', en: 'a gap closed' },
  persistent: { zh: '仍是空白、薄弱或独家', en: 'the gap persists' },
  changed: { zh: '有变化', en: 'changed' },
  same: { zh: '没有变化', en: 'the same' },
} as const;

export type CellChange = {
  readonly change: keyof typeof CELL_CHANGES;
  /** Undefined: the earlier version had no such cell. */
  readonly before: Judgement | undefined;
  /** Is the judgement another one? */
  readonly moved: boolean;
  /** Where it moved: differences that make the new judgement of the old one, none too many. Else all that is shown. */
  readonly causes: readonly Cause[];
  /** Differences in what the cell shows that are not among the causes: they moved nothing. */
  readonly others: number;
};

/** A gap: 空白, 薄弱 or 独家. What is to be surveyed is none: nothing is known there. */
export function isGap({ state, sole }: Judgement): boolean {
  return state === 'missing' || state === 'weak' || sole;
}

/**
 * A cell at an earlier version and now. What did it is tried out: of all that differs the part is named that no single
 * thing can be left out of, so that what merely came at the same time takes no blame.
 */
export function cellChange(before: Moment, now: Moment, segment: string, region: string): CellChange {
  const judged = ({ slice, date }: Moment) => judge(groundOf(slice, segment, region, date).grounds);
  const after = judged(now);
  if (!hasCell(before, segment, region)) {
    const causes = [{ cause: 'cell_added', id: segment } as const];
    return { change: isGap(after) ? 'opened' : 'changed', before: undefined, moved: true, causes, others: 0 };
  }
  const was = judged(before);
  const differences = differencesOf(before, now, segment, region);
  const moved = !equal(was, after);
  const causes = moved
    ? leastOf(differences, (applied) => equal(judged(hybridOf(before, now, applied)), after))
    : differences.filter(({ shown }) => shown);
  return {
    change: changeOf(isGap(was), isGap(after), moved || causes.length > 0),
    before: was,
    moved,
    causes: distinct(causes),
    others: differences.filter((one) => one.shown && !causes.includes(one)).length,
  };
}

/** Were the segment and the region there? A place that nothing was known of is in no map of its surroundings. */
function hasCell({ slice }: Moment, segment: string, region: string): boolean {
  return slice.segments.some(({ id }) => id === segment) && slice.around.has(region);
}

function changeOf(was: boolean, is: boolean, differs: boolean): CellChange['change'] {
  if (is) return was ? 'persistent' : 'opened';
  return was ? 'closed' : differs ? 'changed' : 'same';
}

/** Left out in halves, quarters and so on down to one by one, until nothing more can be. */
function leastOf(
  differences: readonly Difference[],
  suffice: (applied: readonly Difference[]) => boolean,
): readonly Difference[] {
  let kept = differences;
  for (let size = Math.ceil(kept.length / 2); size >= 1;) {
    const count = kept.length;
    for (let start = 0; start < kept.length;) {
      const fewer = [...kept.slice(0, start), ...kept.slice(start + size)];
      if (suffice(fewer)) kept = fewer;
      else start += size;
    }
    if (size > 1) size = Math.ceil(size / 2);
    else if (kept.length === count) break;
  }
  return kept;
}

/** A register may cover by several rows, a fact stand behind several segments: it is named once. */
function distinct(causes: readonly Cause[]): readonly Cause[] {
  const named = new Map(causes.map(({ cause, id }) => [`${cause} ${id ?? ''}`, { cause, id }]));
  return [...named.values()];
}

function equal(a: Judgement, b: Judgement): boolean {
  return (
    a.state === b.state && a.sole === b.sole && a.onlyBuilding === b.onlyBuilding && a.contradicted === b.contradicted
  );
}
