import type { Board } from '../api/board.ts';
import type { BriefFact } from '../api/brief.ts';
import { requestsOf } from './board-face.ts';
import { CHAIN_GROUPS, REQUESTS, type ChainGroupName } from './board-words.ts';
import { BODY_KINDS } from './body-kinds.ts';

export type ChainGroup = { readonly name: ChainGroupName; readonly facts: readonly BriefFact[] };

/**
 * What is said of a whole chain by how real it is, then by who says it. Groups of which there is nothing are left out.
 * @param facts those that were fetched
 */
export function chainGroups(
  { ofChain, requestsOfChain }: Pick<Board, 'ofChain' | 'requestsOfChain'>,
  facts: ReadonlyMap<string, BriefFact>,
): readonly ChainGroup[] {
  const requests = requestsOf({ requests: requestsOfChain });
  const meant = new Map(REQUESTS.flatMap((name) => requests[name].map(({ id }) => [id, name] as const)));
  const named = ofChain.map((fact) => ({ id: fact.id, name: meant.get(fact.id) ?? standing(fact) }));
  return CHAIN_GROUPS.map((name) => ({
    name,
    facts: named.flatMap((one) => (one.name === name ? (facts.get(one.id) ?? []) : [])),
  })).filter((group) => group.facts.length > 0);
}

/** Of what is there or being built. */
function standing({ type, modality, from }: Board['ofChain'][number]): ChainGroupName {
  // An area or a cluster is no enterprise, whatever is said to be in it.
  if (!BODY_KINDS.includes(from.kind)) return 'areas';
  if (type !== 'ACTIVE_IN') return 'research';
  return modality === 'building' ? 'building' : 'operating';
}
