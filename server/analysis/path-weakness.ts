import type { Label } from '#graph-model/ontology/label.ts';
import type { PathStep } from './path-steps.ts';
import type { AnyProjection } from './projection.ts';
import { weakness } from './ties/weak-intermediary.ts';

/** What a path passes that is no tie worth the name, in its order. What stands beside an end that it may be is none. */
export function weakOn(
  projection: AnyProjection,
  steps: readonly PathStep[],
): readonly { readonly entity: number; readonly weakness: Label }[] {
  const hops = steps.filter(({ reading }) => reading === undefined);
  return hops.slice(0, -1).flatMap((hop, at) => {
    const why = weakness(projection, hop.to, [hop.relations, hops[at + 1]?.relations ?? []]);
    return why === undefined ? [] : [{ entity: hop.to, weakness: why }];
  });
}
