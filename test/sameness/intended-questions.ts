import { WEAK_KINDS } from '#server/analysis/ties/weak-intermediary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { Asker, Question } from './asker.ts';
import type { Sample } from './sample.ts';

const WEAK = Object.keys(WEAK_KINDS);
const MOST_HOPS = 3;
const MOST_TRIED = 60;

/** Two of whom sources only plan or propose something, and who have nothing else but what is merely shared. */
export function besideWeakPaths(at: Asker): readonly Question[] {
  const intended = at.sample.relations.filter(
    ({ from, to, modality, ended }) =>
      from !== to && (modality === 'planned' || modality === 'proposed') && ended !== true,
  );
  const pair = at.draw.some(intended, MOST_TRIED).find(({ from, to }) => onlyShares(at.sample, from, to));
  if (pair === undefined) return [];
  const input = { from: [pair.from], to: [pair.to], maxHops: MOST_HOPS, kinds: WEAK };
  return [at.ask('paths', { input }, at.turn('beside weak paths', ['IntendedTies', 'PathSet', 'Relation']))];
}

/** Joined by what is real through kinds that are merely shared, and not directly. */
function onlyShares({ of, byId }: Sample, start: string, end: string): boolean {
  let level = new Set([start]);
  const seen = new Set(level);
  for (let hops = 1; hops <= MOST_HOPS; hops++) {
    const next = new Set([...level].flatMap((id) => (of.get(id) ?? []).filter(isReal).map((row) => other(row, id))));
    if (next.has(end)) return hops > 1;
    level = new Set([...next].filter((id) => !seen.has(id) && WEAK.includes(byId.get(id)?.kind ?? '')));
    for (const id of level) seen.add(id);
  }
  return false;
}

function isReal({ modality, ended }: RowOf<'relationship'>): boolean {
  return (modality === 'operating' || modality === 'building') && ended !== true;
}

function other({ from, to }: RowOf<'relationship'>, here: string): string {
  return from === here ? to : from;
}
