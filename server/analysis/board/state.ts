import type { Grounds } from './strength.ts';
import { strengthOf, totalOf } from './strength.ts';
import { TERMS, type State } from './terms.ts';

export type Judgement = {
  readonly state: State;
  /** Exactly one operating actor, by a register or by a source's word: shown in place of present or weak. */
  readonly sole: boolean;
  /** Present by what is being built alone. */
  readonly onlyBuilding: boolean;
  /** A source's verdict stands against the actors that are seen; the state follows the actors. */
  readonly contradicted: boolean;
};

/**
 * The state of one cell. Presence needs one mention; that something is missing, weak or held by one firm needs a
 * register that covers the cell or a source that says so, and no actor whose place is unknown.
 */
export function judge(grounds: Grounds): Judgement {
  const { actors, building, publishers, covered, unplaced, verdicts } = grounds;
  const strength = totalOf(strengthOf(grounds));
  const scarcity = !unplaced;
  const some = actors + building > 0;
  const contradicted = (verdicts.has('missing') && some) || (verdicts.has('sole') && actors > 1);
  // What is being built beside them is more than they are: a further mention must not lower a state.
  const few = actors > 0 && actors <= TERMS.fewActors && building === 0 && strength < TERMS.weakBelow;
  return {
    state: stateOf(),
    sole: scarcity && actors === 1 && (covered || verdicts.has('sole')),
    onlyBuilding: actors === 0 && building > 0,
    contradicted,
  };

  function stateOf(): State {
    if (!some && scarcity && (covered || verdicts.has('missing'))) return 'missing';
    if (strength >= TERMS.strongFrom && (publishers >= TERMS.publishersForStrong || covered)) return 'strong';
    if (scarcity && ((few && covered) || verdicts.has('weak'))) return 'weak';
    return some ? 'present' : 'unsurveyed';
  }
}
