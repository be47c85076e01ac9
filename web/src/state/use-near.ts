import { NEAR_ROWS, nearQuery, type Near, type NearAnswer, type NearRow } from '../api/candidate-near.ts';
import type { Candidates, CandidatesFor } from '../api/candidates.ts';
import { ask } from '../api/client.ts';
import { useAnswer, type Answer } from './use-answer.ts';
import { useView } from './use-view.ts';

export type AskedNear = {
  readonly answer: Answer<unknown>;
  /** Undefined until it is there. */
  readonly near: Near | undefined;
  /** Of the rankings that came before; null where there is none. */
  readonly rates: { readonly [R in 'ranking' | 'partners']: NonNullable<NearAnswer[R]>['measured'] | null } | undefined;
  /** Firms near the segment asked for; of a body none, as segments are near it. Undefined while they are asked for. */
  readonly firms: readonly NearRow[] | undefined;
};

/** Who does what is near, and what was measured: asked beside the lists, for it takes longer. */
export function useNear(asked: CandidatesFor | null, candidates: Candidates | null): AskedNear {
  const { view } = useView();
  const version = candidates?.coverage.version ?? null;
  const key = candidates === null ? '' : `near ${JSON.stringify({ asked, date: view.date, version })}`;
  const answer = useAnswer(key, async () => {
    if (asked === null || candidates === null) return null;
    const variables = { for: asked, limit: NEAR_ROWS, date: view.date, version };
    return { key, candidates: (await ask(nearQuery, variables)).candidates };
  });
  const { data, status } = answer;
  const beside = data?.key === key && data.candidates.__typename === 'Candidates' ? data.candidates : undefined;
  const isComing = status === 'loading' && beside === undefined;
  return {
    answer,
    near: beside?.near,
    rates: beside && { ranking: beside.ranking?.measured ?? null, partners: beside.partners?.measured ?? null },
    firms: isComing ? undefined : candidates?.body === null ? (beside?.near.rows ?? []) : [],
  };
}
