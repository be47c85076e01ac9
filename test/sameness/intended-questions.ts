import { WEAK_KINDS } from '#server/analysis/ties/weak-intermediary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { Asker, Question } from './asker.ts';
import type { Sample } from './sample.ts';

const WEAK = Object.keys(WEAK_KINDS);
const MOST_HOPS = 3;
const MOST_TRIED = 60;

/**
 * Two of whom sources only plan or propose something, and who have nothing else but what is merely shared; and two whom
 * a plan leads to in fewer steps than what they share.
 */
export function besideWeakPaths(at: Asker): readonly Question[] {
  const intended = at.sample.relations.filter(
    ({ from, to, modality, ended }) =>
      from !== to && (modality === 'planned' || modality === 'proposed') && ended !== true,
  );
  const tried = at.draw.some(intended, MOST_TRIED);
  const ask = (from: string, to: string, types: readonly string[]) => {
    const input = { from: [from], to: [to], maxHops: MOST_HOPS, kinds: WEAK };
    return at.ask('paths', { input }, at.turn(types.join(' '), types));
  };
  const direct = tried.find(({ from, to }) => sharingHops(at.sample, from, to) > 1);
  const around = tried
    .flatMap((row) => pastWeak(at.sample, row))
    .find(([from, to]) => {
      return sharingHops(at.sample, from, to) > 2;
    });
  return [
    ...(direct === undefined ? [] : [ask(direct.from, direct.to, ['IntendedTies', 'PathSet', 'Relation'])]),
    ...(around === undefined ? [] : [ask(around[0], around[1], ['PathSet', 'NearMiss'])]),
  ];
}

/** Whom a plan or a wish leads to in two steps, through what is merely shared. */
function pastWeak({ of, byId }: Sample, row: RowOf<'relationship'>): readonly (readonly [string, string])[] {
  return [
    [row.from, row.to],
    [row.to, row.from],
  ].flatMap(([start = '', middle = '']) =>
    WEAK.includes(byId.get(middle)?.kind ?? '')
      ? (of.get(middle) ?? [])
          .filter(({ ended }) => ended !== true)
          .map((next) => [start, other(next, middle)] as const)
          .filter(([from, to]) => from !== to && to !== middle)
      : [],
  );
}

/** Hops between two over what is real, through kinds that are merely shared alone; 0 where there are none. */
function sharingHops({ of, byId }: Sample, start: string, end: string): number {
  let level = new Set([start]);
  const seen = new Set(level);
  for (let hops = 1; hops <= MOST_HOPS; hops++) {
    const next = new Set([...level].flatMap((id) => (of.get(id) ?? []).filter(isReal).map((row) => other(row, id))));
    if (next.has(end)) return hops;
    level = new Set([...next].filter((id) => !seen.has(id) && WEAK.includes(byId.get(id)?.kind ?? '')));
    for (const id of level) seen.add(id);
  }
  return 0;
}

function isReal({ modality, ended }: RowOf<'relationship'>): boolean {
  return (modality === 'operating' || modality === 'building') && ended !== true;
}

function other({ from, to }: RowOf<'relationship'>, here: string): string {
  return from === here ? to : from;
}
