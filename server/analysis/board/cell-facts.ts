import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { SourceClass } from '#graph-model/ontology/vocabulary.ts';
import { localityOf, isWithin } from './locality.ts';
import type { ChainSlice, SliceFact } from './slice.ts';
import { JUDGES } from './terms.ts';

/** What the sources say of one segment in one region, sorted by what it may count for. */
export type CellFacts = {
  /** A place, park, plan or agency asks for it here: planned, and proposed. */
  readonly planned: readonly SliceFact[];
  readonly proposed: readonly SliceFact[];
  /** Facts of operating actors in the region, by actor; of those that only build. */
  readonly operating: ReadonlyMap<string, readonly SliceFact[]>;
  readonly building: ReadonlyMap<string, readonly SliceFact[]>;
  /** Operating or building actors that no source places: they could be here. */
  readonly unplaced: ReadonlyMap<string, readonly SliceFact[]>;
  /** What a body of the region plans to do, or is wished to. */
  readonly intended: ReadonlyMap<string, readonly SliceFact[]>;
  /** Bodies whose research stands behind it, here. */
  readonly research: ReadonlyMap<string, readonly SliceFact[]>;
  /** An area of the region is said to have it, without a body. */
  readonly areas: readonly SliceFact[];
  /** What a source judges of this segment for a place that contains the region, or lies in it. */
  readonly judged: readonly SliceFact[];
};

const BODIES: ReadonlySet<Kind> = new Set<Kind>(KIND_SETS.body);
/** Research behind a segment; so is a product that is only tried out. Nothing is made by it yet. */
export const RESEARCH: readonly RelationshipType[] = ['SUPPORTS', 'DEVELOPS'];
/** A product that is still studied or tried out is not made. */
export const NOT_YET_MADE = ['research', 'pilot'];

/**
 * An actor of a part counts for the whole; what is asked for is asked of the segment that is named, and of no other.
 * @param whole the segment with its parts
 */
export function cellFacts(slice: ChainSlice, segment: string, whole: ReadonlySet<string>, region: string): CellFacts {
  const planned: SliceFact[] = [];
  const proposed: SliceFact[] = [];
  const areas: SliceFact[] = [];
  const judged: SliceFact[] = [];
  const [operating, building, unplaced, intended, research] = [groups(), groups(), groups(), groups(), groups()];
  for (const fact of slice.facts) {
    if (!whole.has(fact.segment)) continue;
    const kind = slice.entities.get(fact.from)?.kind;
    if (kind === undefined) continue;
    if (fact.type === 'ASSESSED') {
      if (isWithin(slice, region, fact.from) || isWithin(slice, fact.from, region)) judged.push(fact);
      continue;
    }
    const locality = localityOf(slice, fact, region);
    if (locality === 'elsewhere') continue;
    const acts = fact.type === 'ACTIVE_IN' || (fact.type === 'PRODUCES' && !NOT_YET_MADE.includes(fact.stage ?? ''));
    const stands = fact.modality === 'operating' || fact.modality === 'building';
    const studies = RESEARCH.includes(fact.type) || fact.type === 'PRODUCES';
    if (stands && studies && !acts) {
      if (locality === 'local') research.add(fact);
    } else if (!BODIES.has(kind)) {
      if (locality !== 'local') continue;
      if (stands) areas.push(fact);
      else if (fact.segment === segment) (fact.modality === 'planned' ? planned : proposed).push(fact);
    } else if (acts && stands) {
      if (locality === 'open') unplaced.add(fact);
      else (fact.modality === 'operating' ? operating : building).add(fact);
    } else if (locality === 'local' && !stands) intended.add(fact);
  }
  for (const actor of operating.by.keys()) building.by.delete(actor);
  return {
    planned,
    proposed,
    operating: operating.by,
    building: building.by,
    unplaced: unplaced.by,
    intended: intended.by,
    research: research.by,
    areas,
    judged,
  };
}

/** A place, park, plan or agency asks for it: what `planned` and `proposed` of its cell hold. */
export function isRequest(slice: ChainSlice, { type, from, modality }: SliceFact): boolean {
  const kind = slice.entities.get(from)?.kind;
  if (kind === undefined || BODIES.has(kind) || type === 'ASSESSED') return false;
  return modality === 'planned' || modality === 'proposed';
}

/**
 * What sources whose word counts say: that it is missing, or held by one firm, in a place that contains the region;
 * that it is weak, of the region itself.
 */
export function verdictsOf(slice: ChainSlice, judged: readonly SliceFact[], region: string): ReadonlySet<string> {
  const counts = judged.filter(
    (fact) =>
      (fact.verdict === 'weak' ? fact.from === region : isWithin(slice, region, fact.from)) && isHeard(slice, fact),
  );
  return new Set(counts.flatMap(({ verdict }) => verdict ?? []));
}

/** Said to be missing in a place that contains the region, by those alone whose word sets no state. */
export function claimedMissing(slice: ChainSlice, judged: readonly SliceFact[], region: string): readonly SliceFact[] {
  return judged.filter(
    (fact) => fact.verdict === 'missing' && isWithin(slice, region, fact.from) && !isHeard(slice, fact),
  );
}

/** Does a source whose word counts stand behind it? */
function isHeard({ sources }: ChainSlice, fact: SliceFact): boolean {
  return fact.sources.some((id) => JUDGES.includes(sources.get(id)?.class ?? 'project_note'));
}

/** Those of the facts that a source of one of these classes supports. */
export function factsOfClasses({ sources }: ChainSlice, facts: CellFacts, classes: readonly SourceClass[]): CellFacts {
  const told = (fact: SliceFact) =>
    fact.sources.some((id) => classes.includes(sources.get(id)?.class ?? 'project_note'));
  const by = (actors: ReadonlyMap<string, readonly SliceFact[]>) =>
    new Map(
      [...actors].flatMap(([id, own]) => {
        const kept = own.filter(told);
        return kept.length > 0 ? [[id, kept] as const] : [];
      }),
    );
  return {
    planned: facts.planned.filter(told),
    proposed: facts.proposed.filter(told),
    operating: by(facts.operating),
    building: by(facts.building),
    unplaced: by(facts.unplaced),
    intended: by(facts.intended),
    research: by(facts.research),
    areas: facts.areas.filter(told),
    judged: facts.judged.filter(told),
  };
}

function groups() {
  const by = new Map<string, SliceFact[]>();
  return {
    by,
    add(fact: SliceFact) {
      const known = by.get(fact.from);
      if (known === undefined) by.set(fact.from, [fact]);
      else if (!known.some(({ id }) => id === fact.id)) known.push(fact);
    },
  };
}
