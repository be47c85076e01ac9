import { noPathWords } from '#server/analysis/no-path-words.ts';
import type { NoPathById } from '#server/analysis/path-answers.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { nameLabel } from './name.ts';
import type { NoPathShape } from './path-types.ts';
import type { View } from './view.ts';

/** @param asked a no of NO_RELATIONS names all of its end that has none */
export function noPathInWords(
  at: View,
  none: NoPathById,
  asked: Pick<PathQuestion<string>, 'from' | 'to' | 'maxHops'>,
): NoPathShape {
  const spoken = none.nearest?.entities ?? (none.end === undefined ? [] : asked[none.end]);
  const message = async () => {
    const names = await Promise.all(spoken.map((id) => nameLabel(at, id)));
    return noPathWords(none, names, asked.maxHops);
  };
  return { at, none, message };
}
