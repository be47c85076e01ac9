import { missWords, noPathWords, type SaidMiss } from '#server/analysis/no-path-words.ts';
import type { MissById, NoPathById } from '#server/analysis/path-answers.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { nameLabel } from './name.ts';
import type { MissShape, NoPathShape } from './path-types.ts';
import type { View } from './view.ts';

/** @param asked a no of NO_RELATIONS names all of its end that has none */
export function noPathInWords(
  at: View,
  none: NoPathById,
  asked: Pick<PathQuestion<string>, 'from' | 'to' | 'maxHops'>,
): NoPathShape {
  const misses = none.misses.map((miss): MissShape => ({
    at,
    miss,
    message: async () => missWords(await said(at, miss)),
  }));
  const message = async () => {
    const lone = none.end === undefined ? [] : asked[none.end];
    const names = await Promise.all(lone.map((id) => nameLabel(at, id)));
    return noPathWords(none, await Promise.all(none.misses.map((miss) => said(at, miss))), names, asked.maxHops);
  };
  return { none, misses, message };
}

async function said(at: View, { filters, path }: MissById): Promise<SaidMiss> {
  const { hops, readings, weak, leastReal, entities } = path;
  const names = await Promise.all(entities.map((id) => nameLabel(at, id)));
  return { filters, hops, readings, isWeak: weak.length > 0, leastReal, names };
}
