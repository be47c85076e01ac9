import { SOURCE_CLASSES, wordsOf, type SourceClass } from '#graph-model/ontology/vocabulary.ts';
import type { CellFacts } from './cell-facts.ts';
import type { ChainSlice, SliceFact } from './slice.ts';

const CLASSES = wordsOf(SOURCE_CLASSES);

/** What is asked for by the word of one class of source. */
export type Requests = {
  readonly class: SourceClass;
  readonly planned: readonly SliceFact[];
  readonly proposed: readonly SliceFact[];
};

/**
 * The requests of a cell, or of a whole chain, by who says so, in the order of the classes. Each counts once, for the first class that says
 * it: a report that repeats a policy adds nothing to it, and what only a report or a speech tells is no policy.
 * @param classes those whose word is shown; all where not said
 */
export function requestsOf(
  { sources }: Pick<ChainSlice, 'sources'>,
  { planned, proposed }: Pick<CellFacts, 'planned' | 'proposed'>,
  classes: readonly SourceClass[] = CLASSES,
): readonly Requests[] {
  const shown = CLASSES.filter((cls) => classes.includes(cls));
  const classOf = (fact: SliceFact) => {
    const told = new Set(fact.sources.map((id) => sources.get(id)?.class));
    return shown.find((cls) => told.has(cls));
  };
  const by = (facts: readonly SliceFact[], cls: SourceClass) => facts.filter((fact) => classOf(fact) === cls);
  return shown
    .map((cls) => ({ class: cls, planned: by(planned, cls), proposed: by(proposed, cls) }))
    .filter((one) => one.planned.length + one.proposed.length > 0);
}
