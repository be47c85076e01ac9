import type { Path } from '../api/paths.ts';
import { sureWord } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { isWeak } from './weak-tie.ts';

/**
 * How sure the facts are is not said of a weak tie as a whole: it would be read as how sure the tie is. What is not yet
 * real is said before how well it is evidenced.
 */
export function pathSummary(path: Path, words: Words): string {
  const parts = [...(isWeak(path) ? [words.paths.weak] : []), words.paths.via(path.entities.length - 2)];
  const { leastReal } = path;
  if (leastReal !== 'operating')
    parts.push((path.hops === 1 ? words.paths.onlyStep : words.paths.someSteps)[leastReal]);
  if (path.readings > 0) parts.push(words.paths.doubt);
  else if (isWeak(path)) parts.push(words.paths.sourced);
  else parts.push(words.paths.sourced, words.paths.sure(sureWord(path.confidence, words)));
  return parts.join(words.app.comma);
}
