import type { Figure, Target } from '../api/targets.ts';
import { isWhole } from './pace-told.ts';

export type Pace = NonNullable<Target['pace']>;

/** A target whose pace is known whole: it can be drawn. */
export type Paced = Target & {
  readonly pace: Pace & {
    readonly baseline: Figure;
    readonly latest: Figure;
    readonly shareOfWay: number;
    readonly shareOfTime: number;
    readonly distance: string;
    readonly gained: string;
    readonly onSchedule: string;
  };
};

export function isPaced(target: Target): target is Paced {
  return target.pace !== null && isWhole(target.pace);
}

const AREAS: readonly Target['entity']['kind'][] = ['Place', 'Park', 'Policy', 'Agency', 'Chain', 'Segment'];

/** Is it a target that a region has set, rather than the size of one plant or project? */
export function isOfArea({ entity }: Pick<Target, 'entity'>): boolean {
  return AREAS.includes(entity.kind);
}

type Dated = {
  readonly period: string;
  readonly provenance: {
    readonly statements: {
      readonly edges: readonly {
        readonly node: {
          readonly evidence: readonly {
            readonly stance: string;
            readonly passage: { readonly source: { readonly date: string | null } };
          }[];
        };
      }[];
    };
  };
};

/** Its period is that of the papers that tell it, and no later: when it is due may not be written at all. */
export function isDateOfPaper({ period, provenance }: Dated): boolean {
  const dates = provenance.statements.edges.flatMap(({ node }) =>
    node.evidence.flatMap(({ stance, passage }) => (stance === 'supports' ? [passage.source.date] : [])),
  );
  return dates.length > 0 && dates.every((date) => date === period);
}

/** A target of which nobody knows when it is due: its period tells only when it was written. */
export function isUndated(one: Dated & { readonly figure: Figure['figure'] }): boolean {
  return one.figure === 'target' && isDateOfPaper(one);
}

/** Drawn first: the one with the newest figure, of these the surest, then that of the least id. */
export function inDrawingOrder(targets: readonly Target[]): readonly Paced[] {
  return targets
    .filter(isPaced)
    .sort(
      (one, other) =>
        compare(other.pace.latest.period, one.pace.latest.period) ||
        other.confidence - one.confidence ||
        compare(one.id, other.id),
    );
}

/** Targets without pace: one a line where something can be told beside it, the others of a body and period together. */
export type Unpaced = {
  readonly key: string;
  readonly targets: readonly [Target, ...Target[]];
  readonly alone: boolean;
};

export function unpacedLines(targets: readonly Target[]): readonly Unpaced[] {
  const rest = targets
    .filter((target) => !isPaced(target))
    .sort((one, other) => compare(other.period, one.period) || compare(one.id, other.id));
  const told: Unpaced[] = [];
  const silent = new Map<string, [Target, ...Target[]]>();
  for (const target of rest) {
    if (isTold(target)) told.push({ key: target.id, targets: [target], alone: true });
    else {
      const key = `${target.entity.id} ${target.period} ${isDateOfPaper(target)}`;
      const group = silent.get(key);
      if (group) group.push(target);
      else silent.set(key, [target]);
    }
  }
  const groups = [...silent].map(([key, group]) => ({ key, targets: group, alone: false }));
  return [...told, ...groups.sort((one, other) => other.targets.length - one.targets.length)];
}

function isTold({ pace }: Target): boolean {
  if (pace === null) return false;
  const beside = pace.elsewhere.length + pace.notCompared.length;
  return pace.latest !== null || pace.baseline !== null || beside > 0 || pace.gaps.includes('DISPUTED');
}

/** The year for which most targets are set, of equals the later, and how many those are. That of a paper is none. */
export function targetYear(targets: readonly Target[]): { readonly year: string; readonly count: number } | null {
  const counts = new Map<string, number>();
  for (const { period } of targets.filter((target) => !isDateOfPaper(target)))
    counts.set(period.slice(0, 4), (counts.get(period.slice(0, 4)) ?? 0) + 1);
  const [best] = [...counts].sort(([a, one], [b, other]) => other - one || compare(b, a));
  return best ? { year: best[0], count: best[1] } : null;
}

/** How all targets divide: drawn, of a region without a pace, and of firms, projects and the like. */
export function targetSum(targets: readonly Target[]) {
  const drawn = targets.filter(isPaced).length;
  const regional = targets.filter((target) => isOfArea(target) && !isPaced(target)).length;
  return { all: targets.length, drawn, regional, others: targets.length - drawn - regional };
}

/** Figures of one entity, measure, sort and period together, in the order they come. */
export function besideGroups(figures: readonly Figure[]): readonly (readonly [Figure, ...Figure[]])[] {
  const groups = new Map<string, [Figure, ...Figure[]]>();
  for (const figure of figures) {
    const key = [figure.entity.id, figure.measure, figure.figure, figure.period].join(' ');
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return [...groups.values()];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
