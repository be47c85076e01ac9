import type { BriefFact } from '../api/brief.ts';
import { placesOf } from './asks.ts';
import { CHAIN_GROUPS, type ChainGroupName } from './board-words.ts';
import { BODY_KINDS } from './body-kinds.ts';

export type ChainGroup = { readonly name: ChainGroupName; readonly facts: readonly BriefFact[] };

/** What is said of a whole chain by how real it is, then by who says it. Groups of which there is nothing are left out. */
export function chainGroups(facts: readonly BriefFact[]): readonly ChainGroup[] {
  return CHAIN_GROUPS.map((name) => ({ name, facts: facts.filter((fact) => groupOf(fact) === name) })).filter(
    (group) => group.facts.length > 0,
  );
}

function groupOf(fact: BriefFact): ChainGroupName {
  const { type, modality, from } = fact;
  if (modality === 'proposed') return 'proposed';
  if (modality === 'planned')
    return placesOf(fact).some(({ source }) => source.class === 'policy') ? 'policy' : 'reported';
  // An area or a cluster is no enterprise, whatever is said to be in it.
  if (!BODY_KINDS.includes(from.kind)) return 'areas';
  if (type !== 'ACTIVE_IN') return 'research';
  return modality === 'building' ? 'building' : 'operating';
}
