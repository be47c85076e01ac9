import type { Label } from '#graph-model/ontology/label.ts';
import { noPathWords, type Lone } from '../no-path-words.ts';
import type { NoDistance } from './distances.ts';

/** Why a pair has no distance, in words. `lone`: its ends that have no relationship. */
export function noDistanceWords(none: NoDistance, lone: readonly Lone[], maxHops: number): Label {
  switch (none) {
    case 'NO_RELATIONS':
      return noPathWords({ reason: 'NO_RELATIONS', cut: false }, [], { lone, mayBeSame: [], maxHops });
    case 'NONE_WITHIN': {
      const hops = maxHops === 1 ? '1 hop' : `${maxHops} hops`;
      return { zh: `按这些条件，${maxHops} 步以内没有路径。`, en: `No path within ${hops} under these filters.` };
    }
    case 'CUT':
      return { zh: '查到限度为止还不知道。', en: 'Not known: the search was cut before.' };
  }
}
