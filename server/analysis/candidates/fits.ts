import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import { wholeOf } from '../board/columns.ts';
import { containersOf } from '../board/covered.ts';
import type { SliceFact } from '../board/slice.ts';
import type { CandidateGround } from './ground.ts';
import { FITS, type Fit } from './words.ts';

/** A fact of a body, and how far it meets what is asked for. */
export type FittingFact = { readonly fact: SliceFact; readonly fit: Fit };

/** Closest first. */
const ORDER = Object.keys(FITS) as readonly Fit[];
const BODIES: readonly Kind[] = KIND_SETS.body;
const OF_BODIES = ['ACTIVE_IN', 'PRODUCES', 'DEVELOPS', 'SUPPORTS'];

/** The segments asked for with their parts: all of the chain where none is named. */
export function askedSegments({ slice, segment }: CandidateGround): ReadonlySet<string> {
  if (segment !== undefined) return wholeOf(slice, segment);
  return new Set([...slice.segments, ...slice.parts].map(({ id }) => id));
}

/** What is said of each body that has to do with the chain or with a segment around the asked, by body. */
export function factsByBody(ground: CandidateGround): ReadonlyMap<string, readonly FittingFact[]> {
  const { slice, segment, wider, kinds } = ground;
  const asked = askedSegments(ground);
  const containers: ReadonlySet<string> = segment === undefined ? new Set() : containersOf(slice, segment);
  const fitOf = (fact: SliceFact): Fit => {
    if (asked.has(fact.segment)) return fact.product === undefined ? 'segment' : 'product';
    if (fact.segment === slice.chain.id) return 'chain';
    return containers.has(fact.segment) ? 'wider' : 'other';
  };
  const by = new Map<string, FittingFact[]>();
  const add = (fact: SliceFact, fit: Fit) => {
    if (!OF_BODIES.includes(fact.type) || !BODIES.includes(kinds.get(fact.from) ?? 'Place')) return;
    const known = by.get(fact.from);
    if (known === undefined) by.set(fact.from, [{ fact, fit }]);
    else known.push({ fact, fit });
  };
  for (const fact of slice.facts) add(fact, fitOf(fact));
  for (const fact of wider) add(fact, 'wider');
  return by;
}

/** The closest fit of a body, with the facts that make it. */
export function closest(facts: readonly FittingFact[]): { readonly fit: Fit; readonly facts: readonly SliceFact[] } {
  const fit = ORDER.find((one) => facts.some((fact) => fact.fit === one)) ?? 'other';
  return { fit, facts: facts.flatMap((one) => (one.fit === fit ? [one.fact] : [])) };
}

/** What a source says is made or done, not only studied. */
export function isMade({ type, stage }: SliceFact): boolean {
  return type === 'ACTIVE_IN' || (type === 'PRODUCES' && stage !== 'research' && stage !== 'pilot');
}
